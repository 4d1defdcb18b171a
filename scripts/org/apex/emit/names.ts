// Names, members and elements: what a name means (variables before types, own classes before the library), and how the place
// it stands for is read and written.
import {
    childRelationship,
    fieldOf,
    referenceByRelationship,
    type FieldDescribe,
    type ObjectDescribe
} from '../../metadata/describe.ts';
import type { Expr, IndexExpr, MemberExpr, NameExpr, Pos } from '../parse/ast.ts';
import { findInner } from '../bind/environment.ts';
import { type Candidate, findField, isVisible, nativeMethods, nativeProperty } from '../bind/members.ts';
import type { NativeMember, NativeSymbol } from '../bind/natives.ts';
import type { ClassSymbol, FieldSymbol } from '../bind/symbols.ts';
import { BOOLEAN, ERROR, ID, INTEGER, isLoose, SOBJECT, STRING, type Type } from '../bind/types.ts';
import { close, type Body, type Ex, type LocalVar, type Target } from './body.ts';
import { text } from './script.ts';
import { isPlatformField } from './writeable.ts';

/** Something that can be read and perhaps written. */
export interface Place {
    read: Ex;
    write: ((value: string) => string) | null;
    /** Evaluated first, so that read and write name the same thing. */
    setup: string[];
    local?: LocalVar;
    /** Why it cannot be written. */
    refusal?: string;
}

const FINAL = 'Final members can only be assigned in their declaration, init blocks, or constructors';
const readOnly = (read: Ex, refusal?: string): Place => ({ read, write: null, setup: [], refusal });

// ── what stands before a dot ────────────────────────────────────────────────────────────────────────────────────────

export function targetOf(body: Body, node: Expr): Target {
    if (node.k === 'Name') {
        const place = namePlace(body, node, false);
        if (place) return { value: place.read };
        const low = node.name.toLowerCase();
        const type = body.env.find(
            { parts: [node.name], args: [], arrays: 0, line: node.line, column: node.column },
            body.cls
        );
        if (low === 'label' && !type) return { space: 'label' };
        if (low === 'page' && !type) return { space: 'page' };
        if (type) return { type };
        if (body.env.namespaces.has(low) || low === body.env.options.namespace?.toLowerCase()) return { space: low };
        if (body.env.isUnsupported(low))
            body.report(node, 'unsupported', `unsupported: the local org has no ${node.name}`);
        else body.report(node, 'unknown-variable', `Variable does not exist: ${node.name}`);
        return { error: true };
    }
    if (node.k === 'Member' && !node.safe) {
        const target = targetOf(body, node.target);
        if ('error' in target) return target;
        if ('space' in target) return memberOfSpace(body, node, target.space);
        if ('type' in target) {
            if (target.type.native?.name === 'System.System' && node.name.toLowerCase() === 'label')
                return { space: 'label' };
            const inner = innerType(body, target.type, node.name);
            if (inner && !staticPlace(body, node, target.type, false, true)) return { type: inner };
            const place = staticPlace(body, node, target.type);
            return place.read.type === ERROR ? { error: true } : { value: place.read };
        }
        return { value: memberPlace(body, node, target.value, false).read };
    }
    const value = body.chain(node);
    return value.type === ERROR ? { error: true } : { value };
}

function innerType(body: Body, type: Type, name: string): Type | null {
    const low = name.toLowerCase();
    if (type.cls) return findInner(type.cls, low)?.type ?? null;
    if (!type.native) return null;
    if (type.native.name === 'System.Schema' && body.env.sobject(name))
        return body.env.natives.has(`schema.${low}`)
            ? body.env.types.native(body.env.natives.get(`schema.${low}`)!)
            : body.env.sobject(name);
    const nested =
        body.env.natives.get(`${type.native.simple}.${low}`.toLowerCase()) ??
        body.env.natives.get(`${type.native.name}.${low}`.toLowerCase());
    return nested
        ? body.env.types.native(
              nested,
              nested.typeParams.map(() => SOBJECT)
          )
        : null;
}

