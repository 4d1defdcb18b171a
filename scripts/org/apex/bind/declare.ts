// From trees to symbols: first every class by name, then hierarchies, then the types of members, then the rules about them.
import type { ClassDecl, FieldDecl, MethodDecl, Modifiers, Param, PropertyDecl } from '../parse/ast.ts';
import type { Environment } from './environment.ts';
import { findMethods, nativeSupers } from './members.ts';
import { accessOf, ClassSymbol, memberKey, type MethodSymbol, type ParamSymbol } from './symbols.ts';
import { assignable, ERROR, STRING, type Type, Type as TypeClass, VOID } from './types.ts';

export function declareClass(
    env: Environment,
    decl: ClassDecl,
    outer: ClassSymbol | null,
    file: string,
    apiVersion: number
): ClassSymbol {
    const symbol = new ClassSymbol(decl, outer, file, apiVersion);
    symbol.type = new TypeClass('class', symbol.name, [], { cls: symbol });
    if (!outer) {
        const key = decl.name.toLowerCase();
        if (env.classes.has(key)) env.report(file, decl, 'duplicate-class', `Type name already in use: ${decl.name}`);
        env.classes.set(key, symbol);
    }
    for (const member of decl.members) {
        if (member.k !== 'Class') continue;
        if (outer) env.report(file, member, 'nested-class', 'Inner types are not allowed to have inner types');
        const inner = declareClass(env, member, symbol, file, apiVersion);
        const key = member.name.toLowerCase();
        if (symbol.inner.has(key))
            env.report(file, member, 'duplicate-class', `Type name already in use: ${member.name}`);
        symbol.inner.set(key, inner);
    }
    return symbol;
}

export function resolveHierarchy(env: Environment, cls: ClassSymbol): void {
    const scope = cls.outer ?? cls;
    if (cls.decl.superclass) {
        const type = env.resolve(cls.decl.superclass, scope, cls.file);
        if (type.cls) {
            if (type.cls.kind === 'interface')
                env.report(cls.file, cls.decl, 'bad-superclass', `Invalid super type: ${type.name}`);
            else if (!type.cls.isVirtual)
                env.report(
                    cls.file,
                    cls.decl,
                    'bad-superclass',
                    `Non-virtual and non-abstract type cannot be extended: ${type.name}`
                );
            cls.superclass = type;
        } else if (type.native) {
            if (!type.native.decl.virtual && type.native.name !== 'System.Exception')
                env.report(
                    cls.file,
                    cls.decl,
                    'bad-superclass',
                    `Non-virtual and non-abstract type cannot be extended: ${type.name}`
                );
            cls.superclass = type;
        } else {
            if (type !== ERROR)
                env.report(
                    cls.file,
                    cls.decl,
                    'bad-superclass',
                    `Non-virtual and non-abstract type cannot be extended: ${type.name}`
                );
            cls.broken = true;
        }
        const isException = isExceptionType(type);
        if (/exception$/i.test(cls.simple) !== isException && type !== ERROR) {
            if (isException)
                env.report(
                    cls.file,
                    cls.decl,
                    'exception-name',
                    `Classes extending Exception must have a name ending in 'Exception': ${cls.name}`
                );
        }
    }
    if (/exception$/i.test(cls.simple) && !cls.decl.superclass && cls.kind === 'class') {
        env.report(
            cls.file,
            cls.decl,
            'exception-name',
            `Exception class must extend another Exception class: ${cls.name}`
        );
    }
    for (const ref of cls.decl.interfaces) {
        const type = env.resolve(ref, scope, cls.file);
        const isInterface = type.cls ? type.cls.kind === 'interface' : type.native?.kind === 'interface';
        if (isInterface && cls.interfaces.includes(type))
            env.report(cls.file, ref, 'bad-interface', `Interface already implemented: ${type.name}`);
        else if (isInterface) cls.interfaces.push(type);
        else if (type !== ERROR) env.report(cls.file, ref, 'bad-interface', `Invalid interface: ${type.name}`);
        else cls.broken = true;
    }
    for (const inner of cls.inner.values()) resolveHierarchy(env, inner);
}

