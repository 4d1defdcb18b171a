// All functions of formulas by name, and those that other kinds of formula have.
import { DATES } from './dates.ts';
import { LOGIC } from './logic.ts';
import { MATH } from './math.ts';
import type { FunctionSpec, FunctionTable } from './spec.ts';
import { TEXT } from './text.ts';

const ALL: FunctionTable = { ...LOGIC, ...TEXT, ...DATES, ...MATH };

/** Functions of buttons, reports, flows and pages: known, and refused in fields and rules ("may not be used in this type of formula"). */
const ELSEWHERE: ReadonlySet<string> = new Set(
    'GETSESSIONID LINKTO URLFOR INCLUDE REQUIRESCRIPT GETRECORDIDS JSENCODE JSINHTMLENCODE IMAGEPROXYURL JUNCTIONIDLIST PARENTGROUPVAL PREVGROUPVAL PREDICT ISNETWORK UNIQUE CURRENCYRATE'.split(
        ' '
    )
);

export function functionNamed(name: string): FunctionSpec | undefined {
    return ALL[name];
}

export const isElsewhere = (name: string): boolean => ELSEWHERE.has(name);
