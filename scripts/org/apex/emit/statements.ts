// Statements. Each returns its code and whether control can reach what follows, for `Unreachable statement` and
// `Missing return statement`.
import type {
    Block,
    DmlStmt,
    DoStmt,
    Expr,
    ForEachStmt,
    ForStmt,
    IfStmt,
    LocalVarStmt,
    ReturnStmt,
    RunAsStmt,
    Stmt,
    SwitchStmt,
    ThrowStmt,
    TryStmt,
    WhileStmt
} from '../parse/ast.ts';
import { fieldOf } from '../../metadata/describe.ts';
import { RESERVED_NAMES } from '../bind/reserved.ts';
import {
    assignable,
    asSuper,
    BOOLEAN,
    elementType,
    ERROR,
    ID,
    INTEGER,
    isLoose,
    isNumeric,
    LONG,
    OBJECT,
    SOBJECT,
    STRING,
    type Type,
    VOID
} from '../bind/types.ts';
import { emitAssign, emitStep } from './assignments.ts';
import type { Body, Ret } from './body.ts';
import { at, text } from './script.ts';

const flows = (code: string): Ret => ({ code, ends: false });
const TICK = 'if(--$t.left<0)$tick();';

export function emitBlock(body: Body, node: Block): Ret {
    body.push();
    const inner = emitList(body, node.body);
    body.pop();
    return { code: `{${inner.code}}`, ends: inner.ends, endless: inner.endless };
}

export function emitList(body: Body, statements: readonly Stmt[]): Ret {
    let code = '';
    let ends = false;
    let endless = false;
    for (const statement of statements) {
        if (ends && !endless) {
            body.report(statement, 'unreachable', 'Unreachable statement');
            break;
        }
        const result = body.stmt(statement);
        code += result.code;
        ends ||= result.ends;
        endless = result.endless === true;
    }
    return { code, ends, endless };
}

export function emitStatement(body: Body, node: Stmt): Ret {
    const mark = at(node.line);
    switch (node.k) {
        case 'Block':
            return emitBlock(body, node);
        case 'LocalVar':
            return flows(mark + emitLocal(body, node));
        case 'If':
            return emitIf(body, node);
        case 'While':
            return emitWhile(body, node);
        case 'Do':
            return emitDo(body, node);
        case 'For':
            return emitFor(body, node);
        case 'ForEach':
            return emitForEach(body, node);
        case 'Return':
            return { code: mark + emitReturn(body, node), ends: true };
        case 'Throw':
            return { code: mark + emitThrow(body, node), ends: true };
        case 'Break':
        case 'Continue':
            if (body.loopDepth === 0)
                body.report(
                    node,
                    'misplaced',
                    `${node.k === 'Break' ? 'Break' : 'Continue'} statement must be in loop`
                );
            return { code: `${mark}${node.k === 'Break' ? 'break' : 'continue'};`, ends: true };
        case 'Try':
            return emitTry(body, node);
        case 'Switch':
            return emitSwitch(body, node);
        case 'Dml':
            return flows(mark + emitDml(body, node));
        case 'RunAs':
            return emitRunAs(body, node);
        case 'Expr':
            return flows(`${mark}${emitExpressionStatement(body, node.expr)};`);
    }
}

function emitExpressionStatement(body: Body, node: Expr): string {
    switch (node.k) {
        case 'Assign':
            return emitAssign(body, node).code;
        case 'Postfix':
            return emitStep(body, node, true).code;
        case 'Unary':
            if (node.op === '++' || node.op === '--') return emitStep(body, node, true).code;
            break;
        case 'Call':
        case 'New':
        case 'NewList':
        case 'NewMap':
        case 'Soql':
            return body.expr(node).code;
        default:
    }
    body.expr(node);
    body.report(node, 'not-a-statement', 'Expression cannot be a statement.');
    return 'null';
}

