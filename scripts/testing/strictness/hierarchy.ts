// Changes that set classes against one another: what is private, abstract, overridden or implemented elsewhere.
import { findMethods } from '../../org/apex/bind/members.ts';
import type { Access, ClassSymbol, MethodSymbol } from '../../org/apex/bind/symbols.ts';
import { insert, replace, type Edit, type MutationKind } from './mutation.ts';
import type { SourceFile } from './source.ts';

const kind = (name: string, reaches: boolean, edits: MutationKind['edits']): MutationKind => ({
    name: `classes: ${name}`,
    reaches,
    edits
});

const nulls = (method: { params: readonly { type: { name: string } }[] }): string =>
    method.params.map((param) => `(${param.type.name}) null`).join(', ');

const methodsOf = (file: SourceFile): MethodSymbol[] =>
    file.classes().flatMap((cls) => [...cls.methods.values()].flat().filter((method) => method.decl.body !== null));

/** A member put at the end of the top-level class. */
function member(file: SourceFile, code: string): Edit[] {
    const last = file.tokens.findLast((token) => token.text === '}')!;
    return insert(last.start, `\n${code}\n`);
}

/** Something of another file's class, used from here. */
function foreign(
    file: SourceFile,
    others: readonly SourceFile[],
    use: (cls: ClassSymbol) => (string | null)[]
): Edit[][] {
    if (file.top.kind !== 'class' || file.top.isTest) return [];
    const found: Edit[][] = [];
    for (const other of others) {
        if (other === file || file.top.isSubclassOf(other.top)) continue;
        for (const code of use(other.top))
            if (code && found.length < 40) found.push(member(file, `static void zzForeign() { ${code} }`));
    }
    return found;
}

const hidden =
    (access: Access) =>
    (cls: ClassSymbol): (string | null)[] => [
        ...[...cls.methods.values()]
            .flat()
            .filter((method) => method.isStatic && method.access === access)
            .filter((method) => cls.methods.get(method.name.toLowerCase())!.length === 1)
            .map((method) => `${cls.name}.${method.name}(${method.params.map(() => 'null').join(', ')});`),
        ...[...cls.fields.values()]
            .filter((field) => !field.isStatic && field.access === access && !field.property)
            .map((field) => `${cls.name} zzA = null; Object zzB = zzA.${field.name};`)
    ];

function parentMethod(method: MethodSymbol): MethodSymbol | null {
    for (let at = method.owner.parent; at; at = at.parent) {
        const found = at.methods.get(method.name.toLowerCase())?.find((other) => other.key === method.key);
        if (found) return found;
    }
    return null;
}

/** Does the class promise this method to an interface of the project? */
function isPromised(method: MethodSymbol): boolean {
    const cls = method.owner;
    if (cls.isAbstract || cls.parent || method.isStatic) return false;
    return cls.interfaces.some((type) =>
        type.cls
            ? [...type.cls.methods.values()].flat().some((wanted) => wanted.key === method.key)
            : /^System\.(Comparable|Queueable|Schedulable)$/.test(type.name) &&
              /^(compareTo|execute)$/.test(method.name)
    );
}