function memberOfSpace(body: Body, node: MemberExpr, space: string): Target {
    const low = node.name.toLowerCase();
    if (space === 'label' || space.startsWith('label.'))
        return label(body, node, space === 'label' ? null : space.slice(6));
    if (space === 'page') {
        const type = body.env.types.named?.('System.PageReference') ?? ERROR;
        if (body.env.options.pageExists && !body.env.options.pageExists(node.name)) {
            body.report(node, 'unknown-page', `Page does not exist: ${node.name}`);
            return { error: true };
        }
        return { value: { type, code: `$page(${text(node.name)})`, nn: true } };
    }
    if (space === 'system' && low === 'label') return { space: 'label' };
    const type = body.env.find(
        { parts: [...space.split('.'), node.name], args: [], arrays: 0, line: node.line, column: node.column },
        null
    );
    if (type) return { type };
    if ([...body.env.namespaces].some((known) => known === `${space}.${low}`)) return { space: `${space}.${low}` };
    if (body.env.isUnsupported(space))
        body.report(node, 'unsupported', `unsupported: the local org has no ${space}.${node.name}`);
    else body.report(node, 'unknown-variable', `Variable does not exist: ${node.name}`);
    return { error: true };
}

function label(body: Body, node: MemberExpr, namespace: string | null): Target {
    const exists = body.env.options.labelExists;
    if (exists && !exists(namespace, node.name)) {
        if (
            namespace === null &&
            /^\w+$/.test(node.name) &&
            node.name.toLowerCase() === body.env.options.namespace?.toLowerCase()
        )
            return { space: `label.${node.name}` };
        body.report(node, 'unknown-label', `External string does not exist: ${node.name}`);
        return { error: true };
    }
    return {
        value: {
            type: STRING,
            code: `$label(${namespace === null ? 'null' : text(namespace)},${text(node.name)})`,
            nn: true
        }
    };
}

// ── names ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Variable, field or property of this name; null when the name is none of these. */
export function namePlace(body: Body, node: NameExpr, reuse: boolean): Place | null {
    const low = node.name.toLowerCase();
    const local = body.local(low);
    if (local) {
        return {
            read: { type: local.type, code: local.js, nn: false, local },
            setup: [],
            local,
            write: local.isFinal ? null : (value) => `${local.js}=${value}`,
            refusal: `${FINAL}: ${node.name}`
        };
    }
    for (let cls = body.cls, own = true; cls; cls = cls.outer, own = false) {
        const field = findField(cls, low, own && !body.isStatic ? null : true);
        if (field)
            return fieldPlace(
                body,
                node,
                field,
                field.isStatic ? null : { type: cls.type, code: 'this', nn: true, isThis: true },
                reuse
            );
    }
    return null;
}

/** A function from names to values, for the binds of dynamic queries: locals, and what the class and its outer classes declare. */
export function scopeCode(body: Body): string {
    const cases = new Map<string, string>([...body.visible()].map(([low, local]) => [low, local.js]));
    for (let cls = body.cls, own = true; cls; cls = cls.outer, own = false) {
        for (let at: ClassSymbol | null = cls; at; at = at.parent) {
            for (const [low, field] of at.fields) {
                const readable = field.property === null || field.property.get !== null;
                if (
                    cases.has(low) ||
                    !readable ||
                    !isVisible(field, body.cls) ||
                    !(field.isStatic || (own && !body.isStatic))
                )
                    continue;
                const place = namePlace(
                    body,
                    { k: 'Name', name: field.name, line: field.line, column: field.column },
                    false
                );
                if (place) cases.set(low, place.read.code);
            }
        }
    }
    if (cases.size === 0) return 'null';
    return `($N)=>{switch($N){${[...cases].map(([low, code]) => `case ${text(low)}:return ${code};`).join('')}}}`;
}

function fieldPlace(body: Body, node: Pos, field: FieldSymbol, receiver: Ex | null, reuse: boolean): Place {
    const { script } = body;
    if (!isVisible(field, body.cls))
        return readOnly({
            ...body.report(node, 'not-visible', `Variable is not visible: ${field.name}`),
            type: field.type
        });
    const stored = field.plain || body.backing === field;
    const setup: string[] = [];
    let base: string;
    if (field.isStatic) {
        if (stored) {
            if (script.isOwn(field.owner)) {
                body.usesStatics = true;
                base = '$S';
            } else base = script.statics(field.owner);
        } else base = script.cls(field.owner);
    } else {
        base = receiver!.code;
        if (reuse && !receiver!.isThis && !/^\w+$/.test(base)) {
            const temp = body.temp();
            setup.push(`${temp}=${base}`);
            base = temp;
        }
    }
    const property = field.property;
    const low = field.name.toLowerCase();
    const read: Ex = { type: field.type, code: stored ? `${base}.${field.key}` : `${base}.get$${low}()` };
    let refusal: string | undefined;
    if (property && body.backing !== field) {
        if (!property.set) refusal = `Property is not writeable: ${field.name}`;
        else if (!isVisible({ ...field, access: property.setAccess }, body.cls))
            refusal = `Property is not writeable: ${field.name}`;
        if (!property.get) body.report(node, 'not-readable', `Property is not readable: ${field.name}`);
        else if (!isVisible({ ...field, access: property.getAccess }, body.cls))
            body.report(node, 'not-visible', `Property is not visible: ${field.name}`);
    }
    if (
        field.isFinal &&
        !property &&
        (!body.initialising || !mayInitialise(body.cls, field) || (field.init !== null && body.isConstructor))
    )
        refusal = `${FINAL}: ${field.name}`;
    const write = stored
        ? (value: string) => `${base}.${field.key}=${value}`
        : (value: string) => `${base}.set$${low}(${value})`;
    return { read, write: refusal ? null : write, setup, refusal };
}

