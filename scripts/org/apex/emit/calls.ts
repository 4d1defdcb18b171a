// Calls: of user methods (by key on the object or class), of the library (plain functions), of constructors from constructors.
import { fieldOf } from '../../metadata/describe.ts';
import type { CallExpr, Expr, MemberExpr, Pos } from '../parse/ast.ts';
import {
    type Candidate,
    chooseOverload,
    ctorCandidates,
    findMethods,
    isVisible,
    nativeMethods,
    nativeStatics,
    nativeSupers,
    userCandidates
} from '../bind/members.ts';
import type { NativeMember } from '../bind/natives.ts';
import { isException, isOfObject, signature } from '../bind/declare.ts';
import type { ClassSymbol, CtorSymbol, MethodSymbol } from '../bind/symbols.ts';
import { BOOLEAN, ERROR, INTEGER, isLoose, OBJECT, SOBJECT, STRING, type Type, VOID } from '../bind/types.ts';
import { close, type Body, type Ex } from './body.ts';
import { hasEffect } from './effects.ts';
import { guard, nativeOf, scopeCode, targetOf } from './names.ts';
import { at, text } from './script.ts';

/** Library classes whose Boolean and Integer results are never null. */
const TOTAL = new Set([
    'System.List',
    'System.Set',
    'System.Map',
    'System.String',
    'System.Math',
    'System.Integer',
    'System.Date',
    'System.Datetime',
    'System.Test',
    'System.SObject',
    'System.Iterator'
]);
/** Library classes that ask the org for something on behalf of the calling class. */
const CALLER_AWARE = /^(System\.)?(Database|Search|EventBus|Security)$/;

/** Library methods whose query text binds the variables of the calling code. */
const DYNAMIC =
    /^System\.(Database\.(query|countQuery|getQueryLocator|getCursor|getPaginationCursor)|Search\.(query|find))$/i;

function describeCall(name: string, args: readonly Ex[]): string {
    return `${name}(${args.map((arg) => (arg.type.kind === 'null' ? 'NULL' : arg.type.name)).join(', ')})`;
}

function missing(body: Body, node: Pos, name: string, args: readonly Ex[], owner: string): Ex {
    if (args.some((arg) => arg.type === ERROR)) return { type: ERROR, code: 'null' };
    return body.report(
        node,
        'unknown-method',
        `Method does not exist or incorrect signature: void ${describeCall(name, args)} from the type ${owner}`
    );
}

/** Overload for the arguments; a query may stand for one record. */
export function select<M>(
    body: Body,
    candidates: readonly Candidate<M>[],
    args: readonly Ex[]
): { found: Candidate<M> } | { ambiguous: Candidate<M>[] } | null {
    const types = args.map((arg) => arg.type);
    const found = chooseOverload(body.env, candidates, types);
    if (found || !args.some((arg) => arg.query && arg.type.kind === 'list')) return found;
    return chooseOverload(
        body.env,
        candidates,
        args.map((arg) => (arg.query && arg.type.kind === 'list' ? arg.type.args[0]! : arg.type))
    );
}

export function argumentCodes(
    body: Body,
    node: CallExpr | Pos,
    params: readonly Type[],
    args: readonly Ex[]
): string[] {
    return args.map((arg, index) => body.coerce(arg, params[index]!, node).code);
}

export function emitCall(body: Body, node: CallExpr): Ex {
    if (node.target === null) return unqualified(body, node);
    if (node.target.k === 'Super') return superCall(body, node);
    if (node.target.k === 'Member' && node.name.toLowerCase() === 'adderror') {
        const field = fieldErrorCall(body, node, node.target);
        if (field) return field;
    }
    const target = targetOf(body, node.target);
    if ('error' in target) {
        for (const arg of node.args) body.expr(arg);
        return { type: ERROR, code: 'null' };
    }
    if ('value' in target) {
        const shadowed = shadowedType(body, node, target.value.type);
        return shadowed ? staticCall(body, node, shadowed) : valueCall(body, node, target.value);
    }
    if ('type' in target) return staticCall(body, node, target.type);
    for (const arg of node.args) body.expr(arg);
    return body.report(
        node,
        'unknown-method',
        `Method does not exist or incorrect signature: void ${node.name}() from the type ${target.space}`
    );
}

