// Literals, `new`, casts, instanceof, class literals and inline queries.
import { fieldOf, referenceByRelationship } from '../../metadata/describe.ts';
import type {
    CastExpr,
    ClassLiteralExpr,
    Expr,
    InstanceOfExpr,
    LiteralExpr,
    NewArrayExpr,
    NewExpr,
    NewListExpr,
    NewMapExpr,
    Pos,
    SoqlExpr
} from '../parse/ast.ts';
import { candidate, ctorCandidates, isVisible } from '../bind/members.ts';
import {
    assignable,
    BOOLEAN,
    castable,
    DECIMAL,
    DOUBLE,
    ERROR,
    ID,
    INTEGER,
    isLoose,
    isNumeric,
    LONG,
    NULL,
    OBJECT,
    SOBJECT,
    STRING,
    type Type
} from '../bind/types.ts';
import { CONVERT, type Body, type Ex } from './body.ts';
import { argumentCodes, select } from './calls.ts';
import { nativeOf, parentType } from './names.ts';
import { bindFault } from './bindTypes.ts';
import { at, text } from './script.ts';
import { isPlatformField } from './writeable.ts';

export function emitLiteral(body: Body, node: LiteralExpr): Ex {
    switch (node.type) {
        case 'int': {
            const value = BigInt(node.value);
            if (value > 2147483647n || value < -2147483648n)
                return { ...body.report(node, 'bad-literal', `Illegal integer`), type: INTEGER };
            return {
                type: INTEGER,
                code: node.value.startsWith('-') ? `(${value})` : String(value),
                nn: true,
                constant: String(value)
            };
        }
        case 'long': {
            const value = BigInt(node.value);
            if (value > 9223372036854775807n || value < -9223372036854775808n)
                return { ...body.report(node, 'bad-literal', `Illegal long`), type: LONG };
            return { type: LONG, code: value < 0n ? `(${value}n)` : `${value}n`, nn: true };
        }
        case 'double':
            return { type: DOUBLE, code: body.script.hoist('K', `$R.double(${Number(node.value)})`), nn: true };
        case 'decimal':
            return { type: DECIMAL, code: body.script.hoist('K', `$R.decimal(${text(node.value)})`), nn: true };
        case 'string':
            return { type: STRING, code: text(node.value), nn: true };
        case 'boolean':
            return { type: BOOLEAN, code: node.value, nn: true };
        case 'null':
            return { type: NULL, code: 'null' };
    }
}

