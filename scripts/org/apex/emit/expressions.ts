// The table of expressions: one emitter a construct.
import type { Expr, PostfixExpr, UnaryExpr } from '../parse/ast.ts';
import type { Type } from '../bind/types.ts';
import { emitAssign, emitStep } from './assignments.ts';
import type { Body, Ex } from './body.ts';
import { emitCall } from './calls.ts';
import {
    emitCast,
    emitClassLiteral,
    emitInstanceOf,
    emitLiteral,
    emitNew,
    emitNewArray,
    emitNewList,
    emitNewMap,
    emitSoql
} from './creation.ts';
import { emitIndex, emitMember, emitName } from './names.ts';
import { emitBinary, emitTernary, emitUnary } from './operators.ts';

type Emitters = { [K in Expr['k']]: (body: Body, node: Extract<Expr, { k: K }>, wanted: Type | null) => Ex };

const EMITTERS: Emitters = {
    Literal: emitLiteral,
    Name: emitName,
    This: (body, node) =>
        body.isStatic || !body.cls
            ? body.report(node, 'unknown-variable', 'This cannot be referenced in a static context')
            : { type: body.cls.type, code: 'this', nn: true, isThis: true },
    Super: (body, node) => body.report(node, 'unknown-variable', 'Super cannot be referenced in a static context'),
    Member: emitMember,
    Index: emitIndex,
    Call: emitCall,
    New: emitNew,
    NewList: emitNewList,
    NewArray: emitNewArray,
    NewMap: emitNewMap,
    Cast: emitCast,
    Unary: (body, node: UnaryExpr) =>
        node.op === '++' || node.op === '--' ? emitStep(body, node) : emitUnary(body, node),
    Postfix: (body, node: PostfixExpr) => emitStep(body, node),
    Binary: emitBinary,
    Assign: emitAssign,
    Ternary: emitTernary,
    InstanceOf: emitInstanceOf,
    ClassLiteral: emitClassLiteral,
    Soql: emitSoql
};

export function emitExpression(body: Body, node: Expr, wanted: Type | null): Ex {
    return (EMITTERS[node.k] as (body: Body, node: Expr, wanted: Type | null) => Ex)(body, node, wanted);
}