function emitLocal(body: Body, node: LocalVarStmt): string {
    const type = body.resolveType(node.type);
    if (type === VOID) body.report(node, 'unknown-type', 'Variables cannot be of type void');
    return node.vars
        .map((variable) => {
            if (RESERVED_NAMES.has(variable.name.toLowerCase()))
                body.report(variable, 'reserved-name', `Identifier name is reserved: ${variable.name}`);
            if (/^_|__|_$/.test(variable.name))
                body.report(variable, 'bad-name', `Invalid character in identifier: ${variable.name}`);
            const value = variable.init ? body.assign(variable.init, type) : null;
            const local = body.declare(variable, variable.name, type, {
                isFinal: node.isFinal && value !== null,
                nonNull: value !== null
            });
            if (value) body.assigned(local, value);
            return `let ${local.js}=${value?.code ?? 'null'};`;
        })
        .join('');
}

/** A branch: a block of its own. */
function branch(body: Body, node: Stmt): Ret {
    if (node.k === 'Block') return emitBlock(body, node);
    body.push();
    const result = body.stmt(node);
    body.pop();
    return { code: `{${result.code}}`, ends: result.ends, endless: result.endless };
}

function loopBody(body: Body, node: Stmt | null): { code: string; breaks: boolean } {
    if (!node) return { code: `{${TICK}}`, breaks: false };
    body.loopDepth++;
    const result = branch(body, node);
    body.loopDepth--;
    return { code: `{${TICK}${result.code.slice(1)}`, breaks: hasBreak(node) };
}

/** Does the statement leave the loop it is the body of? */
function hasBreak(node: Stmt): boolean {
    switch (node.k) {
        case 'Break':
            return true;
        case 'Block':
            return node.body.some(hasBreak);
        case 'If':
            return hasBreak(node.then) || (node.else !== null && hasBreak(node.else));
        case 'Try':
            return (
                hasBreak(node.body) ||
                node.catches.some((one) => hasBreak(one.body)) ||
                (node.finally !== null && hasBreak(node.finally))
            );
        case 'Switch':
            return node.cases.some((one) => hasBreak(one.body));
        default:
            return false;
    }
}

function emitIf(body: Body, node: IfStmt): Ret {
    const cond = body.condition(node.cond);
    const then = branch(body, node.then);
    const other = node.else ? branch(body, node.else) : null;
    return {
        code: `${at(node.line)}if(${cond})${then.code}${other ? `else ${other.code}` : ''}`,
        ends: then.ends && (other?.ends ?? false),
        endless: then.endless === true || other?.endless === true
    };
}

const isTrue = (node: Expr | null): boolean =>
    node === null || (node.k === 'Literal' && node.type === 'boolean' && node.value === 'true');

function emitWhile(body: Body, node: WhileStmt): Ret {
    const cond = body.condition(node.cond);
    const inner = loopBody(body, node.body);
    return { code: `${at(node.line)}while(${cond})${inner.code}`, ends: isTrue(node.cond) && !inner.breaks };
}

function emitDo(body: Body, node: DoStmt): Ret {
    const inner = loopBody(body, node.body);
    const cond = body.condition(node.cond);
    return { code: `${at(node.line)}do${inner.code}while(${cond});`, ends: isTrue(node.cond) && !inner.breaks };
}

function emitFor(body: Body, node: ForStmt): Ret {
    body.push();
    const init = node.init
        .map((statement) =>
            statement.k === 'LocalVar'
                ? emitLocal(body, statement)
                : `${statement.k === 'Expr' ? emitExpressionStatement(body, statement.expr) : ''};`
        )
        .join('');
    const cond = node.cond ? body.condition(node.cond) : '';
    const update = node.update.map((expr) => emitExpressionStatement(body, expr)).join(',');
    const inner = loopBody(body, node.body);
    body.pop();
    return {
        code: `${at(node.line)}{${init}for(;${cond};${update})${inner.code}}`,
        ends: isTrue(node.cond) && !inner.breaks,
        // What follows `for (…; true; …)` may be there, though nothing comes to it.
        endless: node.cond !== null
    };
}