/** Constructors of subclasses may assign the final fields they inherit. */
function mayInitialise(cls: ClassSymbol | null, field: FieldSymbol): boolean {
    return cls !== null && (cls.top === field.owner.top || (!field.isStatic && cls.isSubclassOf(field.owner)));
}

export function emitName(body: Body, node: NameExpr): Ex {
    const place = namePlace(body, node, false);
    return place ? place.read : body.report(node, 'unknown-variable', `Variable does not exist: ${node.name}`);
}

// ── static members ──────────────────────────────────────────────────────────────────────────────────────────────────

function staticPlace(body: Body, node: MemberExpr, type: Type, reuse?: boolean): Place;
function staticPlace(body: Body, node: MemberExpr, type: Type, reuse: boolean, probe: true): Place | null;
function staticPlace(body: Body, node: MemberExpr, type: Type, reuse = false, probe = false): Place | null {
    const { env, script } = body;
    const low = node.name.toLowerCase();
    const named = (name: string): Type => env.types.named?.(name) ?? ERROR;
    if (type.cls) {
        if (type.cls.kind === 'enum') {
            const value = type.cls.decl.values.find((constant) => constant.name.toLowerCase() === low);
            if (value)
                return readOnly(
                    { type, code: script.hoist('E', `$R.enumValue(${text(type.name)},${text(value.name)})`), nn: true },
                    `Field is not writeable: ${value.name}`
                );
        }
        const field = findField(type.cls, low, true);
        if (field) return fieldPlace(body, node, field, null, reuse);
    } else if (type.native) {
        const constant = type.native.kind === 'enum' ? type.native.enumValue(low) : undefined;
        if (constant)
            return readOnly(
                {
                    type,
                    code: script.hoist('E', `$R.enumValue(${text(type.native.name)},${text(constant)})`),
                    nn: true
                },
                `Field is not writeable: ${constant}`
            );
        const property = nativeProperty(env, type.native, low, true);
        if (property) {
            const accessor = (which: string): string =>
                script.hoist(
                    'N',
                    `$R.accessor(${text(property.owner.name)},${text(property.signature)},"${which}",true)`
                );
            let propertyType = property.type;
            if (type.native.name === 'System.Trigger' && body.triggerObject)
                propertyType = forTrigger(body, propertyType);
            return {
                read: {
                    type: propertyType,
                    code: `${accessor('get')}()`,
                    nn: propertyType === BOOLEAN || propertyType === INTEGER
                },
                write: property.writable ? (value) => `${accessor('set')}(${value})` : null,
                setup: [],
                refusal: `Field is not writeable: ${property.name}`
            };
        }
        if (type.native.name === 'Schema.SObjectType') {
            const object = env.options.schema.object(node.name);
            if (object)
                return readOnly({
                    type: named('Schema.DescribeSObjectResult'),
                    code: `$describe(${script.hoist('O', `$R.sobjectType(${text(object.name)})`)})`,
                    nn: true,
                    described: object
                });
        }
    } else if (type.kind === 'sobject' && type.sobject) {
        const object = type.sobject;
        if (low === 'sobjecttype')
            return readOnly({
                type: named('Schema.SObjectType'),
                code: script.hoist('O', `$R.sobjectType(${text(object.name)})`),
                nn: true,
                tokensOf: object
            });
        const field = fieldOf(object, node.name);
        if (field) return readOnly(fieldToken(body, object, field));
        if (low === 'fields')
            return readOnly({
                type: named('Schema.SObjectTypeFields'),
                code: 'null',
                nn: true,
                fieldsOf: object,
                constant: 'token'
            });
        const reference = referenceByRelationship(object, node.name);
        if (reference && reference.referenceTo.length > 0) return readOnly(fieldToken(body, object, reference));
    }
    if (probe) return null;
    const message =
        type.kind === 'sobject' && type.sobject
            ? `Field does not exist: ${node.name} on ${type.name}`
            : `Variable does not exist: ${node.name}`;
    return readOnly(body.report(node, 'unknown-variable', message));
}