export const HIERARCHY_KINDS: readonly MutationKind[] = [
    kind('override left out', true, (file) =>
        methodsOf(file)
            .filter((method) => method.isOverride && parentMethod(method))
            .flatMap((method) => {
                const name = file.index(method.decl);
                for (let at = name; at > Math.max(0, name - 12); at--)
                    if (file.tokens[at]!.low === 'override') return [replace(file.tokens[at]!, '')];
                return [];
            })
    ),
    kind('an override renamed', true, (file) =>
        methodsOf(file)
            .filter((method) => method.isOverride && parentMethod(method))
            .map((method) => insert(file.token(method.decl)!.end, 'Zz'))
    ),
    kind('a promised method renamed', true, (file) =>
        methodsOf(file)
            .filter(isPromised)
            .map((method) => insert(file.token(method.decl)!.end, 'Zz'))
    ),
    kind('a method repeated', true, (file) =>
        methodsOf(file).map((method) => {
            const name = file.index(method.decl);
            const [params, text] = [file.closing(name + 1), file.tokens[name]!.text];
            const head = file.text.slice(file.tokens[name + 1]!.start, file.tokens[params]!.end);
            const end = file.tokens[file.closing(params + 1)]!.end;
            return insert(end, `\n private void ${text.toUpperCase()}${head} { }\n`);
        })
    ),
    kind('a field repeated', true, (file) =>
        file.classes().flatMap((cls) =>
            [...cls.fields.values()].map((field) => {
                const token = file.token(cls.decl)!;
                const open = file.tokens.find((one) => one.start > token.end && one.text === '{')!;
                return insert(open.end, ` private Blob ${field.name.toUpperCase()}; `);
            })
        )
    ),
    kind('a final field assigned', false, (file) =>
        [...file.top.fields.values()]
            .filter((field) => field.isFinal && !field.property)
            .map((field) => member(file, `${field.isStatic ? 'static ' : ''}void zzSet() { ${field.name} = null; }`))
    ),
    kind('an instance method called statically', false, (file) =>
        methodsOf(file)
            .filter((method) => method.owner === file.top && !method.isStatic)
            .filter((method) => findAll(method).every((other) => !other.isStatic))
            .map((method) => member(file, `static void zzCall() { ${method.name}(${nulls(method)}); }`))
    ),
    kind('an instance method called on its class', false, (file) =>
        methodsOf(file)
            .filter((method) => method.owner === file.top && !method.isStatic)
            .filter((method) => findAll(method).every((other) => !other.isStatic))
            .map((method) =>
                member(file, `static void zzCall() { ${file.top.name}.${method.name}(${nulls(method)}); }`)
            )
    ),
    kind('a static method called on a value', false, (file) =>
        methodsOf(file)
            .filter((method) => method.owner === file.top && method.isStatic && file.top.kind === 'class')
            .filter((method) => findAll(method).every((other) => other.isStatic))
            .map((method) =>
                member(file, `void zzCall(${file.top.name} zzA) { zzA.${method.name}(${nulls(method)}); }`)
            )
    ),
    kind('a static field read from a value', false, (file) =>
        [...file.top.fields.values()]
            .filter((field) => field.isStatic)
            .map((field) => member(file, `void zzCall(${file.top.name} zzA) { Object zzB = zzA.${field.name}; }`))
    ),
    kind('an instance field read from its class', false, (file) =>
        [...file.top.fields.values()]
            .filter((field) => !field.isStatic)
            .map((field) => member(file, `static void zzCall() { Object zzB = ${file.top.name}.${field.name}; }`))
    ),
    kind('void as a value', false, (file) =>
        methodsOf(file)
            .filter((method) => method.owner === file.top && method.isStatic && method.returns.name === 'void')
            .map((method) => member(file, `static void zzCall() { Object zzB = ${method.name}(${nulls(method)}); }`))
    ),
    kind('a private member of another class', false, (file, others) => foreign(file, others, hidden('private'))),
    kind('a protected member of another class', false, (file, others) => foreign(file, others, hidden('protected'))),
    kind('a private constructor', false, (file, others) =>
        foreign(file, others, (cls) => [
            cls.kind === 'class' && !cls.isAbstract && cls.ctors.every((ctor) => ctor.access === 'private')
                ? `Object zzA = new ${cls.name}(${nulls(cls.ctors[0]!)});`
                : null
        ])
    ),
    kind('a private inner class', false, (file, others) =>
        foreign(file, others, (cls) =>
            [...cls.inner.values()]
                .filter((inner) => inner.access === 'private' && !isTestVisible(inner))
                .map((inner) => `${inner.name} zzA;`)
        )
    ),
    kind('an unknown static of another class', false, (file, others) =>
        foreign(file, others, (cls) => [`Object zzA = ${cls.name}.zzNothing;`, `${cls.name}.zzNothing();`])
    ),
    kind('an abstract class constructed', false, (file, others) =>
        foreign(file, others, (cls) => [
            cls.isAbstract ? `Object zzA = new ${cls.name}(${nulls(cls.ctors[0] ?? { params: [] })});` : null
        ])
    ),
    kind('a wrong number of arguments to a constructor', false, (file, others) =>
        foreign(file, others, (cls) => [
            cls.kind === 'class' ? `Object zzA = new ${cls.name}(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);` : null
        ])
    ),
    kind('an abstract class extended by nothing', false, (file, others) =>
        foreign(file, others, () => []).concat(
            others
                .filter((other) => other.top.kind === 'class' && hasAbstract(other.top) && !file.top.isTest)
                .slice(0, 10)
                .map((other) => member(file, `class ZzEmpty extends ${other.top.name} { }`))
        )
    ),
    kind('an interface implemented by nothing', false, (file, others) =>
        others
            .filter(
                (other) => other.top.kind === 'interface' && other.top.methods.size > 0 && file.top.kind === 'class'
            )
            .slice(0, 10)
            .map((other) => member(file, `class ZzEmpty implements ${other.top.name} { }`))
    ),
    kind('a class extended that is not virtual', false, (file, others) =>
        others
            .filter((other) => other.top.kind === 'class' && !other.top.isVirtual && file.top.kind === 'class')
            .slice(0, 10)
            .map((other) => member(file, `class ZzEmpty extends ${other.top.name} { }`))
    )
];

const findAll = (method: MethodSymbol): MethodSymbol[] =>
    findMethods(null as never, method.owner, method.name.toLowerCase());
const isTestVisible = (cls: ClassSymbol): boolean =>
    cls.decl.mods.annotations.some((annotation) => annotation.name === 'testvisible');
const hasAbstract = (cls: ClassSymbol): boolean =>
    cls.isAbstract && [...cls.methods.values()].flat().some((method) => method.isAbstract);
