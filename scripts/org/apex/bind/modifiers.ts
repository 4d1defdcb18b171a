// The rules of declarations: modifiers, scopes, names and accessors.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_keywords.htm
import type { Modifiers, Pos } from '../parse/ast.ts';
import {
    checkClassAnnotations,
    checkFieldAnnotations,
    checkMethodAnnotations,
    placedAnnotations,
    type Target
} from './annotations.ts';
import type { Environment } from './environment.ts';
import { RESERVED_METHODS, RESERVED_NAMES } from './reserved.ts';
import type { Access, ClassSymbol, FieldSymbol, MethodSymbol } from './symbols.ts';

const SCOPES = ['public', 'private', 'protected', 'global'];
const RANK: Readonly<Record<Access, number>> = { private: 0, protected: 1, public: 2, global: 3 };
const NOT_ALLOWED: Readonly<Partial<Record<Target, readonly string[]>>> = {
    methods: ['transient'],
    fields: ['abstract', 'virtual', 'override', 'testmethod'],
    properties: ['testmethod'],
    constructors: ['static', 'abstract', 'virtual', 'override', 'transient', 'testmethod', 'webservice', 'final'],
    classes: ['transient', 'override', 'testmethod', 'webservice', 'static'],
    interfaces: ['transient', 'override', 'testmethod', 'webservice', 'static', 'abstract'],
    enums: ['transient', 'override', 'testmethod', 'webservice', 'static', 'abstract', 'virtual']
};

/** Checks every declaration of a class and of its inner classes. */
export function checkDeclarations(env: Environment, cls: ClassSymbol): void {
    checkClass(env, cls);
    for (const methods of cls.methods.values()) for (const method of methods) checkMethod(env, cls, method);
    for (const field of cls.fields.values()) checkField(env, cls, field);
    for (const ctor of cls.ctors) {
        if (!ctor.decl) continue;
        checkWords(env, cls, ctor.mods, ctor.decl, 'constructors');
        placedAnnotations(
            (at, message) => void env.report(cls.file, at, 'bad-annotation', message),
            ctor.mods.annotations,
            'constructors'
        );
    }
    for (const inner of cls.inner.values()) checkDeclarations(env, inner);
}

function checkWords(env: Environment, cls: ClassSymbol, { words }: Modifiers, at: Pos, target: Target): void {
    const report = (message: string): void => void env.report(cls.file, at, 'bad-modifier', message);
    const seen = new Set<string>();
    for (const word of words) {
        if (seen.has(word)) report(`Duplicate modifier: ${word}`);
        seen.add(word);
        if (NOT_ALLOWED[target]?.includes(word)) report(`${word} is not allowed on ${target}`);
    }
    if (SCOPES.filter((scope) => seen.has(scope)).length > 1) report('Declarations can only have one scope');
    if ([...seen].filter((word) => word.endsWith(' sharing')).length > 1)
        report('Declarations can only have one sharing mode');
}

function checkName(env: Environment, cls: ClassSymbol, name: string, at: Pos, reserved = RESERVED_NAMES): void {
    if (reserved.has(name.toLowerCase()))
        env.report(cls.file, at, 'reserved-name', `Identifier name is reserved: ${name}`);
    if (/^_|__|_$/.test(name)) env.report(cls.file, at, 'bad-name', `Invalid character in identifier: ${name}`);
}

function checkClass(env: Environment, cls: ClassSymbol): void {
    const { decl } = cls;
    const target = cls.kind === 'class' ? 'classes' : cls.kind === 'interface' ? 'interfaces' : 'enums';
    checkWords(env, cls, decl.mods, decl, target);
    checkName(env, cls, decl.name, decl, RESERVED_METHODS);
    checkClassAnnotations(env, cls);
    const isVisible = decl.mods.words.includes('public') || decl.mods.words.includes('global');
    if (!cls.outer && !isVisible && !cls.isTest)
        env.report(cls.file, decl, 'bad-modifier', 'Top-level type must have public or global visibility');
    if (cls.outer && cls.outer.access !== 'global' && cls.access === 'global')
        env.report(cls.file, decl, 'bad-modifier', `Enclosing type for global ${target} must be declared as global`);
    const block = cls.outer ? decl.members.find((member) => member.k === 'Init' && member.isStatic) : undefined;
    if (block) env.report(cls.file, block, 'static-in-inner', 'Inner types are not allowed to have static blocks');
    const names = new Set<string>();
    for (const value of decl.values) {
        const low = value.name.toLowerCase();
        if (names.has(low)) env.report(cls.file, value, 'duplicate-field', `Duplicate field: ${value.name}`);
        names.add(low);
    }
}

/** What is global stands in what is global. */
function checkExposure(env: Environment, cls: ClassSymbol, mods: Modifiers, at: Pos, target: Target): void {
    const word = mods.words.includes('webservice') ? 'webService' : mods.words.includes('global') ? 'global' : null;
    if (word && cls.access !== 'global')
        env.report(cls.file, at, 'bad-modifier', `Defining type for ${word} ${target} must be declared as global`);
}

function checkMethod(env: Environment, cls: ClassSymbol, method: MethodSymbol): void {
    const { decl, mods } = method;
    checkWords(env, cls, mods, decl, 'methods');
    checkName(env, cls, decl.name, decl, RESERVED_METHODS);
    checkMethodAnnotations(env, cls, method);
    checkExposure(env, cls, mods, decl, 'methods');
    for (const param of decl.params) checkName(env, cls, param.name, param);
    if (method.params.some((param) => param.type.kind === 'void'))
        env.report(cls.file, decl, 'unknown-type', 'Parameters cannot be of type void');
    if (method.params.length > 32)
        env.report(cls.file, decl, 'too-many-parameters', 'Invalid number of parameters exceeds: 32');
    if (mods.words.includes('webservice') && !method.isStatic)
        env.report(cls.file, decl, 'bad-modifier', 'webService methods must be declared as static');
}

function checkField(env: Environment, cls: ClassSymbol, field: FieldSymbol): void {
    const target = field.property ? 'properties' : 'fields';
    checkWords(env, cls, field.mods, field, target);
    checkName(env, cls, field.name, field);
    checkFieldAnnotations(env, cls, field);
    checkExposure(env, cls, field.mods, field, target);
    if (!field.property) return;
    for (const access of [field.property.getAccess, field.property.setAccess]) {
        if (RANK[access] > RANK[field.access])
            env.report(
                cls.file,
                field,
                'bad-accessor',
                `Cannot declare ${access} accessor on ${field.access} property`
            );
    }
}
