// Operators: Integer wraps at 32 bits, Long at 64, numbers promote Integer → Long → Double → Decimal, text + anything is
// text, == ignores the case of strings, null in arithmetic is a null dereference.
import type { BinaryExpr, Expr, Pos, TernaryExpr, UnaryExpr } from '../parse/ast.ts';
import {
    assignable,
    asSuper,
    BOOLEAN,
    DATE,
    DATETIME,
    DECIMAL,
    DOUBLE,
    ERROR,
    INTEGER,
    isLoose,
    isNumeric,
    isText,
    LONG,
    NULL,
    numericRank,
    OBJECT,
    STRING,
    TIME,
    type Type,
    VOID
} from '../bind/types.ts';
import type { Body, Ex } from './body.ts';

const NUMBERS = [INTEGER, LONG, DOUBLE, DECIMAL];

export function promoted(a: Type, b: Type): Type {
    return NUMBERS[Math.max(numericRank(a), numericRank(b))]!;
}

/** Operand of arithmetic in the type of the operation, not null. */
function operand(body: Body, value: Ex, type: Type): string {
    if (value.type === type) return type === INTEGER || type === LONG ? body.checked(value) : value.code;
    if (value.type.kind === 'null') return '$n(null)';
    return body.convert(value, type) === value.code
        ? body.checked(value)
        : body.convert({ ...value, code: value.constant === undefined ? body.checked(value) : value.code }, type);
}

/** Text of a value in a concatenation. */
function concatOperand(body: Body, value: Ex): string {
    if (value.type === STRING && value.nn) return value.code;
    if (value.type === INTEGER && value.nn) return `(""+${value.code})`;
    return `$s(${value.code})`;
}

/** Value of `left op right` for arithmetic, bits and text; used by compound assignment too. */
export function arithmetic(body: Body, node: Pos, op: string, left: Ex, right: Ex): Ex {
    const a = left.type;
    const b = right.type;
    if (a === ERROR || b === ERROR)
        return { type: op === '+' && (a === STRING || b === STRING) ? STRING : ERROR, code: 'null' };
    if (
        op === '+' &&
        (a === STRING ||
            b === STRING ||
            ((a.kind === 'null' || b.kind === 'null') && isText(a.kind === 'null' ? b : a)))
    ) {
        if (a === VOID || b === VOID) return incompatible(body, node, op, a, b);
        return { type: STRING, code: `(${concatOperand(body, left)}+${concatOperand(body, right)})`, nn: true };
    }
    if ((op === '+' || op === '-') && (a === DATE || a === DATETIME || a === TIME) && isNumeric(b)) {
        return { type: a, code: `$dateAdd(${left.code},${right.code},${op === '-' ? -1 : 1})`, nn: true };
    }
    if (op === '&' || op === '|' || op === '^') {
        if (a === BOOLEAN && b === BOOLEAN) {
            const [x, y] = [body.checked(left), body.checked(right)];
            return { type: BOOLEAN, code: op === '^' ? `(${x}!==${y})` : `!!(${x}${op}${y})`, nn: true };
        }
    }
    if (!isNumeric(a) || !isNumeric(b)) {
        if ((a.kind === 'null' && isNumeric(b)) || (b.kind === 'null' && isNumeric(a)))
            return { type: a.kind === 'null' ? b : a, code: '$n(null)', nn: true };
        return incompatible(body, node, op, a, b);
    }
    if (op === '<<' || op === '>>' || op === '>>>') {
        if (numericRank(a) > 1 || numericRank(b) > 1) return incompatible(body, node, op, a, b);
        const shift = b === LONG ? `Number(${body.checked(right)})` : body.checked(right);
        if (a === INTEGER)
            return {
                type: INTEGER,
                code: op === '>>>' ? `((${body.checked(left)}>>>${shift})|0)` : `(${body.checked(left)}${op}${shift})`,
                nn: true
            };
        return { type: LONG, code: `$lshift(${body.checked(left)},${shift},"${op}")`, nn: true };
    }
    const type = promoted(a, b);
    const x = operand(body, left, type);
    const y = operand(body, right, type);
    if (op === '&' || op === '|' || op === '^') {
        if (type === INTEGER) return { type, code: `(${x}${op}${y})`, nn: true };
        if (type === LONG) return { type, code: `BigInt.asIntN(64,${x}${op}${y})`, nn: true };
        return incompatible(body, node, op, a, b);
    }
    switch (type) {
        case INTEGER:
            if (op === '*') return { type, code: `Math.imul(${x},${y})`, nn: true };
            if (op === '/') return { type, code: `$idiv(${x},${y})`, nn: true };
            return { type, code: `(${x}${op}${y}|0)`, nn: true };
        case LONG:
            if (op === '/') return { type, code: `$ldiv(${x},${y})`, nn: true };
            return { type, code: `BigInt.asIntN(64,${x}${op}${y})`, nn: true };
        case DOUBLE:
            if (op === '/') return { type, code: `$ddiv(${x},${y})`, nn: true };
            return { type, code: `new $Double(${x}.v${op}${y}.v)`, nn: true };
        default: {
            const method = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' }[op]!;
            return {
                type,
                code:
                    op === '/'
                        ? `$mdiv(${x},${y})`
                        : `${x}.${method}(${body.checked({ ...right, code: y, type, local: undefined })})`,
                nn: true
            };
        }
    }
}