/**
 * The type that a variable of the same name hides, where only the type has the method: names are tried as a variable first
 * and, when that does not hold, as a class.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_naming_precedence.htm
 */
function shadowedType(body: Body, node: CallExpr, type: Type): Type | null {
    if (node.target?.k !== 'Name' || !type.cls || type.cls.kind === 'enum') return null;
    const low = node.name.toLowerCase();
    if (findMethods(body.env, type.cls, low).length > 0) return null;
    const { name, line, column } = node.target;
    const hidden = body.env.find({ parts: [name], args: [], arrays: 0, line, column }, body.cls);
    if (!hidden) return null;
    const has = hidden.cls
        ? findMethods(body.env, hidden.cls, low).some((method) => method.isStatic)
        : hidden.native && nativeStatics(body.env, hidden.native, low).length > 0;
    return has ? hidden : null;
}

/** `record.Name.addError(message)`: the error is the field's. Null when the target is no field of a record. */
function fieldErrorCall(body: Body, node: CallExpr, member: MemberExpr): Ex | null {
    const before = body.env.diagnostics.length;
    const owner = targetOf(body, member.target);
    const record = 'value' in owner ? owner.value : null;
    const field = record?.type.sobject ? fieldOf(record.type.sobject, member.name) : undefined;
    if (!record || !field || node.args.length < 1 || node.args.length > 2) {
        body.env.diagnostics.length = before;
        return null;
    }
    const args = values(body, node.args);
    const codes = args.map((arg) => arg.code).join(',');
    return {
        type: VOID,
        code: `${at(node.line)}$fieldError(${record.code},${text(field.name)},${codes})`,
        open: record.open
    };
}

const values = (body: Body, args: readonly Expr[]): Ex[] =>
    args.map((arg) => {
        const value = body.expr(arg);
        if (value.type === VOID) body.report(arg, 'void-value', 'Argument cannot be of type void');
        return value;
    });

// ── unqualified ─────────────────────────────────────────────────────────────────────────────────────────────────────

function unqualified(body: Body, node: CallExpr): Ex {
    const low = node.name.toLowerCase();
    if (low === 'this' || low === 'super') return constructorCall(body, node, low);
    const args = values(body, node.args);
    let misplaced: MethodSymbol | null = null;
    let unfit: ClassSymbol | null = null;
    for (let cls = body.cls, own = true; cls; cls = cls.outer, own = false) {
        const methods = findMethods(body.env, cls, low);
        const usable = methods.filter((method) => method.isStatic || (own && !body.isStatic));
        misplaced ??= methods.find((method) => !usable.includes(method)) ?? null;
        if (usable.length > 0) {
            const chosen = select(body, userCandidates(usable), args);
            if (chosen)
                return userCall(
                    body,
                    node,
                    chosen,
                    args,
                    cls,
                    own ? { type: cls.type, code: 'this', nn: true, isThis: true } : null
                );
        }
        if (own && !body.isStatic) {
            const inherited = inheritedNative(body, node, cls, args, 'this');
            if (inherited) return inherited;
        }
        // No signature fits: the outer class may have one that does.
        if (usable.length > 0) unfit ??= cls;
    }
    if (unfit) return missing(body, node, node.name, args, unfit.name);
    if (misplaced)
        return body.report(
            node,
            'not-static',
            `Non static method cannot be referenced from a static context: ${misplaced.returns.name} ${misplaced.owner.name}.${signature(misplaced.name, misplaced.params)}`
        );
    return missing(body, node, node.name, args, body.cls?.name ?? 'anonymous');
}