function fieldToken(body: Body, object: ObjectDescribe, field: FieldDescribe): Ex {
    const type = body.env.types.named?.('Schema.SObjectField') ?? ERROR;
    return {
        type,
        code: body.script.hoist('O', `$R.sobjectField(${text(object.name)},${text(field.name)})`),
        nn: true,
        reasonsOf: field.name === 'RowCause' ? field : undefined
    };
}

function forTrigger(body: Body, type: Type): Type {
    const object = body.triggerObject!;
    if (type.kind === 'list' && type.args[0] === SOBJECT) return body.env.types.list(object);
    if (type.kind === 'map' && type.args[1] === SOBJECT) return body.env.types.map(type.args[0]!, object);
    return type;
}

// ── instance members ────────────────────────────────────────────────────────────────────────────────────────────────

/** Guards a receiver that may be null for `?.`. */
export function guard(body: Body, receiver: Ex, safe: boolean): Ex {
    if (!safe) return receiver;
    const temp = body.temp();
    const single = receiver.query && receiver.type.kind === 'list' ? receiver : null;
    return {
        ...receiver,
        open: `${receiver.open ?? ''}(${temp}=${single ? single.code : receiver.code})===null?null:`,
        code: temp,
        nn: true,
        local: undefined,
        parent: false
    };
}

export function memberPlace(body: Body, node: MemberExpr, target: Ex, reuse: boolean): Place {
    const { env, script } = body;
    const low = node.name.toLowerCase();
    let receiver = target;
    if (receiver.query && receiver.type.kind === 'list' && receiver.type.args[0]!.kind === 'sobject') {
        receiver = {
            ...receiver,
            type: receiver.type.args[0]!,
            code: node.safe ? `$oneOrNull(${receiver.code})` : `$one(${receiver.code})`,
            query: false,
            nn: !node.safe
        };
    }
    receiver = guard(body, receiver, node.safe);
    const type = receiver.type;
    const setup: string[] = [];
    const once = (): string => {
        const code = receiver.code;
        if (!reuse || /^[\w$]+$/.test(code)) return code;
        const temp = body.temp();
        setup.push(`${temp}=${code}`);
        return temp;
    };
    if (isLoose(type))
        return readOnly(receiver.type === ERROR ? { type: ERROR, code: 'null' } : { type: ERROR, code: '$n(null)' });
    if (receiver.fieldsOf) {
        const field = fieldOf(receiver.fieldsOf, node.name);
        if (field) {
            const token = fieldToken(body, receiver.fieldsOf, field);
            if (receiver.constant === 'token') return readOnly(token);
            return readOnly({
                type: env.types.named?.('Schema.DescribeFieldResult') ?? ERROR,
                code: `$describe(${token.code})`,
                nn: true
            });
        }
    }
    if (receiver.tokensOf && low === 'fields')
        return readOnly({
            type: env.types.named?.('Schema.SObjectTypeFields') ?? ERROR,
            code: 'null',
            nn: true,
            fieldsOf: receiver.tokensOf,
            constant: 'token'
        });
    const reason = receiver.reasonsOf?.picklistValues.find((one) => one.value.toLowerCase() === low);
    if (reason) return readOnly({ type: STRING, code: text(reason.value), nn: true });
    const fieldSet = receiver.fieldSetsOf?.fieldSets.find((one) => one.name.toLowerCase() === low);
    if (fieldSet)
        return readOnly({
            type: env.types.named?.('Schema.FieldSet') ?? ERROR,
            code: `$call($call(${receiver.code},"getMap",[]),"get",[${text(fieldSet.name)}])`,
            nn: true
        });
    if (type.cls) {
        const field = findField(type.cls, low, false);
        if (field) {
            const place = fieldPlace(body, node, field, receiver, reuse);
            // A record that a field of an object holds may be null: its fields then read as null (apex-rollup,
            // RollupLimitsTest.doesNotThrowForNullControl: `this.control.MaxQueryRows__c`).
            const parent = field.type.kind === 'sobject' && !field.property;
            return { ...place, read: { ...place.read, open: receiver.open, ...(parent ? { parent } : {}) } };
        }
        const own = findField(type.cls, low, true);
        if (own)
            return readOnly(
                body.report(
                    node,
                    'static-on-instance',
                    `Static field cannot be referenced from a non static context: ${own.name} from the type ${type.name}`
                )
            );
    }
    if (type.kind === 'sobject') {
        const place = recordPlace(body, node, receiver, once);
        if (place) return { ...place, setup };
        return readOnly(
            body.report(
                node,
                'unknown-field',
                type.sobject ? `Variable does not exist: ${node.name}` : `Variable does not exist: ${node.name}`
            )
        );
    }
    const native = type.native ?? nativeOf(body, type) ?? (type.cls ? nativeAncestor(type.cls) : null);
    const property = native ? nativeProperty(env, native, low, false) : null;
    if (property) {
        const base = once();
        const accessor = (which: string): string =>
            script.hoist('N', `$R.accessor(${text(property.owner.name)},${text(property.signature)},"${which}",false)`);
        const propertyType = env.types.substitute(property.type, property.owner.typeParams, type.args);
        return {
            read: {
                type: propertyType,
                code: `${accessor('get')}($n(${base}))`,
                open: receiver.open,
                fieldsOf: low === 'fields' ? receiver.described : undefined,
                fieldSetsOf: low === 'fieldsets' ? receiver.described : undefined
            },
            write: property.writable ? (value) => `${accessor('set')}($n(${base}),${value})` : null,
            setup,
            refusal: `Property is not writeable: ${property.name}`
        };
    }
    const getter = native ? getterOf(body, type, native, low) : null;
    if (getter)
        return {
            read: { type: getter.returns, code: `${script.native(getter.member)}($n(${once()}))`, open: receiver.open },
            write: null,
            setup,
            refusal: `Property is not writeable: ${node.name}`
        };
    if (receiver.described && (low === 'fields' || low === 'fieldsets'))
        return readOnly({
            type: env.types.named?.('Schema.SObjectTypeFields') ?? ERROR,
            code: 'null',
            nn: true,
            fieldsOf: receiver.described
        });
    return readOnly(body.report(node, 'unknown-variable', `Variable does not exist: ${node.name}`));
}

