// Expressions → typed, runnable formulas. What does not fit is refused in the platform's words, at its place.
import { Decimal } from '../../values/index.ts';
import { FormulaError } from './errors.ts';
import { functionNamed, isElsewhere } from './functions/index.ts';
import { common } from './functions/logic.ts';
import type { FunctionSpec, Param } from './functions/spec.ts';
import { arithmetic, arithmeticType, compare, equal } from './operators.ts';
import { parseFormula } from './parser.ts';
import type { Expression } from './parser.ts';
import { recordFunction } from './recordFunctions.ts';
import type { FieldScope } from './scope.ts';
import type { FormulaType, Run, Typed } from './types.ts';

export function compileFormula(text: string, scope: FieldScope): Typed {
    return typed(parseFormula(text), scope);
}

const value = (node: Expression, type: FormulaType, run: Run): Typed => ({ node, type, run, field: null, path: null });

export function typed(node: Expression, scope: FieldScope): Typed {
    switch (node.kind) {
        case 'number': {
            const number = Decimal.parse(node.text);
            return value(node, 'Number', () => number);
        }
        case 'text': {
            const text = node.text === '' ? null : node.text;
            return value(node, 'Text', () => text);
        }
        case 'true':
        case 'false': {
            const truth = node.kind === 'true';
            return value(node, 'Boolean', () => truth);
        }
        case 'null':
            return value(node, 'Null', () => null);
        case 'field':
            return scope.field(node);
        case 'unary':
            return unary(node, scope);
        case 'binary':
            return binary(node, scope);
        case 'call':
            return call(node, scope);
    }
}

function unary(node: Expression & { kind: 'unary' }, scope: FieldScope): Typed {
    const operand = plain(typed(node.operand, scope));
    const wanted = node.operator === '!' ? 'Boolean' : 'Number';
    if (operand.type !== wanted && operand.type !== 'Any' && operand.type !== 'Null')
        throw new FormulaError(
            `Incorrect parameter type for operator '${node.operator}'. Expected ${wanted}, received ${operand.type}`,
            node.position
        );
    const { run } = operand;
    if (node.operator === '+') return { ...operand, node };
    if (node.operator === '-') return value(node, 'Number', (env) => (run(env) as Decimal | null)?.negate() ?? null);
    return value(node, 'Boolean', (env) => {
        const found = run(env);
        return found === null ? null : found !== true;
    });
}

/** Picklists stand only in the functions that take them. */
function plain(one: Typed): Typed {
    if (one.type === 'Picklist')
        throw new FormulaError(
            `Field ${one.field?.name ?? ''} is a picklist field. Picklist fields are only supported in certain functions.`,
            one.node.position
        );
    if (one.type === 'MultiPicklist')
        throw new FormulaError(
            `Field ${one.field?.name ?? ''} is a multi-select picklist field. Multi-select picklist fields are only supported in certain functions.`,
            one.node.position
        );
    return one;
}

function binary(node: Expression & { kind: 'binary' }, scope: FieldScope): Typed {
    const { operator, position } = node;
    const left = plain(typed(node.left, scope));
    const right = plain(typed(node.right, scope));
    const wrong = (expected: string, received: FormulaType): never => {
        throw new FormulaError(
            `Incorrect parameter type for operator '${operator}'. Expected ${expected}, received ${received}`,
            position
        );
    };
    if (operator === '&&' || operator === '||') {
        for (const side of [left, right])
            if (side.type !== 'Boolean' && side.type !== 'Any' && side.type !== 'Null') wrong('Boolean', side.type);
        return value(
            node,
            'Boolean',
            operator === '&&'
                ? (env) => left.run(env) === true && right.run(env) === true
                : (env) => left.run(env) === true || right.run(env) === true
        );
    }
    if (operator === '=' || operator === '<>') {
        if (common([left.type, right.type]) === null || left.type === 'Location' || right.type === 'Location')
            wrong(left.type, right.type);
        return value(node, 'Boolean', equality(left, right, operator === '<>'));
    }
    if (operator === '<' || operator === '>' || operator === '<=' || operator === '>=') {
        if (common([left.type, right.type]) === null) wrong(left.type, right.type);
        if (left.type === 'Boolean' || left.type === 'Location')
            throw new FormulaError(`Incorrect argument type for operator '${operator}'. `, position);
        return value(node, 'Boolean', (env) => compare(operator, left.run(env), right.run(env)));
    }
    const type = arithmeticType(operator, left.type, right.type);
    if (type === null) {
        const expected =
            operator === '&' ? 'Text' : operator === '+' || operator === '-' ? 'Number, Date, DateTime' : 'Number';
        return wrong(
            expected,
            expected.includes(left.type) && left.type !== 'Text'
                ? right.type
                : operator === '&' && left.type === 'Text'
                  ? right.type
                  : left.type
        );
    }
    return value(node, type, (env) => arithmetic(operator, left.run(env), right.run(env)));
}

function equality(left: Typed, right: Typed, negate: boolean): Run {
    const textual = left.type === 'Text' || right.type === 'Text';
    return (env) => {
        const found = equal(left.run(env), right.run(env), textual);
        return found === null ? null : found !== negate;
    };
}

function call(node: Expression & { kind: 'call' }, scope: FieldScope): Typed {
    const { name, position } = node;
    const special = recordFunction(node, scope, typed);
    if (special) return special;
    const spec = functionNamed(name);
    if (!spec)
        throw new FormulaError(
            isElsewhere(name)
                ? `Function ${name} may not be used in this type of formula`
                : `Unknown function ${name}. Check spelling.`,
            position
        );
    const args = node.args.map((one) => typed(one, scope));
    const fail = (message: string): never => {
        throw new FormulaError(message, position);
    };
    checkCount(name, spec, args.length, fail);
    args.forEach((one, at) => checkParam(name, (spec.params[at] ?? spec.params.at(-1)) as Param, one));
    spec.check?.(args, fail);
    const type = typeof spec.returns === 'function' ? spec.returns(args) : spec.returns;
    if (spec.build) return value(node, type, spec.build(args));
    const { run } = spec;
    return value(
        node,
        type,
        (env) =>
            run?.(
                args.map((one) => one.run(env)),
                env
            ) ?? null
    );
}

function checkCount(name: string, spec: FunctionSpec, count: number, fail: (message: string) => never): void {
    const most = spec.params.length;
    const least = most - (spec.optional ?? 0);
    if (count < least)
        fail(`Incorrect number of parameters for function '${name}()'. Expected ${least}, received ${count}`);
    if (count > most && !spec.variadic)
        fail(`Incorrect number of parameters for function '${name}()'. Expected ${most}, received ${count}`);
}

function checkParam(name: string, param: Param, one: Typed): void {
    const allowed: readonly FormulaType[] = typeof param === 'string' ? [param] : param;
    if (one.type === 'Any' || one.type === 'Null' || allowed.includes(one.type)) return;
    const shown = allowed.filter((type) => type !== 'MultiPicklist' && type !== 'Location').join(', ');
    if (one.type === 'Picklist' || one.type === 'MultiPicklist') plain(one);
    throw new FormulaError(
        `Incorrect parameter type for function '${name}()'. Expected ${shown || allowed.join(', ')}, received ${one.type}`,
        one.node.position
    );
}