function emitForEach(body: Body, node: ForEachStmt): Ret {
    const type = body.resolveType(node.type);
    const source = body.expr(node.source);
    const element = elementType(body.env.types, source.type);
    body.push();
    const local = body.declare(node, node.name, type);
    let code: string;
    if (source.type === ERROR) {
        code = `for(let ${local.js} of [])`;
    } else if (!element) {
        body.report(node.source, 'not-iterable', `Loop must iterate over collection: ${source.type.name}`);
        code = `for(let ${local.js} of [])`;
    } else if (
        source.query &&
        type.kind === 'list' &&
        (type.args[0] === element || element === SOBJECT || type.args[0] === SOBJECT)
    ) {
        code = `for(let ${local.js} of $chunks(${source.code},${body.script.type(type)}))`;
    } else {
        const fits = assignable(body.env.types, type, element) || (element === SOBJECT && type.kind === 'sobject');
        if (!fits)
            body.report(
                node,
                'type-mismatch',
                source.query
                    ? `Loop variable must be a generic SObject or List or a concrete SObject or List of: ${element.name}`
                    : `Invalid loop variable type expected ${element.name} was ${type.name}`
            );
        if (source.type.kind === 'list') {
            const [list, index] = [body.temp(), body.temp()];
            const inner = loopBody(body, node.body);
            body.pop();
            const value = body.convert({ type: element, code: `${list}.items[${index}]` }, type);
            // Own constants, because a loop may run again inside itself through recursion of the same body.
            return flows(
                `${at(node.line)}{const ${list}=${body.checked(source)};${list}.iterating++;try{for(let ${index}=0;${index}<${list}.items.length;${index}++){let ${local.js}=${value};${inner.code.slice(1)}}finally{${list}.iterating--}}`
            );
        }
        const item = body.convert({ type: element, code: '$v' }, type);
        const inner = loopBody(body, node.body);
        body.pop();
        return flows(
            `${at(node.line)}for(const $v of $each(${body.checked(source)})){let ${local.js}=${item};${inner.code.slice(1)}`
        );
    }
    const inner = loopBody(body, node.body);
    body.pop();
    return flows(`${at(node.line)}${code}${inner.code}`);
}

function emitReturn(body: Body, node: ReturnStmt): string {
    // Parenthesised where a newline may follow, which would end the statement.
    const wrap = (code: string): string =>
        body.runAsDepth > 0 ? `return [${code}];` : code.includes('\u0001') ? `return (${code});` : `return ${code};`;
    if (body.returns === VOID || body.isConstructor) {
        if (node.expr) {
            const value = body.expr(node.expr);
            if (value.type !== ERROR)
                body.report(
                    node,
                    'return-value',
                    body.triggerObject
                        ? 'Trigger bodies must not return a value'
                        : body.isConstructor
                          ? 'Constructors must not return a value'
                          : 'Void method must not return a value'
                );
        }
        return body.runAsDepth > 0 ? 'return [null];' : 'return;';
    }
    if (!node.expr) {
        body.report(node, 'return-value', `Missing return statement required return type: ${body.returns.name}`);
        return 'return null;';
    }
    const value = body.expr(node.expr, body.returns);
    const result = body.coerce(value, body.returns, node, 'Illegal conversion from');
    return wrap(result.code === '' ? 'null' : result.code);
}

function emitThrow(body: Body, node: ThrowStmt): string {
    const value = body.expr(node.expr);
    if (value.type !== ERROR && value.type.kind !== 'null' && !isExceptionType(body, value.type)) {
        body.report(node, 'not-an-exception', `Throw expression must be of type exception: ${value.type.name}`);
    }
    return `throw $thrown(${value.code});`;
}

export function isExceptionType(body: Body, type: Type): boolean {
    const exception = body.env.types.named?.('System.Exception');
    return !exception || !!asSuper(body.env.types, type, exception);
}

let catchNames = 0;