function nativeAncestor(cls: ClassSymbol): NativeSymbol | null {
    for (let at: ClassSymbol | null = cls; at; at = at.parent) if (at.superclass?.native) return at.superclass.native;
    return null;
}

/** Results and describes may be read like beans: `entry.value` for `entry.getValue()`, `result.success` for `result.isSuccess()`. */
function getterOf(body: Body, type: Type, native: NativeSymbol, low: string): Candidate<NativeMember> | null {
    if (!/^(Approval|Database|Messaging|Schema)\./.test(native.name)) return null;
    const found = [`get${low}`, `is${low}`].flatMap((name) => nativeMethods(body.env, type, native, name));
    return found.find((one) => one.params.length === 0) ?? null;
}

/** The library class that gives a built-in type its members. */
export function nativeOf(body: Body, type: Type): NativeSymbol | null {
    switch (type.kind) {
        case 'primitive':
        case 'object':
            return body.env.natives.get(`system.${type.name.toLowerCase()}`) ?? null;
        case 'list':
        case 'set':
        case 'map':
            return body.env.natives.get(`system.${type.kind}`) ?? null;
        case 'sobject':
            return body.env.natives.get('system.sobject') ?? null;
        default:
            return type.native;
    }
}

/** Field, parent or children of a record. */
function recordPlace(body: Body, node: MemberExpr, receiver: Ex, once: () => string): Place | null {
    const { env } = body;
    const object = receiver.type.sobject;
    if (!object) {
        if (node.name.toLowerCase() !== 'id') return null;
        const base = once();
        return {
            read: { type: ID, code: `$f(${base},"Id")`, open: receiver.open },
            write: (value) => `$fs(${base},"Id",${value})`,
            setup: []
        };
    }
    const field = fieldOf(object, node.name);
    if (field) {
        const base = once();
        const type = env.types.ofField(field);
        const name = text(field.name);
        const reader = receiver.parent
            ? field.type === 'boolean'
                ? '$fpb'
                : '$fp'
            : field.type === 'boolean'
              ? '$fb'
              : '$f';
        const writable =
            field.createable ||
            field.updateable ||
            field.name === 'Id' ||
            field.name.endsWith('Id') ||
            !field.calculated;
        return {
            read: { type, code: `${reader}(${base},${name})`, open: receiver.open },
            write:
                writable && !field.calculated && !field.autoNumber && !isPlatformField(object, field)
                    ? (value) => `$fs(${base},${name},${value})`
                    : null,
            setup: [],
            refusal: `Field is not writeable: ${object.name}.${field.name}`
        };
    }
    const reference = referenceByRelationship(object, node.name);
    if (reference) {
        const base = once();
        const type = parentType(body, reference);
        const relationship = text(reference.relationshipName!);
        return {
            read: {
                type,
                code: `${receiver.parent ? '$pp' : '$p'}(${base},${relationship},${text(reference.name)})`,
                parent: true,
                open: receiver.open
            },
            write: (value) => `$ps(${base},${relationship},${value})`,
            setup: []
        };
    }
    const child = childRelationship(object, node.name);
    if (child) {
        const base = once();
        const childType = env.sobject(child.childObject) ?? SOBJECT;
        const type = env.types.list(childType);
        return {
            read: {
                type,
                code: `$children(${base},${text(child.relationshipName!)},${body.script.type(type)})`,
                open: receiver.open
            },
            write: null,
            setup: [],
            refusal: `Field is not writeable: ${object.name}.${node.name}`
        };
    }
    return null;
}