function constructorCall(body: Body, node: CallExpr, which: 'this' | 'super'): Ex {
    const args = values(body, node.args);
    const cls = body.cls;
    const isFirst = body.mayDelegate;
    body.mayDelegate = false;
    if (!cls || !isFirst)
        return body.report(
            node,
            'misplaced-constructor-call',
            `Call to '${which}()' must be the first statement in a constructor method`
        );
    const owner = which === 'this' ? cls : cls.parent;
    if (!owner) {
        const native = cls.superclass?.native;
        if (native && isException(cls))
            return { type: VOID, code: `$exception(this,[${args.map((arg) => arg.code).join(',')}])`, nn: true };
        if (args.length === 0 || native) return { type: VOID, code: 'void 0' };
        return missing(body, node, '<init>', args, 'Object');
    }
    const chosen = select(body, ctorCandidates(owner.ctors, owner.type), args);
    if (!chosen)
        return body.report(
            node,
            'unknown-constructor',
            `Constructor not defined: [${owner.name}].<Constructor>(${args.map((arg) => arg.type.name).join(', ')})`
        );
    const one = 'found' in chosen ? chosen.found : chosen.ambiguous[0]!;
    return {
        type: VOID,
        code: `${body.script.cls(owner)}[${text(`i${one.member.key}`)}].call(this${argumentCodes(
            body,
            node,
            one.params,
            args
        )
            .map((code) => `,${code}`)
            .join('')})`
    };
}

// ── user methods ────────────────────────────────────────────────────────────────────────────────────────────────────

function userCall(
    body: Body,
    node: CallExpr,
    chosen: { found: Candidate<MethodSymbol> } | { ambiguous: Candidate<MethodSymbol>[] },
    args: readonly Ex[],
    owner: ClassSymbol,
    receiver: Ex | null
): Ex {
    if ('ambiguous' in chosen)
        return body.report(
            node,
            'ambiguous-method',
            `Ambiguous method signature: void ${describeCall(node.name, args)}`
        );
    const { member, params, returns } = chosen.found;
    if (!isVisible(member, body.cls))
        return {
            ...body.report(
                node,
                'not-visible',
                `Method is not visible: ${member.returns.name} ${member.owner.name}.${signature(member.name, member.params)}`
            ),
            type: returns
        };
    body.called.add(member.name.toLowerCase());
    const list = argumentCodes(body, node, params, args);
    const codes = list.join(',');
    if (member.isStatic) {
        const { script } = body;
        const code = script.isOwn(member.owner)
            ? `${member.owner.js}$${member.key}`
            : `${script.cls(member.owner)}.${member.key}`;
        return { type: returns, code: `${at(node.line)}${code}(${codes})` };
    }
    if (!receiver)
        return body.report(
            node,
            'not-static',
            `Non static method cannot be referenced from a static context: ${returns.name} ${owner.name}.${signature(
                node.name,
                params.map((type) => ({ type }))
            )}`
        );
    if (receiver.isSuper)
        return {
            type: returns,
            code: `${body.script.cls(member.owner)}.prototype.${member.key}.call(this${codes ? `,${codes}` : ''})`
        };
    const late = argumentsFirst(body, node, receiver, list);
    if (late)
        return {
            type: returns,
            code: `(${late.before},${late.receiver.code}${at(node.line)}.${member.key}(${late.codes.join(',')}))`,
            open: receiver.open
        };
    return { type: returns, code: `${receiver.code}${at(node.line)}.${member.key}(${codes})`, open: receiver.open };
}

/** Arguments that do something are evaluated before a receiver that may be null is called; null when there is no need. */
function argumentsFirst(
    body: Body,
    node: CallExpr,
    receiver: Ex,
    codes: readonly string[]
): { before: string; receiver: Ex; codes: string[] } | null {
    if (receiver.nn || receiver.isThis || !node.args.some(hasEffect)) return null;
    const before: string[] = [];
    const keep = (code: string): string => {
        const temp = body.temp();
        before.push(`${temp}=${code}`);
        return temp;
    };
    const kept = receiver.local ? receiver : { ...receiver, code: keep(receiver.code), local: undefined };
    const temps = codes.map(keep);
    return { before: before.join(','), receiver: kept, codes: temps };
}