export function emitNew(body: Body, node: NewExpr): Ex {
    const type = body.resolveType(node.type);
    if (type === ERROR) {
        for (const arg of node.args) if (arg.k !== 'Assign') body.expr(arg);
        return { type: ERROR, code: 'null' };
    }
    if (type.kind === 'sobject') return newRecord(body, node, type);
    const args = node.args.map((arg) => body.expr(arg));
    if (args.some((arg) => arg.type === ERROR)) return { type, code: 'null', nn: true };
    if (type.cls) {
        const cls = type.cls;
        if (cls.kind !== 'class' || cls.isAbstract)
            return body.report(
                node,
                'abstract-instance',
                cls.kind !== 'class'
                    ? `Type cannot be constructed: ${type.name}`
                    : `Abstract classes cannot be constructed: ${type.name}`
            );
        const chosen = select(body, ctorCandidates(cls.ctors, type), args);
        const description = `[${type.name}].<Constructor>(${args.map((arg) => (arg.type.kind === 'null' ? 'NULL' : arg.type.name)).join(', ')})`;
        if (!chosen) return body.report(node, 'unknown-constructor', `Constructor not defined: ${description}`);
        if ('ambiguous' in chosen)
            return body.report(node, 'ambiguous-method', `Ambiguous constructor signature: ${description}`);
        const { member, params } = chosen.found;
        if (!isVisible(member, body.cls))
            return body.report(node, 'not-visible', `Constructor is not visible: ${description}`);
        body.called.add(`new ${cls.name.toLowerCase()}`);
        const codes = argumentCodes(body, node, params, args).join(',');
        return { type, code: `${at(node.line)}${body.script.cls(cls)}.${member.key}(${codes})`, nn: true };
    }
    const native = nativeOf(body, type);
    if (type.kind === 'list' && args.length === 0)
        return { type, code: `new $List(${body.script.type(type)},[])`, nn: true };
    if (type.kind === 'list' && args.length === 1 && args[0]!.type === INTEGER)
        return { type, code: `$array(${body.script.type(type)},${body.checked(args[0]!)})`, nn: true };
    if (native) {
        const candidates = native.constructors.map((member) => candidate(body.env, member, native, type.args));
        const chosen = select(body, candidates, args);
        if (chosen) {
            const one = 'found' in chosen ? chosen.found : chosen.ambiguous[0]!;
            return {
                type,
                code: `${at(node.line)}${body.script.native(one.member)}(${[body.script.type(type), ...argumentCodes(body, node, one.params, args)].join(',')})`,
                nn: true
            };
        }
    }
    if (args.length === 0 && type.kind === 'map')
        return { type, code: `new $Map(${body.script.type(type)})`, nn: true };
    if (args.length === 0 && type.kind === 'set')
        return { type, code: `new $Set(${body.script.type(type)})`, nn: true };
    return body.report(
        node,
        'unknown-constructor',
        native && native.constructors.length === 0
            ? `Type cannot be constructed: ${type.name}`
            : `Constructor not defined: [${type.name}].<Constructor>(${args.map((arg) => arg.type.name).join(', ')})`
    );
}

function newRecord(body: Body, node: NewExpr, type: Type): Ex {
    const object = type.sobject;
    if (!object) return body.report(node, 'abstract-instance', 'Type cannot be constructed: SObject');
    const parts: string[] = [];
    const seen = new Set<string>();
    for (const arg of node.args) {
        if (arg.k !== 'Assign' || arg.op !== '=' || arg.target.k !== 'Name') {
            body.report(arg, 'unknown-constructor', `Type requires name=value pair construction: ${object.name}`);
            continue;
        }
        const name = arg.target.name;
        const field = fieldOf(object, name);
        const reference = field ? undefined : referenceByRelationship(object, name);
        const key = name.toLowerCase();
        if (seen.has(key)) body.report(arg, 'duplicate-field', `Duplicate field initialization: ${name}`);
        seen.add(key);
        if (field) {
            if (field.calculated || isPlatformField(object, field))
                body.report(arg.target, 'not-writeable', `Field is not writeable: ${object.name}.${field.name}`);
            const value = body.assign(arg.value, body.env.types.ofField(field));
            parts.push(`${text(field.name)},${value.code}`);
        } else if (reference) {
            const value = body.assign(
                arg.value,
                parentType(body, reference).name === 'Name' ? SOBJECT : parentType(body, reference)
            );
            parts.push(`${text(`^${reference.relationshipName!}`)},${value.code}`);
        } else {
            body.report(arg.target, 'unknown-field', `Field does not exist: ${name} on ${object.name}`);
            body.expr(arg.value);
        }
    }
    return { type, code: `$record(${text(object.name)},[${parts.join(',')}])`, nn: true };
}

export function emitNewList(body: Body, node: NewListExpr): Ex {
    let type = body.resolveType(node.type);
    if (type === ERROR) {
        for (const item of node.items) body.expr(item);
        return { type: ERROR, code: 'null' };
    }
    if (type.kind !== 'list' && type.kind !== 'set' && type.kind !== 'map') type = body.env.types.list(type);
    if (type.kind === 'map') {
        if (node.items.length > 0) return body.report(node, 'bad-literal', `Map initialisers must use =>`);
        return { type, code: `new $Map(${body.script.type(type)})`, nn: true };
    }
    const itemType = type.args[0]!;
    const items = node.items.map((item) => {
        const value = body.expr(item, itemType);
        if (value.type.kind === 'error' || value.query || assignable(body.env.types, itemType, value.type))
            return body.coerce(value, itemType, item).code;
        const message = `Initial expression is of incorrect type, expected: ${itemType.name} but was: ${value.type.name}`;
        return body.report(item, 'type-mismatch', message).code;
    });
    return {
        type,
        code: `new ${type.kind === 'list' ? '$List' : '$Set'}(${body.script.type(type)},[${items.join(',')}])`,
        nn: true
    };
}

