// Functions whose arguments are names, not values: ISCHANGED, PRIORVALUE, VLOOKUP ("Formula Operators and Functions by Context",
// Salesforce Help: the field must be one of the record itself; VLOOKUP looks up by the record name of a custom object).
import { fieldOf } from '../describe.ts';
import type { FieldDescribe, ObjectDescribe } from '../describe.ts';
import type { Value } from '../../values/index.ts';
import { FormulaError } from './errors.ts';
import { equal } from './operators.ts';
import type { Expression } from './parser.ts';
import type { FieldScope } from './scope.ts';
import { readField } from './scope.ts';
import type { Typed } from './types.ts';
import { formulaType } from './types.ts';

type Call = Expression & { kind: 'call' };

type Compile = (node: Expression, scope: FieldScope) => Typed;

export function recordFunction(node: Call, scope: FieldScope, compile: Compile): Typed | null {
    if (node.name === 'ISCHANGED') return isChanged(node, scope);
    if (node.name === 'PRIORVALUE') return priorValue(node, scope);
    return node.name === 'VLOOKUP' ? vlookup(node, scope, compile) : null;
}

function ownField(node: Call, scope: FieldScope): FieldDescribe {
    if (node.args.length !== 1)
        throw new FormulaError(
            `Incorrect number of parameters for function '${node.name}()'. Expected 1, received ${node.args.length}`,
            node.position
        );
    const [arg] = node.args;
    const found = arg?.kind === 'field' && !arg.text.includes('.') ? scope.field(arg).field : null;
    if (!found)
        throw new FormulaError(
            `Incorrect parameter for function '${node.name}()'. Expected Field reference.`,
            node.position
        );
    return found;
}

function isChanged(node: Call, scope: FieldScope): Typed {
    const field = ownField(node, scope);
    const textual = formulaType(field.type) !== 'Number';
    return {
        node,
        type: 'Boolean',
        field: null,
        path: null,
        run: ({ world }) => {
            if (world.isNew || !world.prior) return false;
            const before = world.read([field.name], true);
            const after = world.read([field.name], false);
            const blankBefore = before === null || before === undefined || before === '';
            const blankAfter = after === null || after === undefined || after === '';
            if (blankBefore || blankAfter) return blankBefore !== blankAfter;
            return (
                equal(
                    readField({ world, zero: false }, field, before),
                    readField({ world, zero: false }, field, after),
                    textual && typeof before === 'string'
                ) !== true
            );
        }
    };
}

/** Of a new record the value itself ("if the record was created, PRIORVALUE returns the field's current value"). */
function priorValue(node: Call, scope: FieldScope): Typed {
    const field = ownField(node, scope);
    return {
        node,
        type: formulaType(field.type),
        field,
        path: [field.name],
        run: (env) => readField(env, field, env.world.read([field.name], env.world.prior !== null && !env.world.isNew))
    };
}

function lookupField(
    node: Call,
    arg: Expression | undefined,
    scope: FieldScope
): { object: ObjectDescribe; field: FieldDescribe } {
    const match =
        arg?.kind === 'field' ? /^\$ObjectType\.(\w+)\.Fields\.(\w+)$/i.exec(scope.names.localName(arg.text)) : null;
    const object = match && scope.names.object(match[1] ?? '');
    const field = object && fieldOf(object, match[2] ?? '');
    if (object && field) return { object, field };
    throw new FormulaError(
        match
            ? `Field ${arg?.kind === 'field' ? arg.text : ''} does not exist. Check spelling.`
            : "Incorrect parameter for function 'VLOOKUP()'.",
        arg?.position ?? node.position
    );
}

function vlookup(node: Call, scope: FieldScope, compile: Compile): Typed {
    if (node.args.length !== 3)
        throw new FormulaError(
            `Incorrect number of parameters for function 'VLOOKUP()'. Expected 3, received ${node.args.length}`,
            node.position
        );
    const result = lookupField(node, node.args[0], scope);
    const key = lookupField(node, node.args[1], scope);
    if (!key.field.nameField || !key.object.custom)
        throw new FormulaError(
            "Incorrect parameter for function 'VLOOKUP()'. Expected Record Name field.",
            node.position
        );
    const sought = compile(node.args[2] as Expression, scope);
    return {
        node,
        type: formulaType(result.field.type),
        field: null,
        path: null,
        run: (env): Value => {
            const value = sought.run(env);
            return value === null
                ? null
                : readField(
                      env,
                      result.field,
                      env.world.lookup(result.object.name, result.field.name, key.field.name, value)
                  );
        }
    };
}