function superCall(body: Body, node: CallExpr): Ex {
    const args = values(body, node.args);
    if (body.isStatic) return body.report(node, 'unknown-variable', 'Super cannot be referenced in a static context');
    const parent = body.cls?.parent;
    if (parent) {
        const chosen = select(
            body,
            userCandidates(
                findMethods(body.env, parent, node.name.toLowerCase()).filter((method) => !method.isAbstract)
            ),
            args
        );
        if (chosen)
            return userCall(body, node, chosen, args, parent, {
                type: parent.type,
                code: 'this',
                nn: true,
                isSuper: true
            });
    }
    const inherited = body.cls ? inheritedNative(body, node, body.cls, args, 'this') : null;
    const bare = parent && select(body, userCandidates(findMethods(body.env, parent, node.name.toLowerCase())), args);
    if (bare && !inherited)
        return body.report(node, 'abstract-call', `Abstract method cannot be called directly: ${instanceName(bare)}`);
    return inherited ?? missing(body, node, node.name, args, parent?.name ?? 'Object');
}

/** Methods that a user class has from the library: of exceptions and other library classes it extends, and of Object. */
function inheritedNative(
    body: Body,
    node: CallExpr,
    cls: ClassSymbol,
    args: readonly Ex[],
    receiver: string,
    open?: string
): Ex | null {
    const low = node.name.toLowerCase();
    for (const type of nativeSupers(body.env, cls)) {
        const chosen = select(body, nativeMethods(body.env, type, type.native!, low), args);
        if (!chosen || 'ambiguous' in chosen) continue;
        const { member, params, returns } = chosen.found;
        const codes = argumentCodes(body, node, params, args).join(',');
        if (member.owner.kind === 'interface') {
            // An abstract class need not implement its interface: the object decides.
            return {
                type: returns,
                code: `$call(${receiver},${text(member.name)},[${codes}]${declaredTypes(params)})`,
                open
            };
        }
        return { type: returns, code: `${body.script.native(member)}(${receiver}${codes ? `,${codes}` : ''})`, open };
    }
    const object = body.env.natives.get('system.object');
    const chosen = object ? select(body, nativeMethods(body.env, OBJECT, object, low), args) : null;
    if (!chosen || 'ambiguous' in chosen) return null;
    const { member, params, returns } = chosen.found;
    return {
        type: returns,
        code: `${body.script.native(member)}(${receiver}${argumentCodes(body, node, params, args)
            .map((code) => `,${code}`)
            .join('')})`,
        open
    };
}

// ── on a value ──────────────────────────────────────────────────────────────────────────────────────────────────────