export function emitNewArray(body: Body, node: NewArrayExpr): Ex {
    const item = body.resolveType(node.type);
    const size = body.assign(node.size, INTEGER);
    if (item === ERROR) return { type: ERROR, code: 'null' };
    const type = body.env.types.list(item);
    return { type, code: `$array(${body.script.type(type)},${body.checked(size)})`, nn: true };
}

export function emitNewMap(body: Body, node: NewMapExpr): Ex {
    const type = body.resolveType(node.type);
    if (type.kind !== 'map')
        return type === ERROR
            ? { type, code: 'null' }
            : body.report(
                  node,
                  'bad-literal',
                  `Invalid initial expression type for field ${type.name}, expecting a Map`
              );
    const part = (item: Expr, to: Type, what: 'key' | 'value'): string => {
        const value = body.expr(item, to);
        if (value.type.kind === 'error' || value.query || assignable(body.env.types, to, value.type))
            return body.coerce(value, to, item).code;
        return body.report(item, 'type-mismatch', `Invalid ${what} type ${value.type.name} for ${type.name}`).code;
    };
    const [keyType, valueType] = type.args as [Type, Type];
    const entries = node.entries.map(
        ({ key, value }) => `[${part(key, keyType, 'key')},${part(value, valueType, 'value')}]`
    );
    return { type, code: `new $Map(${body.script.type(type)},[${entries.join(',')}])`, nn: true };
}

export function emitCast(body: Body, node: CastExpr): Ex {
    const type = body.resolveType(node.type);
    const value = body.expr(node.expr, type);
    const from = value.type;
    if (type === ERROR || from === ERROR) return { type, code: value.code };
    if (value.query && type.kind === 'sobject' && from.kind === 'list') return body.coerce(value, type, node);
    if (!castable(body.env.types, type, from))
        return {
            ...body.report(
                node,
                'bad-cast',
                `Incompatible types since an instance of ${from.name} is never an instance of ${type.name}`
            ),
            type
        };
    if (from === type || from.kind === 'null') return { ...value, type };
    if (isNumeric(type) && isNumeric(from))
        return {
            type,
            code:
                value.constant !== undefined && type !== INTEGER
                    ? body.convert(value, type)
                    : `${CONVERT[from.name]![type.name]!}(${value.code})`,
            nn: value.nn
        };
    if (assignable(body.env.types, type, from) && !(from.args.length > 0) && !(type === ID))
        return { type, code: body.convert(value, type), nn: value.nn, parent: value.parent };
    if (type === ID && from === STRING) return { type, code: `$toId(${value.code})` };
    return { type, code: `${at(node.line)}$cast(${value.code},${body.script.type(type)})`, nn: value.nn };
}

export function emitInstanceOf(body: Body, node: InstanceOfExpr): Ex {
    const value = body.expr(node.expr);
    const type = body.resolveType(node.type);
    if (type === ERROR || isLoose(value.type)) return { type: BOOLEAN, code: 'false', nn: true };
    if (!castable(body.env.types, type, value.type)) {
        return {
            ...body.report(
                node,
                'bad-instanceof',
                `Operation instanceof is always false since an instance of ${value.type.name} is never an instance of ${type.name}`
            ),
            type: BOOLEAN
        };
    }
    const certain =
        value.type === type ||
        (value.type.kind === 'class' &&
            value.type.cls!.kind !== 'interface' &&
            assignable(body.env.types, type, value.type) &&
            type !== OBJECT);
    if (certain && value.type !== OBJECT && value.type.args.length === 0) {
        return {
            ...body.report(
                node,
                'bad-instanceof',
                `Operation instanceof is always true since an instance of ${value.type.name} is always an instance of ${type.name}`
            ),
            type: BOOLEAN
        };
    }
    return { type: BOOLEAN, code: `$is(${value.code},${body.script.type(type)})`, nn: true };
}