/** Does the class extend Exception? */
export function isException(cls: ClassSymbol): boolean {
    return cls.superclass !== null && isExceptionType(cls.superclass);
}

function isExceptionType(type: Type): boolean {
    const seen = new Set<Type>();
    for (let at: Type | null = type; at && !seen.has(at); seen.add(at), at = at.cls ? at.cls.superclass : null)
        if (at.native) return at.native.name === 'System.Exception' || /Exception$/.test(at.native.name);
    return false;
}

/** Breaks circles of inheritance so that walks end. */
export function checkCircles(env: Environment, cls: ClassSymbol): void {
    const seen = new Set<ClassSymbol>();
    for (let at: ClassSymbol | null = cls; at; at = at.parent) {
        if (seen.has(at)) {
            env.report(cls.file, cls.decl, 'circular-inheritance', `Circular definition: ${cls.name}`);
            cls.superclass = null;
            cls.broken = true;
            break;
        }
        seen.add(at);
    }
    for (const inner of cls.inner.values()) checkCircles(env, inner);
}

export function resolveMembers(env: Environment, cls: ClassSymbol): void {
    const file = cls.file;
    for (const member of cls.decl.members) {
        switch (member.k) {
            case 'Method':
                addMethod(env, cls, member);
                break;
            case 'Ctor': {
                const params = resolveParams(env, cls, member.params);
                const key = memberKey('$c', params);
                if (cls.ctors.some((known) => known.key === key))
                    env.report(
                        file,
                        member,
                        'duplicate-method',
                        `Constructor already defined: ${signature(cls.name, params)}`
                    );
                cls.ctors.push({
                    owner: cls,
                    k: 'ctor',
                    key,
                    params,
                    access: accessOf(member.mods.words, 'private'),
                    testVisible: isTestVisible(member.mods),
                    mods: member.mods,
                    decl: member
                });
                break;
            }
            case 'Field':
                addFields(env, cls, member);
                break;
            case 'Property':
                addProperty(env, cls, member);
                break;
            case 'Init':
                if (member.isStatic) cls.hasStatics = true;
                break;
            case 'Class':
                break;
        }
    }
    if (cls.kind === 'class' && isException(cls)) addExceptionConstructors(env, cls);
    if (cls.kind === 'class' && cls.ctors.length === 0) {
        cls.ctors.push({
            owner: cls,
            k: 'ctor',
            key: '$c$',
            params: [],
            access: 'public',
            testVisible: false,
            mods: { words: ['public'], annotations: [] },
            decl: null
        });
    }
    for (const inner of cls.inner.values()) resolveMembers(env, inner);
}

/** Exception classes have four constructors for free. */
function addExceptionConstructors(env: Environment, cls: ClassSymbol): void {
    const exception = env.types.named?.('System.Exception');
    const shapes = [[], [STRING], ...(exception ? [[exception], [STRING, exception]] : [])];
    for (const shape of shapes) {
        const params = shape.map((type, at) => ({ name: `p${at}`, type, isFinal: false }));
        const key = memberKey('$c', params);
        const known = cls.ctors.find((own) => own.key === key);
        if (known && params.length > 0)
            env.report(
                cls.file,
                known.decl ?? cls.decl,
                'duplicate-method',
                `System exception constructor already defined: ${signature('<Constructor>', params)}`
            );
        if (known) continue;
        cls.ctors.push({
            owner: cls,
            k: 'ctor',
            key,
            params,
            access: 'public',
            testVisible: false,
            mods: { words: ['public'], annotations: [] },
            decl: null
        });
    }
}