function incompatible(body: Body, node: Pos, op: string, a: Type, b: Type): Ex {
    if (op === '+' || op === '-' || op === '*' || op === '/') {
        if (a === BOOLEAN || b === BOOLEAN || isText(a) || isText(b))
            return body.report(node, 'bad-operands', `Arithmetic expressions must use numeric arguments`);
        return body.report(
            node,
            'bad-operands',
            a === DATE
                ? 'Date expressions must use Integer or Long'
                : a === DATETIME
                  ? 'Date/time expressions must use Integer or Double or Decimal'
                  : a === TIME
                    ? 'Time expressions must use Integer or Long'
                    : a === VOID || b === VOID
                      ? 'Arithmetic expressions are not allowed on void types'
                      : 'Arithmetic expressions must use numeric arguments'
        );
    }
    if (op === '<<' || op === '>>' || op === '>>>')
        return body.report(node, 'bad-operands', `${op} operation can only be applied to Integer or Long types`);
    return body.report(
        node,
        'bad-operands',
        `${op} operator can only be applied to Boolean expressions or to Integer or Long expressions`
    );
}

export function emitBinary(body: Body, node: BinaryExpr): Ex {
    switch (node.op) {
        case '&&':
        case '||':
            return {
                type: BOOLEAN,
                code: `(${logical(body, node.left, node)}${node.op}${logical(body, node.right, node)})`,
                nn: true
            };
        case '==':
        case '!=':
        case '<>':
        case '===':
        case '!==':
            return equality(body, node);
        case '<':
        case '>':
        case '<=':
        case '>=':
            return relation(body, node);
        case '??': {
            const left = body.expr(node.left);
            const right = body.expr(node.right, left.type);
            const type = common(body, node, asSingle(body, left, right.type), asSingle(body, right, left.type));
            const [a, b] = [asSingle(body, left, right.type), asSingle(body, right, left.type)];
            const head = left.query && a !== left ? a.code.replace('$one(', '$oneOrNull(') : body.convert(a, type);
            return { type, code: `(${head}??${body.convert(b, type)})`, nn: right.nn };
        }
        default:
            return arithmetic(body, node, node.op, body.expr(node.left), body.expr(node.right));
    }
}

function logical(body: Body, node: Expr, parent: BinaryExpr): string {
    const value = body.expr(node);
    if (value.type !== BOOLEAN && !isLoose(value.type)) {
        body.report(parent, 'bad-operands', 'Logical operator can only be applied to Boolean');
        return 'true';
    }
    return body.checked(value);
}

/** A query standing beside a record means its single row. */
function asSingle(body: Body, value: Ex, other: Type): Ex {
    return value.query && other.kind === 'sobject' && value.type.kind === 'list'
        ? { type: value.type.args[0]!, code: `$one(${value.code})`, nn: true }
        : value;
}

function equality(body: Body, node: BinaryExpr): Ex {
    const left = asSingle(body, body.expr(node.left), NULL);
    const right = asSingle(body, body.expr(node.right), left.type);
    const a = left.type;
    const b = right.type;
    const negative = node.op === '!=' || node.op === '<>' || node.op === '!==';
    const result = (code: string): Ex => ({ type: BOOLEAN, code: negative ? `!${code}` : code, nn: true });
    if (a === VOID || b === VOID || !comparable(body, a, b)) {
        return {
            ...body.report(node, 'bad-operands', `Comparison arguments must be compatible types: ${a.name}, ${b.name}`),
            type: BOOLEAN
        };
    }
    const sign = negative ? '!==' : '===';
    if (a.kind === 'null' || b.kind === 'null')
        return { type: BOOLEAN, code: `(${left.code}${sign}${right.code})`, nn: true };
    if (node.op === '===' || node.op === '!==') return result(`$same(${left.code},${right.code})`);
    const direct =
        a === b &&
        (a === INTEGER || a === LONG || a === BOOLEAN || a.cls?.kind === 'enum' || a.native?.kind === 'enum');
    if (direct) return { type: BOOLEAN, code: `(${left.code}${sign}${right.code})`, nn: true };
    if (isText(a) && isText(b))
        return result(
            a === STRING && b === STRING ? `$seq(${left.code},${right.code})` : `$ideq(${left.code},${right.code})`
        );
    return result(`$eq(${left.code},${right.code})`);
}

function comparable(body: Body, a: Type, b: Type): boolean {
    if (a === b || isLoose(a) || isLoose(b) || a === OBJECT || b === OBJECT) return true;
    if (isNumeric(a) && isNumeric(b)) return true;
    if (isText(a) && isText(b)) return true;
    if ((a === DATE || a === DATETIME) && (b === DATE || b === DATETIME)) return true;
    if (assignable(body.env.types, a, b) || assignable(body.env.types, b, a)) return true;
    const isInterface = (type: Type): boolean => type.cls?.kind === 'interface' || type.native?.kind === 'interface';
    return (
        (isInterface(a) && b.kind !== 'primitive') ||
        (isInterface(b) && a.kind !== 'primitive') ||
        (a.kind === b.kind && a.args.length > 0)
    );
}

