// Assignment, compound assignment, ++ and --.
import type { AssignExpr, PostfixExpr, UnaryExpr } from '../parse/ast.ts';
import { ERROR, INTEGER, isNumeric, STRING } from '../bind/types.ts';
import { arithmetic } from './operators.ts';
import type { Body, Ex } from './body.ts';
import { placeOf, type Place } from './names.ts';

function refuse(body: Body, node: AssignExpr | PostfixExpr | UnaryExpr, place: Place): Ex {
    return place.read.type === ERROR
        ? place.read
        : body.report(node, 'not-writeable', place.refusal ?? 'Expression cannot be assigned');
}

function sequence(setup: readonly string[], code: string): string {
    return setup.length ? `(${setup.join(',')},${code})` : `(${code})`;
}

export function emitAssign(body: Body, node: AssignExpr): Ex {
    if (node.op === '=') {
        const place = placeOf(body, node.target, false);
        const wanted = place.read.type;
        const value = wanted === ERROR ? body.expr(node.value) : body.assign(node.value, wanted);
        if (!place.write) return refuse(body, node, place);
        if (place.local) body.assigned(place.local, value);
        return { type: wanted, code: sequence(place.setup, place.write(value.code)), nn: value.nn, local: place.local };
    }
    const place = placeOf(body, node.target, true);
    const operator = node.op.slice(0, -1);
    const value = body.expr(node.value);
    if (place.read.type === ERROR) return place.read;
    if (!place.write) return refuse(body, node, place);
    const result = arithmetic(body, node, operator, place.read, value);
    const type = place.read.type;
    const fits =
        type === STRING || (isNumeric(type) && isNumeric(result.type)) || type === result.type
            ? body.coerce(result, type, node)
            : body.coerce(result, type, node);
    if (place.local) body.assigned(place.local, { ...fits, nn: true });
    return { type, code: sequence(place.setup, place.write(fits.code)), nn: true };
}

/** `++x`, `--x`, `x++`, `x--`. As a statement the value is thrown away: `discard`. */
export function emitStep(body: Body, node: UnaryExpr | PostfixExpr, discard = false): Ex {
    const place = placeOf(body, node.expr, true);
    const type = place.read.type;
    if (type === ERROR) return place.read;
    if (!isNumeric(type))
        return body.report(
            node,
            'bad-operands',
            node.k === 'Postfix'
                ? `Unary postfix increment/decrement can only be applied to numeric expressions: ${type.name}`
                : `Unary prefix ${node.op === '++' ? 'increment' : 'decrement'} can only be applied to numeric expressions: ${type.name}`
        );
    if (!place.write) return refuse(body, node, place);
    const one: Ex = { type: INTEGER, code: '1', nn: true, constant: '1' };
    if (place.local) body.assigned(place.local, { type, code: '', nn: true });
    if (node.k === 'Unary' || discard) {
        const stepped = body.coerce(arithmetic(body, node, node.op[0]!, place.read, one), type, node);
        return { type, code: sequence(place.setup, place.write(stepped.code)), nn: true };
    }
    const before = body.temp();
    const stepped = body.coerce(arithmetic(body, node, node.op[0]!, { type, code: before, nn: true }, one), type, node);
    return {
        type,
        code: `(${[...place.setup, `${before}=${body.checked(place.read)}`, place.write(stepped.code), before].join(',')})`,
        nn: true
    };
}