function resolveParams(env: Environment, cls: ClassSymbol, params: readonly Param[]): ParamSymbol[] {
    const names = new Set<string>();
    return params.map((param) => {
        const low = param.name.toLowerCase();
        if (names.has(low)) env.report(cls.file, param, 'duplicate-variable', `Duplicate variable: ${param.name}`);
        names.add(low);
        return { name: param.name, type: env.resolve(param.type, cls, cls.file), isFinal: param.isFinal };
    });
}

const isTestVisible = (mods: Modifiers): boolean =>
    mods.annotations.some((annotation) => annotation.name === 'testvisible');

export function signature(name: string, params: readonly { type: Type }[]): string {
    return `${name}(${params.map((param) => param.type.name).join(', ')})`;
}

function addMethod(env: Environment, cls: ClassSymbol, decl: MethodDecl): void {
    const words = decl.mods.words;
    const params = resolveParams(env, cls, decl.params);
    const isInterface = cls.kind === 'interface';
    const method: MethodSymbol = {
        owner: cls,
        k: 'method',
        name: decl.name,
        key: memberKey(decl.name, params),
        params,
        returns: decl.type ? env.resolve(decl.type, cls, cls.file) : VOID,
        isStatic: words.includes('static') || words.includes('testmethod'),
        isAbstract: isInterface || words.includes('abstract'),
        isVirtual: isInterface || words.includes('virtual') || words.includes('abstract') || words.includes('override'),
        isOverride: words.includes('override'),
        access: isInterface ? 'global' : accessOf(words, 'private'),
        testVisible: isTestVisible(decl.mods),
        mods: decl.mods,
        decl
    };
    // Private methods are nobody else's: a subclass may have its own of the same signature.
    const signatureKey = method.key;
    if (method.access === 'private' && !method.isVirtual && !method.isStatic) method.key += `$$${cls.js}`;
    const low = decl.name.toLowerCase();
    const list = cls.methods.get(low) ?? [];
    if (list.some((known) => memberKey(known.name, known.params) === signatureKey))
        env.report(
            cls.file,
            decl,
            'duplicate-method',
            `Method already defined: ${method.returns.name} ${signature(decl.name, params)} from the type ${cls.name}`
        );
    if (!decl.body && !method.isAbstract) env.report(cls.file, decl, 'missing-body', 'Method must have a body');
    if (decl.body && method.isAbstract)
        env.report(cls.file, decl, 'abstract-body', 'Abstract methods cannot have a body');
    if (method.isAbstract && !isInterface && !words.includes('static') && !cls.isAbstract)
        env.report(
            cls.file,
            decl,
            'abstract-method',
            'Defining type for abstract methods must be declared as abstract'
        );
    if (method.isStatic && cls.outer && words.includes('static'))
        env.report(cls.file, decl, 'static-in-inner', 'static can only be used on methods of a top level type');
    if (method.isStatic && (words.includes('virtual') || words.includes('abstract') || words.includes('override')))
        env.report(
            cls.file,
            decl,
            'bad-modifier',
            `Static methods cannot be ${words.find((word) => word === 'virtual' || word === 'abstract' || word === 'override')}`
        );
    list.push(method);
    cls.methods.set(low, list);
}

function addFields(env: Environment, cls: ClassSymbol, decl: FieldDecl): void {
    const words = decl.mods.words;
    const type = env.resolve(decl.type, cls, cls.file);
    if (cls.kind === 'interface') env.report(cls.file, decl, 'bad-member', 'Interfaces cannot have fields');
    for (const variable of decl.vars) {
        addField(env, cls, {
            owner: cls,
            k: 'field',
            name: variable.name,
            key: `_${variable.name.toLowerCase()}`,
            type,
            isStatic: words.includes('static'),
            isFinal: words.includes('final'),
            access: accessOf(words, 'private'),
            testVisible: isTestVisible(decl.mods),
            mods: decl.mods,
            init: variable.init,
            line: variable.line,
            column: variable.column,
            property: null,
            plain: true
        });
    }
}