function relation(body: Body, node: BinaryExpr): Ex {
    const left = body.expr(node.left);
    const right = body.expr(node.right);
    const a = left.type;
    const b = right.type;
    const whole = (a === LONG || a === INTEGER) && (b === LONG || b === INTEGER);
    if (whole && left.nn && right.nn) return { type: BOOLEAN, code: `(${left.code}${node.op}${right.code})`, nn: true };
    const ordered = (type: Type): boolean =>
        isNumeric(type) || isText(type) || type === DATE || type === DATETIME || type === TIME || isLoose(type);
    const unordered = [a, b].find((type) => !ordered(type));
    if (unordered)
        return {
            ...body.report(node, 'bad-operands', `Inequality operator not allowed for this type: ${unordered.name}`),
            type: BOOLEAN
        };
    if (!comparable(body, a, b)) {
        return {
            ...body.report(node, 'bad-operands', `Comparison arguments must be compatible types: ${a.name}, ${b.name}`),
            type: BOOLEAN
        };
    }
    return { type: BOOLEAN, code: `($compare(${left.code},${right.code})${node.op}0)`, nn: true };
}

/** The type that both branches fit. */
export function common(body: Body, node: Pos, left: Ex, right: Ex): Type {
    const a = left.type;
    const b = right.type;
    if (a === b) return a;
    if (a.kind === 'error' || b.kind === 'error') return a.kind === 'error' ? b : a;
    if (a.kind === 'null') return b;
    if (b.kind === 'null') return a;
    if (isNumeric(a) && isNumeric(b)) return promoted(a, b);
    if (isText(a) && isText(b)) return STRING;
    if (assignable(body.env.types, a, b)) return a;
    if (assignable(body.env.types, b, a)) return b;
    if (a.kind === 'sobject' && b.kind === 'sobject')
        return body.env.types.sobject === undefined
            ? OBJECT
            : (body.env.find({ parts: ['SObject'], args: [], arrays: 0, line: 0, column: 0 }, null) ?? OBJECT);
    for (let at: Type | null = a; at; at = at.cls ? at.cls.superclass : null)
        if (asSuper(body.env.types, b, at)) return at;
    for (const shared of a.cls?.interfaces ?? []) if (asSuper(body.env.types, b, shared)) return shared;
    body.report(node, 'bad-operands', `Incompatible types in ternary operator: ${a.name}, ${b.name}`);
    return ERROR;
}

export function emitTernary(body: Body, node: TernaryExpr, wanted: Type | null): Ex {
    const cond = body.condition(node.cond);
    let then = body.expr(node.then, wanted);
    let other = body.expr(node.else, wanted);
    then = asSingle(body, then, other.type.kind === 'sobject' ? other.type : (wanted ?? NULL));
    other = asSingle(body, other, then.type.kind === 'sobject' ? then.type : (wanted ?? NULL));
    const type = wanted === OBJECT ? OBJECT : common(body, node, then, other);
    return {
        type,
        code: `(${cond}?${body.convert(then, type)}:${body.convert(other, type)})`,
        nn: then.nn && other.nn
    };
}

export function emitUnary(body: Body, node: UnaryExpr): Ex {
    const value = body.expr(node.expr);
    const type = value.type;
    if (type === ERROR) return value;
    switch (node.op) {
        case '!':
            if (type !== BOOLEAN && type.kind !== 'null')
                return {
                    ...body.report(node, 'bad-operands', '! operator can only be applied to boolean expressions'),
                    type: BOOLEAN
                };
            return { type: BOOLEAN, code: `!${body.checked(value)}`, nn: true };
        case '-':
            if (value.constant !== undefined)
                return { type, code: `(-${value.code})`, nn: true, constant: `-${value.constant}` };
            if (type === INTEGER) return { type, code: `(-${body.checked(value)}|0)`, nn: true };
            if (type === LONG) return { type, code: `BigInt.asIntN(64,-${body.checked(value)})`, nn: true };
            if (type === DOUBLE) return { type, code: `new $Double(-${value.code}.v)`, nn: true };
            if (type === DECIMAL) return { type, code: `$neg(${value.code})`, nn: true };
            break;
        case '+':
            // The sign is allowed before text, where it does nothing: `'a' + + 'b'`.
            if (isNumeric(type) || type === STRING) return value;
            break;
        case '~':
            if (type === INTEGER) return { type, code: `(~${body.checked(value)})`, nn: true };
            if (type === LONG) return { type, code: `BigInt.asIntN(64,~${body.checked(value)})`, nn: true };
            break;
        default:
    }
    return body.report(
        node,
        'bad-operands',
        node.op === '~' ? `Invalid type for bitwise negate: ${type.name}` : 'Unary negation must use a numeric argument'
    );
}
