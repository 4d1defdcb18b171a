// What a compiled class tells the run time about itself.
import type { ClassInfo, FieldInfo, MethodInfo, Annotation } from '../runtime/types.ts';
import type { ClassSymbol } from '../bind/symbols.ts';
import type { AnnotationNode } from '../parse/ast.ts';

const annotationsOf = (nodes: readonly AnnotationNode[]): Annotation[] =>
    nodes.map((node) => ({ name: node.name, args: node.args }));

export function classInfo(cls: ClassSymbol, namespace: string | null, trigger: ClassInfo['trigger'] = null): ClassInfo {
    const methods: MethodInfo[] = [...cls.methods.values()].flat().map((method) => ({
        name: method.name,
        key: method.key,
        isStatic: method.isStatic,
        isAbstract: method.isAbstract,
        modifiers: method.mods.words,
        annotations: annotationsOf(method.mods.annotations),
        params: method.params.map((param) => ({ name: param.name, type: param.type.name })),
        returnType: method.returns.name,
        line: method.decl.line
    }));
    const fields: FieldInfo[] = [...cls.fields.values()].map((field) => ({
        name: field.name,
        key: field.plain || field.isStatic ? field.key : `p$${field.name.toLowerCase()}`,
        type: field.type.name,
        isStatic: field.isStatic,
        isProperty: field.property !== null,
        isTransient: field.mods.words.includes('transient'),
        modifiers: field.mods.words,
        annotations: annotationsOf(field.mods.annotations)
    }));
    const words = cls.decl.mods.words;
    return {
        name: cls.name,
        namespace,
        kind: trigger ? 'trigger' : cls.kind,
        file: cls.file,
        line: cls.decl.line,
        apiVersion: cls.apiVersion,
        superclass: cls.superclass?.name ?? null,
        interfaces: cls.interfaces.map((type) => type.name),
        modifiers: words,
        annotations: annotationsOf(cls.decl.mods.annotations),
        sharing: sharingOf(words, cls.apiVersion),
        methods,
        constructors: cls.ctors.map((ctor) => ({
            key: ctor.key,
            params: ctor.params.map((param) => ({ name: param.name, type: param.type.name })),
            modifiers: ctor.mods.words
        })),
        fields,
        enumValues: cls.decl.values.map((value) => value.name),
        trigger
    };
}

/** From API 67 a class that says nothing runs with sharing. */
function sharingOf(words: readonly string[], apiVersion: number): ClassInfo['sharing'] {
    if (words.includes('with sharing')) return 'with';
    if (words.includes('without sharing')) return 'without';
    if (words.includes('inherited sharing')) return 'inherited';
    return apiVersion >= 67 ? 'with' : 'omitted';
}
