// The rules of annotations: which there are, what they may stand on, and what they ask of it. Rules are those of "Annotations" in
// the Apex Developer Guide, wording that of Salesforce's compiler (its messages are public in salesforcedx-vscode).
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation.htm
import type { AnnotationNode, Modifiers } from '../parse/ast.ts';
import type { Environment } from './environment.ts';
import { restUrlFault } from './restUrl.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from './symbols.ts';
import { BLOB, BUILT_IN, type Type, VOID } from './types.ts';

export type Target = 'classes' | 'interfaces' | 'enums' | 'methods' | 'fields' | 'properties' | 'constructors';

interface AnnotationRule {
    name: string;
    on: readonly Target[];
    /** Known properties, lower case; absent = not checked. */
    properties?: readonly string[];
}

const TYPES: readonly Target[] = ['classes', 'interfaces', 'enums'];
const METHODS: readonly Target[] = ['methods'];
const EVERYWHERE: readonly Target[] = [...TYPES, ...METHODS, 'fields', 'properties', 'constructors'];

const RULES: readonly AnnotationRule[] = [
    {
        name: 'AuraEnabled',
        on: ['methods', 'fields', 'properties'],
        properties: ['cacheable', 'continuation', 'scope']
    },
    { name: 'Deprecated', on: EVERYWHERE },
    { name: 'Future', on: METHODS, properties: ['callout', 'limits', 'value'] },
    { name: 'HttpDelete', on: METHODS },
    { name: 'HttpGet', on: METHODS },
    { name: 'HttpPatch', on: METHODS },
    { name: 'HttpPost', on: METHODS },
    { name: 'HttpPut', on: METHODS },
    {
        name: 'InvocableMethod',
        on: METHODS,
        properties: ['label', 'description', 'callout', 'category', 'configurationeditor', 'iconname', 'capabilitytype']
    },
    {
        name: 'InvocableVariable',
        on: ['fields', 'properties'],
        properties: ['label', 'description', 'required', 'placeholdertext', 'defaultvalue']
    },
    {
        name: 'IsTest',
        on: ['classes', 'methods'],
        properties: ['seealldata', 'isparallel', 'oninstall', 'critical', 'testfor']
    },
    { name: 'JsonAccess', on: ['classes'], properties: ['serializable', 'deserializable'] },
    { name: 'NamespaceAccessible', on: EVERYWHERE },
    { name: 'ReadOnly', on: METHODS },
    { name: 'RemoteAction', on: METHODS },
    { name: 'RestResource', on: ['classes'], properties: ['urlmapping'] },
    { name: 'SuppressWarnings', on: EVERYWHERE },
    { name: 'TestSetup', on: METHODS },
    { name: 'TestVisible', on: EVERYWHERE }
];
const BY_NAME = new Map(RULES.map((rule) => [rule.name.toLowerCase(), rule]));
const VERBS = new Set(['httpdelete', 'httpget', 'httppatch', 'httppost', 'httpput']);
const ONE_PER_TYPE = new Set(['invocablemethod', 'testsetup', ...VERBS]);

/** Properties that are true or false. */
const FLAGS = new Set(['cacheable', 'continuation', 'callout', 'required', 'seealldata', 'isparallel', 'oninstall']);

type Report = (at: { line: number; column: number }, message: string) => void;

/** Unknown, misplaced and repeated annotations, and properties that they do not have. Returns those that may stand there. */
export function placedAnnotations(
    report: Report,
    annotations: readonly AnnotationNode[],
    target: Target
): Map<string, AnnotationNode> {
    const placed = new Map<string, AnnotationNode>();
    for (const annotation of annotations) {
        const rule = BY_NAME.get(annotation.name);
        if (!rule) report(annotation, `Annotation does not exist: ${annotation.name}`);
        else if (placed.has(annotation.name)) report(annotation, `Duplicate modifier: ${rule.name}`);
        else if (!rule.on.includes(target)) report(annotation, `${rule.name} is not allowed on ${target}`);
        else {
            placed.set(annotation.name, annotation);
            for (const property of Object.keys(annotation.args)) {
                if (rule.properties && !rule.properties.includes(property))
                    report(annotation, `No such property, ${property}, defined on this annotation: ${rule.name}`);
                else if (FLAGS.has(property) && typeof annotation.args[property] !== 'boolean')
                    report(annotation, `Invalid value for property ${property} expected type Boolean`);
            }
        }
    }
    return placed;
}