function addProperty(env: Environment, cls: ClassSymbol, decl: PropertyDecl): void {
    const words = decl.mods.words;
    const access = accessOf(words, 'private');
    const virtual = words.includes('virtual') || words.includes('abstract') || words.includes('override');
    const code = !!decl.get?.body || !!decl.set?.body || virtual;
    addField(env, cls, {
        owner: cls,
        k: 'field',
        name: decl.name,
        key: `_${decl.name.toLowerCase()}`,
        type: env.resolve(decl.type, cls, cls.file),
        isStatic: words.includes('static'),
        isFinal: words.includes('final'),
        access,
        testVisible: isTestVisible(decl.mods),
        mods: decl.mods,
        init: null,
        line: decl.line,
        column: decl.column,
        property: {
            get: decl.get,
            set: decl.set,
            getAccess: accessOf(decl.get?.mods ?? [], access),
            setAccess: accessOf(decl.set?.mods ?? [], access),
            virtual
        },
        plain: !code
    });
}

function addField(env: Environment, cls: ClassSymbol, field: import('./symbols.ts').FieldSymbol): void {
    const low = field.name.toLowerCase();
    if (field.isStatic && cls.outer)
        env.report(cls.file, field, 'static-in-inner', 'static can only be used on fields of a top level type');
    if (field.type === VOID)
        env.report(
            cls.file,
            field,
            'unknown-type',
            field.property ? 'Properties cannot be of type void' : 'Variables cannot be of type void'
        );
    if (cls.fields.has(low)) env.report(cls.file, field, 'duplicate-field', `Duplicate field: ${field.name}`);
    if (field.isStatic) cls.hasStatics = true;
    cls.fields.set(low, field);
}

