// Logical functions and those that look at the record ("Formula Operators and Functions by Context", Salesforce Help).
import { CompoundLocation } from '../../../values/index.ts';
import type { Decimal, Value } from '../../../values/index.ts';
import { FormulaEvaluationError } from '../errors.ts';
import { equal } from '../operators.ts';
import type { FormulaType, Run, Typed } from '../types.ts';
import type { FunctionSpec, FunctionTable } from './spec.ts';
import { blank, strict } from './spec.ts';

const ANY: readonly FormulaType[] = [
    'Number',
    'Text',
    'Boolean',
    'Date',
    'DateTime',
    'Time',
    'Picklist',
    'MultiPicklist',
    'Location'
];
const PLAIN: readonly FormulaType[] = ['Number', 'Text', 'Date', 'DateTime', 'Time', 'Picklist'];

/** The type that all of these have, blanks aside; null when they differ. */
export function common(types: readonly FormulaType[]): FormulaType | null {
    const known = types.filter((type) => type !== 'Null');
    if (known.length === 0) return 'Null';
    if (known.includes('Any')) return 'Any';
    return known.every((type) => type === known[0]) ? (known[0] as FormulaType) : null;
}

function agreeing(name: string, args: readonly Typed[], fail: (message: string) => never): void {
    const first = args.find((one) => one.type !== 'Null' && one.type !== 'Any');
    const other = args.find((one) => first && one.type !== first.type && one.type !== 'Null' && one.type !== 'Any');
    if (first && other)
        fail(`Incorrect parameter type for function '${name}()'. Expected ${first.type}, received ${other.type}`);
}

const chosen = (args: readonly Typed[]): FormulaType => common(args.map((one) => one.type)) ?? 'Any';
const truth = (value: Value): boolean => value === true;

const every: FunctionSpec = {
    params: ['Boolean'],
    variadic: true,
    returns: 'Boolean',
    build: (args) => (env) => args.every((one) => truth(one.run(env)))
};
const some: FunctionSpec = {
    params: ['Boolean'],
    variadic: true,
    returns: 'Boolean',
    build: (args) => (env) => args.some((one) => truth(one.run(env)))
};

const results = (args: readonly Typed[]): Typed[] =>
    args.filter((_, at) => at > 0 && (at % 2 === 0 || at === args.length - 1));
const cases = (args: readonly Typed[]): Typed[] => args.filter((_, at) => at % 2 === 1 && at < args.length - 1);

function checkCase(args: readonly Typed[], fail: (message: string) => never): void {
    if (args.length < 4 || args.length % 2 !== 0)
        fail(
            `Incorrect number of parameters for function 'CASE()'. Expected ${Math.max(4, args.length - 1)}, received ${args.length}`
        );
    const [value] = args;
    if (value?.type === 'Boolean' || value?.type === 'Location' || value?.type === 'MultiPicklist')
        fail("Incorrect argument type for function 'CASE()'. ");
    const wanted = value?.type === 'Picklist' ? 'Text' : value?.type;
    for (const one of cases(args))
        if (
            wanted &&
            wanted !== 'Any' &&
            wanted !== 'Null' &&
            one.type !== wanted &&
            one.type !== 'Null' &&
            one.type !== 'Any'
        )
            fail(`Incorrect parameter type for function 'CASE()'. Expected ${wanted}, received ${one.type}`);
    agreeing('CASE', results(args), fail);
}

function buildCase(args: readonly Typed[]): Run {
    const value = args[0] as Typed;
    const textual = value.type === 'Text' || value.type === 'Picklist';
    return (env) => {
        const found = value.run(env);
        for (let at = 1; at < args.length - 1; at += 2)
            if (equal(found, (args[at] as Typed).run(env), textual) === true) return (args[at + 1] as Typed).run(env);
        return (args.at(-1) as Typed).run(env);
    };
}

const instead: FunctionSpec = {
    params: [PLAIN, PLAIN],
    returns: chosen,
    check: (args, fail) => agreeing('BLANKVALUE', args, fail),
    run: ([value, other]) => (blank(value) ? other : value)
};

/** Text is never null: ISNULL and NULLVALUE do not see empty texts ("always returns false for text fields"). */
const isText = (one: Typed | undefined): boolean => one?.type === 'Text';

const location = (latitude: number, longitude: number): Value =>
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? new CompoundLocation(latitude, longitude) : null;

export const LOGIC: FunctionTable = {
    AND: every,
    OR: some,
    NOT: { params: ['Boolean'], returns: 'Boolean', run: ([value]) => (value === null ? null : !truth(value)) },
    IF: {
        params: ['Boolean', ANY, ANY],
        returns: (args) => chosen(args.slice(1)),
        check: (args, fail) => agreeing('IF', args.slice(1), fail),
        build:
            ([test, then, otherwise]) =>
            (env) =>
                truth((test as Typed).run(env)) ? (then as Typed).run(env) : (otherwise as Typed).run(env)
    },
    CASE: {
        params: [ANY],
        variadic: true,
        returns: (args) => chosen(results(args)),
        check: checkCase,
        build: buildCase
    },
    BLANKVALUE: instead,
    NULLVALUE: {
        ...instead,
        build:
            ([value, other]) =>
            (env) =>
                isText(value) ? (value as Typed).run(env) : ((value as Typed).run(env) ?? (other as Typed).run(env))
    },
    ISBLANK: { params: [ANY], returns: 'Boolean', run: ([value]) => blank(value) },
    ISNULL: {
        params: [ANY],
        returns: 'Boolean',
        build:
            ([value]) =>
            (env) =>
                !isText(value) && blank((value as Typed).run(env))
    },
    ISERROR: {
        params: [ANY],
        returns: 'Boolean',
        build:
            ([value]) =>
            (env) => {
                try {
                    (value as Typed).run(env);
                    return false;
                } catch (error) {
                    if (error instanceof FormulaEvaluationError) return true;
                    throw error;
                }
            }
    },
    IFERROR: {
        params: [ANY, ANY],
        returns: chosen,
        build:
            ([value, other]) =>
            (env) => {
                try {
                    return (value as Typed).run(env);
                } catch (error) {
                    if (error instanceof FormulaEvaluationError) return (other as Typed).run(env);
                    throw error;
                }
            }
    },
    ISNEW: { params: [], returns: 'Boolean', run: (_values, env) => env.world.isNew },
    // A clone made in the user interface; the APIs make none.
    ISCLONE: { params: [], returns: 'Boolean', run: () => false },
    GEOLOCATION: {
        params: ['Number', 'Number'],
        returns: 'Location',
        run: strict(([latitude, longitude]) =>
            location((latitude as Decimal).toNumber(), (longitude as Decimal).toNumber())
        )
    }
};