function emitTry(body: Body, node: TryStmt): Ret {
    const tried = emitBlock(body, node.body);
    let code = `${at(node.line)}try${tried.code}`;
    let ends = tried.ends;
    if (node.catches.length > 0) {
        const name = `$e${++catchNames}`;
        let clauses = '';
        const earlier: Type[] = [];
        let catchesAll = false;
        for (const one of node.catches) {
            const type = body.resolveType(one.type);
            if (type !== ERROR && !isExceptionType(body, type))
                body.report(one, 'not-an-exception', `Catch block variable must be of type exception: ${type.name}`);
            if (earlier.some((other) => other !== ERROR && type !== ERROR && asSuper(body.env.types, type, other)))
                body.report(one, 'unreachable', `Exception type already caught: ${type.name}`);
            earlier.push(type);
            body.push();
            const local = body.declare(one, one.name, type, { nonNull: true });
            const caught = emitBlock(body, one.body);
            body.pop();
            const test = type.native?.name === 'System.Exception' ? 'true' : `$is(${name},${body.script.type(type)})`;
            if (test === 'true') catchesAll = true;
            clauses += `${at(one.line)}if(${test}){let ${local.js}=${name};${caught.code}}else `;
            ends = ends && caught.ends;
        }
        code += `catch(${name}){${name}=$caught(${name});${clauses}throw ${name};}`;
        void catchesAll;
    }
    if (node.finally) {
        const last = emitBlock(body, node.finally);
        code += `finally${last.code}`;
        if (last.ends) ends = true;
    }
    return { code, ends };
}

let switchNames = 0;

function emitSwitch(body: Body, node: SwitchStmt): Ret {
    const value = body.expr(node.on);
    const type = value.type;
    const name = `$w${++switchNames}`;
    let code = `${at(node.line)}{const ${name}=${value.code};`;
    let ends = true;
    let hasElse = false;
    let first = true;
    const isEnum = type.cls?.kind === 'enum' || type.native?.kind === 'enum';
    if (
        !isLoose(type) &&
        !isEnum &&
        ![INTEGER, LONG, STRING, ID, OBJECT].includes(type) &&
        type.kind !== 'sobject' &&
        !type.cls &&
        !type.native
    ) {
        body.report(node.on, 'bad-switch', `${type.name} is not a valid switch expression type`);
    }
    if (node.cases.length === 0) body.report(node, 'bad-switch', 'Switch statement requires at least one when block');
    const seen = new Set<string>();
    for (const one of node.cases) {
        if (hasElse) body.report(one, 'unreachable', "'when else' must be the last when block");
        if (one.k === 'else') {
            hasElse = true;
            const inner = emitBlock(body, one.body);
            code += first ? inner.code : `else ${inner.code}`;
            ends = ends && inner.ends;
            continue;
        }
        let test: string;
        let inner: Ret;
        if (one.k === 'type') {
            const caseType = body.resolveType(one.type);
            if (caseType !== ERROR && seen.has(caseType.name))
                body.report(
                    one,
                    'duplicate-case',
                    `${caseType.name} occurs as more than one when branch for this switch statement`
                );
            seen.add(caseType.name);
            test = `$is(${name},${body.script.type(caseType)})`;
            body.push();
            const local = body.declare(one, one.name, caseType, { nonNull: true });
            const block = emitBlock(body, one.body);
            body.pop();
            inner = { code: `{let ${local.js}=${name};${block.code}}`, ends: block.ends };
        } else {
            const tests = one.values.map((item) => {
                if (isEnum && item.k === 'Name') {
                    const constant = type.cls
                        ? type.cls.decl.values.find((known) => known.name.toLowerCase() === item.name.toLowerCase())
                              ?.name
                        : type.native!.enumValue(item.name.toLowerCase());
                    if (!constant) {
                        body.report(item, 'unknown-variable', `Variable does not exist: ${item.name}`);
                        return 'false';
                    }
                    if (seen.has(constant))
                        body.report(
                            item,
                            'duplicate-case',
                            `${constant} occurs as more than one when branch for this switch statement`
                        );
                    seen.add(constant);
                    return `${name}===${body.script.hoist('E', `$R.enumValue(${text(type.name)},${text(constant)})`)}`;
                }
                const literal = body.expr(item);
                if (isEnum && item.k === 'Member')
                    body.report(item, 'bad-case', "Enum value used in 'when expression' should be unqualified");
                if (literal.local)
                    body.report(
                        item,
                        'bad-case',
                        `When clause must be a literal or a non null constant literal: ${literal.local.name}`
                    );
                const key = item.k === 'Literal' ? `${item.type}:${item.value}` : null;
                if (key) {
                    if (seen.has(key))
                        body.report(
                            item,
                            'duplicate-case',
                            `${item.k === 'Literal' ? item.value : ''} occurs as more than one when branch for this switch statement`
                        );
                    seen.add(key);
                }
                if (!isLoose(type) && !isLoose(literal.type) && !assignable(body.env.types, type, literal.type)) {
                    body.report(
                        item,
                        'type-mismatch',
                        `${literal.type.name} value in 'when expression' cannot be implicitly converted to the ${type.name} type in switch expression`
                    );
                }
                const code =
                    isNumeric(type) || isNumeric(literal.type)
                        ? body.convert(literal, isNumeric(type) && isNumeric(literal.type) ? type : literal.type)
                        : literal.code;
                return `$when(${name},${code})`;
            });
            test = tests.join('||');
            inner = emitBlock(body, one.body);
        }
        code += `${first ? '' : 'else '}${at(one.line)}if(${test})${inner.code}`;
        ends = ends && inner.ends;
        first = false;
    }
    return { code: `${code}}`, ends: ends && hasElse };
}

