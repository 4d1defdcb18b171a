// Does evaluating an expression do something besides giving its value? Apex, like Java, evaluates the arguments of a call before it
// finds that the receiver is null; arguments that only give values need no care.
import type { Expr } from '../parse/ast.ts';

const EFFECTS: ReadonlySet<string> = new Set(['Call', 'New', 'Assign', 'Postfix', 'Soql']);

export function hasEffect(node: Expr): boolean {
    if (EFFECTS.has(node.k) || (node.k === 'Unary' && (node.op === '++' || node.op === '--'))) return true;
    return Object.values(node).some(inside);
}

function inside(value: unknown): boolean {
    if (Array.isArray(value)) return value.some(inside);
    if (typeof value !== 'object' || value === null) return false;
    return 'k' in value ? hasEffect(value as Expr) : Object.values(value).some(inside);
}