/** Type behind a reference: `Name` when it may be several objects, as in Apex. */
export function parentType(body: Body, reference: FieldDescribe): Type {
    if (reference.referenceTo.length > 1)
        return (
            body.env.sobject('Name') ??
            body.env.sobject(reference.referenceTo.includes('User') ? 'User' : reference.referenceTo[0]!) ??
            SOBJECT
        );
    return body.env.sobject(reference.referenceTo[0] ?? '') ?? SOBJECT;
}

export function emitMember(body: Body, node: MemberExpr): Ex {
    return placeOf(body, node, false).read;
}

export function emitIndex(body: Body, node: IndexExpr): Ex {
    return indexPlace(body, node, false).read;
}

function indexPlace(body: Body, node: IndexExpr, reuse: boolean): Place {
    const target = body.chain(node.target);
    const index = body.expr(node.index, INTEGER);
    if (target.type === ERROR) return readOnly({ type: ERROR, code: 'null' });
    if (target.type.kind !== 'list')
        return readOnly(body.report(node, 'not-a-list', `Expression must be a list type: ${target.type.name}`));
    if (index.type !== INTEGER && !isLoose(index.type))
        return readOnly(body.report(node, 'type-mismatch', `List index must be of type Integer: ${index.type.name}`));
    const setup: string[] = [];
    let list = target.code;
    let position = body.checked(index);
    if (reuse) {
        const [a, b] = [body.temp(), body.temp()];
        setup.push(`${a}=${list}`, `${b}=${position}`);
        [list, position] = [a, b];
    }
    return {
        read: { type: target.type.args[0]!, code: `$at(${list},${position})`, open: target.open },
        write: (value) => `$put(${list},${position},${value})`,
        setup
    };
}

/** The place that an expression names; calls and other values are read-only places. */
export function placeOf(body: Body, node: Expr, reuse: boolean): Place {
    switch (node.k) {
        case 'Name':
            return (
                namePlace(body, node, reuse) ??
                readOnly(body.report(node, 'unknown-variable', `Variable does not exist: ${node.name}`))
            );
        case 'Index':
            return indexPlace(body, node, reuse);
        case 'Member': {
            const target = targetOf(body, node.target);
            if ('error' in target) return readOnly({ type: ERROR, code: 'null' });
            if (node.safe && 'value' in target)
                return readOnly(memberPlace(body, node, target.value, reuse).read, 'Expression cannot be assigned');
            if ('value' in target) return memberPlace(body, node, target.value, reuse);
            if ('type' in target) return staticPlace(body, node, target.type, reuse);
            const found = memberOfSpace(body, node, target.space);
            if ('value' in found) return readOnly(found.value);
            return readOnly(
                'error' in found
                    ? { type: ERROR, code: 'null' }
                    : body.report(node, 'unknown-variable', `Variable does not exist: ${node.name}`)
            );
        }
        default:
            return readOnly(close(body.chain(node)), 'Expression cannot be assigned');
    }
}