function emitDml(body: Body, node: DmlStmt): string {
    const value = body.expr(node.expr);
    const isRecords = (type: Type): boolean =>
        type.kind === 'sobject' || (type.kind === 'list' && type.args[0]!.kind === 'sobject') || isLoose(type);
    if (!isRecords(value.type)) {
        body.report(node, 'bad-dml', `DML requires SObject or SObject list type: ${value.type.name}`);
        return 'null;';
    }
    const object = value.type.sobject ?? value.type.args[0]?.sobject ?? null;
    const caller = body.cls ? body.script.info(body.cls) : 'null';
    const mode = text(node.mode ?? 'default');
    if (node.op === 'merge') {
        const second = body.expr(node.second!);
        if (
            !isRecords(second.type) &&
            second.type !== ID &&
            !(second.type.kind === 'list' && second.type.args[0] === ID)
        )
            body.report(node, 'bad-dml', `DML requires SObject or SObject list type: ${second.type.name}`);
        const [one, other] = [
            value.type.sobject ?? value.type.args[0]?.sobject,
            second.type.sobject ?? second.type.args[0]?.sobject
        ];
        if (one && other && one !== other) body.report(node, 'bad-dml', 'Invalid type for duplicate records');
        return `$merge(${value.code},${second.code},${mode},${caller});`;
    }
    let externalId = 'null';
    if (node.externalId) {
        const name = node.externalId.split('.').pop()!;
        const field = object ? fieldOf(object, name) : undefined;
        if (object && !field)
            body.report(node, 'unknown-field', `Field does not exist: ${node.externalId} on ${object.name}`);
        else if (field && !field.externalId && !field.idLookup && field.name !== 'Id')
            body.report(
                node,
                'bad-dml',
                `Invalid field for upsert, must be an External Id custom or standard indexed field: ${field.name}`
            );
        externalId = text(field?.name ?? name);
    }
    return `$dml(${text(node.op)},${value.code},${mode},${caller},${externalId});`;
}

function emitRunAs(body: Body, node: RunAsStmt): Ret {
    const args = node.args.map((arg) => body.expr(arg));
    const [who] = args;
    const isUser = who && (isLoose(who.type) || /^(User|SObject|(System\.)?(Package\.)?Version)$/.test(who.type.name));
    if (args.length !== 1 || !isUser)
        body.report(node, 'unknown-method', "runAs requires a single argument of type 'User' or 'Version'");
    const saved = body.loopDepth;
    body.loopDepth = 0;
    body.runAsDepth++;
    const inner = emitBlock(body, node.body);
    body.runAsDepth--;
    body.loopDepth = saved;
    const name = `$r${++switchNames}`;
    const back = body.runAsDepth > 0 ? `return ${name};` : `return ${name}[0];`;
    return {
        code: `${at(node.line)}{const ${name}=$runAs(${args[0]?.code ?? 'null'},()=>${inner.code});if(${name})${back}}`,
        ends: inner.ends
    };
}

export { BOOLEAN };