function valueCall(body: Body, node: CallExpr, target: Ex): Ex {
    const low = node.name.toLowerCase();
    if (target.type === VOID)
        return body.report(
            node,
            'void-value',
            `Method does not exist or incorrect signature: void ${node.name}() from the type void`
        );
    if (isLoose(target.type)) {
        for (const arg of node.args) body.expr(arg);
        if (target.type.kind === 'null')
            return body.report(
                node,
                'unknown-method',
                `Method does not exist or incorrect signature: void ${node.name}() from the type null`
            );
        return { type: ERROR, code: 'null' };
    }
    if (target.fieldsOf && target.constant !== 'token' && target.code === 'null')
        return body.report(node, 'unsupported', `unsupported: ${node.name} on the fields of a described object`);
    let receiver = guard(body, target, node.safe);
    const args = values(body, node.args);
    const cls = receiver.type.cls;
    if (cls) {
        if (cls.kind === 'enum') return enumMethod(body, node, receiver, args);
        const ofObject = cls.kind === 'interface' && isOfObject({ name: low, params: args });
        const methods = ofObject ? [] : findMethods(body.env, cls, low);
        const chosen = select(body, userCandidates(methods.filter((method) => !method.isStatic)), args);
        if (chosen) return userCall(body, node, chosen, args, cls, receiver);
        const wrong = select(body, userCandidates(methods), args);
        if (wrong)
            return body.report(
                node,
                'static-on-instance',
                `Static method cannot be referenced from a non static context: ${instanceName(wrong)}`
            );
        if (low === 'clone' && args.length === 0 && cls.kind === 'class')
            return { type: receiver.type, code: `$clone(${body.checked(receiver)})`, nn: true, open: receiver.open };
        return (
            inheritedNative(body, node, cls, args, body.checked(receiver), receiver.open) ??
            missing(body, node, node.name, args, cls.name)
        );
    }
    if (receiver.query && receiver.type.kind === 'list' && body.env.natives.has('system.list')) {
        // `[SELECT …].getX()` on the single row, when a list has no such method.
        const list = nativeMethods(body.env, receiver.type, nativeOf(body, receiver.type)!, low);
        if (list.length === 0)
            receiver = {
                ...receiver,
                type: receiver.type.args[0]!,
                code: `$one(${receiver.code})`,
                nn: true,
                query: false
            };
    }
    if (receiver.type.native?.kind === 'enum') {
        const special = enumMethod(body, node, receiver, args, true);
        if (special) return special;
    }
    const native = nativeOf(body, receiver.type);
    if (!native) return body.report(node, 'unsupported', `unsupported: methods of ${receiver.type.name}`);
    const type = receiver.type;
    let candidates = nativeMethods(body.env, type, native, low);
    const object = body.env.natives.get('system.object');
    let chosen = select(body, candidates, args);
    if (!chosen && object && object !== native) {
        candidates = nativeMethods(body.env, OBJECT, object, low);
        chosen = select(body, candidates, args);
    }
    if (!chosen && type === SOBJECT) chosen = null;
    if (!chosen) return missing(body, node, node.name, args, type.name);
    const one = 'found' in chosen ? chosen.found : chosen.ambiguous[0]!;
    return nativeCall(body, node, one, args, receiver);
}

function nativeCall(
    body: Body,
    node: CallExpr,
    chosen: Candidate<NativeMember>,
    args: readonly Ex[],
    receiver: Ex
): Ex {
    const { member, params } = chosen;
    let returns = chosen.returns;
    const type = receiver.type;
    if (type.kind === 'sobject' && returns === SOBJECT && member.name.toLowerCase() === 'clone') returns = type;
    const codes = argumentCodes(body, node, params, args);
    const nn = TOTAL.has(member.owner.name) && (member.returns === BOOLEAN || member.returns === INTEGER);
    const open = receiver.open;
    const dynamic =
        member.owner.kind === 'interface' ||
        member.owner.decl.virtual === true ||
        member.owner.name === 'System.Exception' ||
        member.owner.name === 'System.Object';
    if (
        dynamic &&
        receiver.type.kind !== 'primitive' &&
        !(type.args.length > 0 && (type.kind === 'list' || type.kind === 'set' || type.kind === 'map'))
    ) {
        return {
            type: returns,
            code: `$call(${receiver.code},${text(member.name)},[${codes.join(',')}]${declaredTypes(params)})`,
            open
        };
    }
    const late = argumentsFirst(body, node, receiver, codes);
    const self = late?.receiver ?? receiver;
    const given = late?.codes ?? codes;
    const call =
        fastCall(body, member, self, given) ??
        `${body.script.native(member)}(${[member.owner.name === 'System.Blob' ? self.code : body.checked(self), ...given].join(',')})`;
    return { type: returns, code: `${at(node.target!.line)}${late ? `(${late.before},${call})` : call}`, nn, open };
}

/** The parameter types of an interface's method: they tell overloads of the object apart where the arguments are null. */
function declaredTypes(params: readonly Type[]): string {
    return params.some((param) => param.native) ? `,${JSON.stringify(params.map((param) => param.name))}` : '';
}