/** Rules that need the whole hierarchy: implemented interfaces, overriding, abstract members. */
export function checkMembers(env: Environment, cls: ClassSymbol): void {
    for (const inner of cls.inner.values()) checkMembers(env, inner);
    if (cls.kind === 'enum') return;
    for (const [low, field] of cls.fields) {
        // A subclass may have a field of the same name: both are kept.
        let depth = 0;
        for (let at = cls.parent; at; at = at.parent) depth++;
        for (let at = cls.parent; at && !field.isStatic; at = at.parent) {
            const other = at.fields.get(low);
            if (other && !other.isStatic && !(field.property?.virtual && other.property?.virtual))
                field.key = `_${low}$${depth}`;
        }
    }
    for (const methods of cls.methods.values()) for (const method of methods) checkOverride(env, cls, method);
    if (cls.kind !== 'class' || cls.isAbstract || cls.broken) return;
    const missing = (method: string, isAbstract = false): void =>
        env.report(
            cls.file,
            cls.decl,
            'missing-implementation',
            `Class ${cls.name} must implement the ${isAbstract ? 'abstract ' : ''}method: ${method}`
        );
    const implementation = (key: string, name: string): MethodSymbol | undefined => {
        for (let at: ClassSymbol | null = cls; at; at = at.parent) {
            const found = at.methods
                .get(name.toLowerCase())
                ?.find((method) => !method.isStatic && (method.key === key || method.key === `${key}$$${cls.js}`));
            if (found) return found;
        }
        return undefined;
    };
    const hasStatic = (wanted: MethodSymbol): boolean =>
        findMethods(env, cls, wanted.name.toLowerCase()).some((method) => method.isStatic && method.key === wanted.key);
    const seen = new Set<ClassSymbol>();
    const visit = (at: ClassSymbol): void => {
        if (seen.has(at)) return;
        seen.add(at);
        for (const methods of at.methods.values()) {
            for (const method of methods) {
                if (!method.isAbstract) continue;
                const found = implementation(method.key, method.name);
                // A static method counts for an interface: soql-lib's SOQL_Account has `public static SOQL_Account query()`.
                if (at.kind === 'interface' && !found && hasStatic(method)) continue;
                if (at.kind === 'interface' && !found && isOfObject(method)) continue;
                if (!found || found.isAbstract)
                    missing(
                        `${method.returns.name} ${at.name}.${signature(method.name, method.params)}`,
                        at.kind === 'class'
                    );
                else if (at.kind === 'interface' && found.access !== 'public' && found.access !== 'global')
                    env.report(
                        cls.file,
                        found.decl,
                        'weak-access',
                        `${cls.name}: Overriding implementations of global or public interface methods must be global or public: ${found.returns.name} ${cls.name}.${signature(found.name, found.params)}`
                    );
                else if (
                    at.kind === 'interface' &&
                    method.returns !== found.returns &&
                    (method.returns === VOID || !assignable(env.types, method.returns, found.returns))
                )
                    env.report(
                        cls.file,
                        found.decl,
                        'return-mismatch',
                        `Method return types clash: ${found.returns.name} vs ${method.returns.name} from the type ${at.name}`
                    );
            }
        }
        if (at.parent) visit(at.parent);
        for (const type of at.interfaces) if (type.cls) visit(type.cls);
    };
    visit(cls);
    for (const type of nativeSupers(env, cls)) {
        if (type.native!.kind !== 'interface') continue;
        if (type.native!.name === 'Database.Batchable')
            for (const method of missingOfBatch(env, cls, type)) missing(method);
        for (const member of type.native!.allMethods()) {
            // A static method counts too: apex-recipes' QueueableRecipes has `public static void execute(QueueableContext)`.
            const methods = findMethods(env, cls, member.name.toLowerCase()).filter(
                (method) =>
                    method.params.length === member.params.length &&
                    !method.isAbstract &&
                    method.params.every((param, index) =>
                        fulfils(
                            param.type,
                            env.types.substitute(member.params[index]!.type, type.native!.typeParams, type.args)
                        )
                    )
            );
            const wanted = env.types.substitute(member.returns, type.native!.typeParams, type.args);
            const clash = methods.length === 1 && !returnsFit(env, wanted, methods[0]!.returns) ? methods[0]! : null;
            if (clash)
                env.report(
                    cls.file,
                    clash.decl,
                    'return-mismatch',
                    `Method return types clash: ${clash.returns.name} vs ${wanted.name} from the type ${type.native!.name}`
                );
            const hidden = methods.find((method) => method.access !== 'public' && method.access !== 'global');
            if (hidden && methods.length === 1)
                env.report(
                    cls.file,
                    hidden.decl,
                    'weak-access',
                    `${cls.name}: Overriding implementations of global or public interface methods must be global or public: ${hidden.returns.name} ${cls.name}.${signature(hidden.name, hidden.params)}`
                );
            if (
                methods.length === 0 &&
                !nativeSupers(env, cls).some(
                    (other) =>
                        other.native!.kind !== 'interface' &&
                        other.native!.methods(member.name.toLowerCase()).length > 0
                )
            ) {
                const params = member.params.map((param) => ({
                    type: env.types.substitute(param.type, type.native!.typeParams, type.args)
                }));
                missing(
                    `${env.types.substitute(member.returns, type.native!.typeParams, type.args).name} ${type.native!.name}.${signature(member.name, params)}`
                );
            }
        }
    }
}

/** Every class has these from Object, so that an interface which asks for them is served. */
export const isOfObject = (method: { name: string; params: readonly unknown[] }): boolean =>
    /^(tostring\/0|hashcode\/0|equals\/1)$/i.test(`${method.name}/${method.params.length}`);

/**
 * What a batch class leaves out: `start` gives a locator or an iterable and the scope is a list of what the batch is of, so none
 * of them has one signature. https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_interface_database_batchable.htm
 */