export function emitClassLiteral(body: Body, node: ClassLiteralExpr): Ex {
    const type = body.resolveType(node.type);
    const meta = body.env.types.named?.('System.Type') ?? OBJECT;
    if (type === ERROR) return { type: meta, code: 'null' };
    return { type: meta, code: body.script.type(type), nn: true };
}

// ── queries ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export function emitSoql(body: Body, node: SoqlExpr): Ex {
    const binds = node.binds.map((bind) => {
        const value = body.expr(bind);
        return value.query && value.type.kind === 'list' ? { ...value, query: false } : value;
    });
    const caller = body.cls ? body.script.info(body.cls) : 'null';
    const values = `[${binds.map((bind) => bind.code).join(',')}]`;
    const query = text(node.text.trim().replace(/\s+/g, ' ').length === 0 ? node.text : node.text);
    if (node.sosl) {
        const type = body.env.types.list(body.env.types.list(SOBJECT));
        return {
            type,
            code: `${at(node.line)}$search(${query},${values},${caller},${body.script.type(type)})`,
            nn: true
        };
    }
    const shape = queryShape(body, node);
    checkBinds(body, node, binds);
    if (!shape) return { type: body.env.types.list(SOBJECT), code: 'null', query: true };
    if (shape === 'count')
        return { type: INTEGER, code: `${at(node.line)}$count(${query},${values},${caller})`, nn: true };
    const type = body.env.types.list(shape);
    return {
        type,
        code: `${at(node.line)}$query(${query},${values},${caller},${body.script.type(type)})`,
        nn: true,
        query: true
    };
}

function checkBinds(body: Body, node: SoqlExpr, binds: readonly Ex[]): void {
    const shape = body.env.checkQuery(node.text);
    if (!shape || shape instanceof Error) return;
    for (const use of shape.bindUses) {
        const at = Number(use.name.slice(1));
        const bind = binds[at];
        const fault = bind ? bindFault(bind.type, use) : null;
        if (fault) body.report(node.binds[at]!, 'bad-bind', fault);
    }
}

/** Element type of the rows, or `count`; null when the query is refused. */
function queryShape(body: Body, node: SoqlExpr): Type | 'count' | null {
    const where: Pos = { line: node.line, column: node.column };
    const shape = body.env.checkQuery(node.text);
    if (shape instanceof Error) {
        body.report(where, 'bad-query', shape.message);
        return null;
    }
    const aggregateResult = (): Type =>
        body.env.find({ parts: ['AggregateResult'], args: [], arrays: 0, ...where }, null) ?? SOBJECT;
    if (shape) {
        if (shape.countOnly) return 'count';
        return shape.aggregate ? aggregateResult() : (body.env.sobject(shape.object) ?? SOBJECT);
    }
    const outer = stripParens(node.text);
    if (/^\s*select\s+count\s*\(\s*\)\s+from\b/i.test(node.text)) return 'count';
    if (
        /\bgroup\s+by\b/i.test(outer) ||
        /\b(count|sum|avg|min|max|count_distinct)\s*\(/i.test(outer.split(/\bfrom\b/i)[0]!)
    )
        return aggregateResult();
    const from = /\bfrom\s+(\w+)/i.exec(outer);
    const type = from ? body.env.sobject(from[1]!) : null;
    if (!type) {
        body.report(where, 'bad-query', `sObject type '${from?.[1] ?? ''}' is not supported.`);
        return null;
    }
    return type;
}

function stripParens(query: string): string {
    let depth = 0;
    let out = '';
    for (const char of query) {
        if (char === '(') {
            out += '(';
            depth++;
        } else if (char === ')') {
            depth--;
            out += ')';
        } else if (depth === 0) out += char;
    }
    return out;
}

export { ID };