/** The commonest collection methods go straight to the collection. */
function fastCall(body: Body, member: NativeMember, receiver: Ex, codes: readonly string[]): string | null {
    const list = member.owner.name === 'System.List';
    const map = member.owner.name === 'System.Map';
    const name = member.name.toLowerCase();
    if (list && name === 'size') return `${body.checked(receiver)}.items.length`;
    if (list && name === 'get') return `${body.checked(receiver)}.get(${codes[0]!})`;
    if (map && name === 'get') return `${body.checked(receiver)}.get(${codes[0]!})`;
    if (map && name === 'containskey') return `${body.checked(receiver)}.has(${codes[0]!})`;
    if (member.owner.name === 'System.Set' && name === 'contains') return `${body.checked(receiver)}.has(${codes[0]!})`;
    return null;
}

/** Arguments of a library call; some functions are told the line or the class that calls, after the arguments are evaluated. */
function withState(body: Body, node: Pos, member: NativeMember, codes: readonly string[]): string {
    const state =
        member.owner.name === 'System.System' && member.name.toLowerCase() === 'debug'
            ? `$t.line=${node.line}`
            : CALLER_AWARE.test(member.owner.name)
              ? `$t.caller=${body.cls ? body.script.info(body.cls) : 'null'}`
              : null;
    if (!state || codes.length === 0) return codes.join(',');
    const scope = DYNAMIC.test(`${member.owner.name}.${member.name}`) ? `,$t.scope=${scopeCode(body)}` : '';
    const temp = body.temp();
    return [...codes.slice(0, -1), `(${temp}=${codes[codes.length - 1]!},${state}${scope},${temp})`].join(',');
}

// ── on a type ───────────────────────────────────────────────────────────────────────────────────────────────────────

function staticCall(body: Body, node: CallExpr, type: Type): Ex {
    const low = node.name.toLowerCase();
    const args = values(body, node.args);
    if (type.cls) {
        if (type.cls.kind === 'enum') return enumStatic(body, node, type, args);
        const methods = findMethods(body.env, type.cls, low);
        const chosen = select(body, userCandidates(methods.filter((method) => method.isStatic)), args);
        if (chosen) return userCall(body, node, chosen, args, type.cls, null);
        // `Outer.method()` of an instance may name an inherited method of `this`.
        const instance = select(body, userCandidates(methods), args);
        if (instance)
            return body.report(
                node,
                'not-static',
                `Non static method cannot be referenced from a static context: ${instanceName(instance)}`
            );
        return missing(body, node, node.name, args, type.name);
    }
    if (type.kind === 'sobject') return sobjectStatic(body, node, type, args);
    const native = nativeOf(body, type);
    if (!native) return missing(body, node, node.name, args, type.name);
    const candidates = nativeStatics(body.env, native, low);
    const chosen = select(body, candidates, args);
    if (!chosen) {
        if (native.kind === 'enum') return enumStatic(body, node, type, args);
        const own = select(body, nativeMethods(body.env, type, native, low), args);
        const instance = own && ('found' in own ? own.found : own.ambiguous[0]!);
        if (instance)
            return body.report(
                node,
                'not-static',
                `Non static method cannot be referenced from a static context: ${instance.returns.name} ${type.name}.${signature(
                    instance.member.name,
                    instance.params.map((param) => ({ type: param }))
                )}`
            );
        return missing(body, node, node.name, args, native.simple === type.name ? type.name : native.name);
    }
    const one = 'found' in chosen ? chosen.found : chosen.ambiguous[0]!;
    const codes = argumentCodes(body, node, one.params, args);
    const code = `${at(node.line)}${body.script.native(one.member)}(${withState(body, node, one.member, codes)})`;
    const nn = TOTAL.has(one.member.owner.name) && (one.returns === BOOLEAN || one.returns === INTEGER);
    const query =
        /(^|\.)Database$/.test(one.member.owner.name) &&
        one.returns.kind === 'list' &&
        one.returns.args[0] === SOBJECT &&
        low.startsWith('query');
    return { type: one.returns, code, nn, query };
}