function missingOfBatch(env: Environment, cls: ClassSymbol, type: Type): string[] {
    const has = (name: string, arity: number): boolean =>
        findMethods(env, cls, name).some(
            (method) =>
                method.params.length === arity &&
                !method.isAbstract &&
                ['Database.BatchableContext', 'Object'].includes(method.params[0]!.type.name) &&
                (arity === 1 || fulfils(method.params[1]!.type, env.types.list(type.args[0]!)))
        );
    const item = type.args[0]!.name;
    const context = 'Database.BatchableContext';
    return [
        ...(has('start', 1) ? [] : [`System.Iterable<${item}> ${type.name}.start(${context})`]),
        ...(has('execute', 2) ? [] : [`void ${type.name}.execute(${context}, List<${item}>)`]),
        ...(has('finish', 1) ? [] : [`void ${type.name}.finish(${context})`])
    ];
}

/** May a method that implements another give this? */
function returnsFit(env: Environment, wanted: Type, own: Type): boolean {
    if (wanted === own || wanted === ERROR || own === ERROR) return true;
    return wanted !== VOID && assignable(env.types, wanted, own);
}

/** May a parameter stand for the one a library interface names? Lists of records may be of any object. */
function fulfils(own: Type, wanted: Type): boolean {
    if (own === wanted || own === ERROR || wanted === ERROR) return true;
    // A batch may take its scope as what it iterates over.
    if (own.native?.name === 'System.Iterable' && wanted.kind === 'list' && own.args.length === 1)
        return fulfils(own.args[0]!, wanted.args[0]!) || own.args[0]!.kind === 'sobject';
    const isRecords = (type: Type): boolean => type.kind === 'list' && type.args[0]!.kind === 'sobject';
    return isRecords(own) && isRecords(wanted);
}

/** Public and global may stand for each other. */
const VISIBILITY: Readonly<Record<string, number>> = { private: 0, protected: 1, public: 2, global: 2 };

function checkOverride(env: Environment, cls: ClassSymbol, method: MethodSymbol): void {
    if (cls.kind === 'interface' || method.isStatic) return;
    let parent: MethodSymbol | undefined;
    for (let at = cls.parent; at && !parent; at = at.parent)
        parent = at.methods
            .get(method.name.toLowerCase())
            ?.find((other) => other.key === method.key && !other.isStatic);
    if (parent && parent.access !== 'private') {
        if (!parent.isVirtual)
            env.report(
                cls.file,
                method.decl,
                'not-virtual',
                `Non-virtual, non-abstract methods cannot be overridden: ${method.returns.name} ${cls.name}.${signature(method.name, method.params)}`
            );
        else if (!method.isOverride)
            env.report(
                cls.file,
                method.decl,
                'missing-override',
                `Method must use the override keyword: ${method.returns.name} ${cls.name}.${signature(method.name, method.params)}`
            );
        else if (VISIBILITY[method.access] < VISIBILITY[parent.access])
            env.report(
                cls.file,
                method.decl,
                'weak-access',
                `Cannot reduce the visibility of method: ${method.returns.name} ${cls.name}.${signature(method.name, method.params)}`
            );
        else if (parent.returns !== method.returns && parent.returns !== ERROR && method.returns !== ERROR) {
            env.report(
                cls.file,
                method.decl,
                'return-mismatch',
                `Method return types clash: ${method.returns.name} vs ${parent.returns.name} from the type ${parent.owner.name}`
            );
        }
        return;
    }
    if (!method.isOverride || parent) return;
    const object = ['tostring$', 'hashcode$', 'equals$object'].includes(method.key);
    const native = nativeSupers(env, cls).some((type) => type.native!.methods(method.name.toLowerCase()).length > 0);
    if (!object && !native && !cls.broken && !hasUnknownParent(cls)) {
        const viaInterface = findMethods(env, cls, method.name.toLowerCase()).some(
            (other) => other !== method && other.key === method.key
        );
        if (!viaInterface)
            env.report(
                cls.file,
                method.decl,
                'bad-override',
                `@Override specified for non-overriding method: ${method.returns.name} ${cls.name}.${signature(method.name, method.params)}`
            );
    }
}

function hasUnknownParent(cls: ClassSymbol): boolean {
    for (let at: ClassSymbol | null = cls; at; at = at.parent) if (at.broken) return true;
    return false;
}