const has = (mods: Modifiers, ...words: string[]): boolean => words.some((word) => mods.words.includes(word));
const annotated = (cls: ClassSymbol, name: string): boolean =>
    cls.decl.mods.annotations.some((annotation) => annotation.name === name);

export function checkClassAnnotations(env: Environment, cls: ClassSymbol): void {
    const report: Report = (at, message) => void env.report(cls.file, at, 'bad-annotation', message);
    const target = cls.kind === 'class' ? 'classes' : cls.kind === 'interface' ? 'interfaces' : 'enums';
    const placed = placedAnnotations(report, cls.decl.mods.annotations, target);
    const test = placed.get('istest');
    if (test && cls.outer) report(test, 'IsTest can only be used on a top level type');
    const access = placed.get('jsonaccess');
    if (access && Object.keys(access.args).length === 0)
        report(access, 'At least one JSON serialization control parameter must be specified');
    const resource = placed.get('restresource');
    if (resource) checkRestResource(report, cls, resource);
    const methods = [...cls.methods.values()].flat();
    for (const name of ONE_PER_TYPE) {
        const marked = methods.filter((method) =>
            method.mods.annotations.some((annotation) => annotation.name === name)
        );
        for (const method of marked.slice(1))
            report(method.decl, `Only one method per type can be defined with: ${BY_NAME.get(name)?.name ?? name}`);
    }
}

function checkRestResource(report: Report, cls: ClassSymbol, resource: AnnotationNode): void {
    if (cls.outer) report(resource, 'RestResource can only be used on a top level type');
    else if (!has(cls.decl.mods, 'global')) report(resource, 'RestResource classes must be declared as global');
    const fault = restUrlFault(resource.args.urlmapping);
    if (fault) report(resource, fault);
}

export function checkFieldAnnotations(env: Environment, cls: ClassSymbol, field: FieldSymbol): void {
    const report: Report = (at, message) => void env.report(cls.file, at, 'bad-annotation', message);
    const target = field.property ? 'properties' : 'fields';
    const placed = placedAnnotations(report, field.mods.annotations, target);
    for (const name of ['auraenabled', 'invocablevariable']) {
        const annotation = placed.get(name);
        if (annotation && !has(field.mods, 'global', 'public'))
            report(
                annotation,
                `${BY_NAME.get(name)?.name ?? name} ${target} require at least one of the following global, public`
            );
    }
    const variable = placed.get('invocablevariable');
    if (variable && (field.type.kind === 'map' || field.type.kind === 'set'))
        report(variable, `InvocableVariable ${target} do not support type of ${field.type.name}`);
    if (variable && field.isStatic) report(variable, `InvocableVariable ${target} cannot be static`);
    if (variable && field.isFinal) report(variable, `InvocableVariable ${target} cannot be final`);
}

export function checkMethodAnnotations(env: Environment, cls: ClassSymbol, method: MethodSymbol): void {
    const report: Report = (at, message) => void env.report(cls.file, at, 'bad-annotation', message);
    const placed = placedAnnotations(report, method.mods.annotations, 'methods');
    for (const [name, annotation] of placed) {
        const proper = BY_NAME.get(name)?.name ?? name;
        for (const fault of methodFaults(cls, method, name, proper)) report(annotation, fault);
    }
    if (has(method.mods, 'testmethod') && !cls.isTest)
        report(method.decl, 'Defining type for testMethod methods must be declared as IsTest');
}

function methodFaults(cls: ClassSymbol, method: MethodSymbol, name: string, proper: string): string[] {
    const mustBeStatic = method.isStatic ? [] : [`${proper} methods must be declared as static`];
    const mustBeVisible = has(method.mods, 'global', 'public')
        ? []
        : [`${proper} methods require at least one of the following global, public`];
    if (VERBS.has(name)) return [...verbFaults(cls, method, proper), ...mustBeStatic];
    switch (name) {
        case 'future':
            return [...mustBeStatic, ...futureFaults(method)];
        case 'invocablemethod':
            return [...mustBeStatic, ...mustBeVisible, ...invocableFaults(method)];
        case 'remoteaction':
            return [...mustBeStatic, ...mustBeVisible];
        case 'istest':
        case 'testsetup':
            return testFaults(cls, method, proper, mustBeStatic);
        case 'auraenabled':
            return auraFaults(cls, method, mustBeVisible);
        default:
            return [];
    }
}