/** Custom settings and custom metadata: `Setting__c.getInstance()`. The object's type is the first argument. */
function sobjectStatic(body: Body, node: CallExpr, type: Type, args: readonly Ex[]): Ex {
    const kind = type.sobject?.kind;
    const low = node.name.toLowerCase();
    const holder = body.env.natives.get(kind === 'customMetadata' ? 'system.custommetadata' : 'system.customsetting');
    if (holder && (kind === 'customMetadata' || kind === 'hierarchySetting' || kind === 'listSetting')) {
        const candidates = nativeStatics(body.env, holder, low).map((one) => ({ ...one, params: one.params.slice(1) }));
        const chosen = select(body, candidates, args);
        if (chosen && 'found' in chosen) {
            const returns = chosen.found.returns;
            const own =
                returns === SOBJECT
                    ? type
                    : returns.kind === 'map'
                      ? body.env.types.map(returns.args[0]!, type)
                      : returns.kind === 'list'
                        ? body.env.types.list(type)
                        : returns;
            const codes = argumentCodes(body, node, chosen.found.params, args);
            return {
                type: own,
                code: `${at(node.line)}${body.script.native(chosen.found.member)}(${[body.script.type(type), ...codes].join(',')})`
            };
        }
    }
    if (low === 'getsobjecttype' && args.length === 0 && type.sobject) {
        return {
            type: body.env.types.named?.('Schema.SObjectType') ?? ERROR,
            code: body.script.hoist('O', `$R.sobjectType(${text(type.sobject.name)})`),
            nn: true
        };
    }
    const native = body.env.shortNative(type.name.toLowerCase()) ?? body.env.natives.get('system.sobject');
    const chosen = native ? select(body, nativeStatics(body.env, native, low), args) : null;
    if (chosen && 'found' in chosen)
        return {
            type: chosen.found.returns,
            code: `${body.script.native(chosen.found.member)}(${argumentCodes(body, node, chosen.found.params, args).join(',')})`
        };
    return missing(body, node, node.name, args, type.name);
}

function enumStatic(body: Body, node: CallExpr, type: Type, args: readonly Ex[]): Ex {
    const low = node.name.toLowerCase();
    if (low === 'values' && args.length === 0)
        return {
            type: body.env.types.list(type),
            code: `$enumValues(${text(type.name)},${body.script.type(body.env.types.list(type))})`,
            nn: true
        };
    if (low === 'valueof' && args.length === 1)
        return { type, code: `$enumValueOf(${text(type.name)},${body.coerce(args[0]!, STRING, node).code})`, nn: true };
    return missing(body, node, node.name, args, type.name);
}

function enumMethod(body: Body, node: CallExpr, receiver: Ex, args: readonly Ex[], quiet: true): Ex | null;
function enumMethod(body: Body, node: CallExpr, receiver: Ex, args: readonly Ex[]): Ex;
function enumMethod(body: Body, node: CallExpr, receiver: Ex, args: readonly Ex[], quiet = false): Ex | null {
    const self = body.checked(receiver);
    const open = receiver.open;
    switch (`${node.name.toLowerCase()}/${args.length}`) {
        case 'name/0':
        case 'tostring/0':
            return { type: STRING, code: `${self}.name`, nn: true, open };
        case 'ordinal/0':
            return { type: INTEGER, code: `${self}.ordinal`, nn: true, open };
        case 'hashcode/0':
            return { type: INTEGER, code: `$hash(${self})`, nn: true, open };
        case 'equals/1':
            return { type: BOOLEAN, code: `(${self}===${args[0]!.code})`, nn: true, open };
        default:
            return quiet ? null : missing(body, node, node.name, args, receiver.type.name);
    }
}

export { close, type CtorSymbol };

/** A method as messages about contexts name it. */
function instanceName(chosen: { found: Candidate<MethodSymbol> } | { ambiguous: Candidate<MethodSymbol>[] }): string {
    const { member } = 'found' in chosen ? chosen.found : chosen.ambiguous[0]!;
    return `${member.returns.name} ${member.owner.name}.${signature(member.name, member.params)}`;
}