function verbFaults(cls: ClassSymbol, method: MethodSymbol, proper: string): string[] {
    const faults: string[] = [];
    if (!has(method.mods, 'global')) faults.push(`${proper} methods must be declared as global`);
    if (!annotated(cls, 'restresource'))
        faults.push(`Defining type for ${proper} methods must be declared as RestResource`);
    if (/get|delete/i.test(proper) && method.params.length > 0)
        faults.push(`${proper} methods do not support parameters`);
    return faults;
}

/** Future methods take primitive values and collections of them: records may be another's by the time they run. */
function futureFaults(method: MethodSymbol): string[] {
    const faults = method.params
        .filter((param) => !isPlain(param.type))
        .map((param) => `Future methods do not support parameter type of ${param.type.name}`);
    if (method.returns !== VOID) faults.push(`Future methods do not support return type of ${method.returns.name}`);
    return faults;
}

function isPlain(type: Type): boolean {
    if (type.kind === 'error') return true;
    if (type.kind === 'list' || type.kind === 'set' || type.kind === 'map') return type.args.every(isPlain);
    return type.kind === 'primitive' && (BUILT_IN.get(type.name.toLowerCase()) === type || type === BLOB);
}

function invocableFaults(method: MethodSymbol): string[] {
    if (method.params.length > 1) return ['Only one parameter is supported on methods with @Invocable annotation'];
    const { returns } = method;
    const type = method.params[0]?.type;
    const faults: string[] = [];
    if (returns !== VOID && returns.kind !== 'error' && !isInvocableList(returns))
        faults.push(`InvocableMethod methods do not support return type of ${returns.name}`);
    if (!type || type.kind === 'error' || isInvocableList(type)) return faults;
    if (type.kind === 'list')
        return [...faults, `InvocableMethod methods do not support parameter type of ${type.name}`];
    return [
        ...faults,
        `Unsupported parameter type ${type.name}. Valid invocable parameters must be List types like List<T> where T is a supported type`
    ];
}

/** Lists, and lists of lists, of what a flow can hold: no maps or sets. */
function isInvocableList(type: Type): boolean {
    return type.kind === 'list' && type.args[0]!.kind !== 'map' && type.args[0]!.kind !== 'set';
}

function testFaults(cls: ClassSymbol, method: MethodSymbol, proper: string, mustBeStatic: string[]): string[] {
    if (cls.outer) return [`${proper} can only be used on methods of a top level type`];
    const faults = [...mustBeStatic];
    if (!cls.isTest) faults.push(`Defining type for ${proper} methods must be declared as IsTest`);
    if (method.params.length > 0) faults.push('Test methods must have no arguments');
    if (method.returns !== VOID && method.returns.kind !== 'error')
        faults.push(
            proper === 'TestSetup'
                ? 'Test setup method must return void'
                : `IsTest methods do not support return type of ${method.returns.name}`
        );
    return faults;
}

function auraFaults(cls: ClassSymbol, method: MethodSymbol, mustBeVisible: string[]): string[] {
    const low = method.name.toLowerCase();
    const faults = [...mustBeVisible];
    if (!method.isStatic && !low.startsWith('get'))
        faults.push("Non static AuraEnabled methods must be named with a prefix 'get'");
    if (!method.isStatic && method.params.length > 0)
        faults.push('Non static AuraEnabled methods may not have parameters');
    for (const param of method.params)
        if (param.type.kind === 'set')
            faults.push(`AuraEnabled methods do not support parameter type of ${param.type.name}`);
    if (method.returns.kind === 'set')
        faults.push(`AuraEnabled methods do not support return type of ${method.returns.name}`);
    if (isOverload(cls, method))
        faults.push(`Overload of AuraEnabled method: ${method.name} overload is not permitted`);
    if (cls.fields.get(low)?.mods.annotations.some((annotation) => annotation.name === 'auraenabled'))
        faults.push(`AuraEnabled method and variable cannot have the same name: ${method.name}`);
    return faults;
}

/** Is it not the first AuraEnabled method of its name? From API version 55.0 on none may have two. */
function isOverload(cls: ClassSymbol, method: MethodSymbol): boolean {
    const enabled = (cls.methods.get(method.name.toLowerCase()) ?? []).filter((other) =>
        other.mods.annotations.some((annotation) => annotation.name === 'auraenabled')
    );
    return cls.apiVersion >= 55 && enabled.indexOf(method) > 0;
}
