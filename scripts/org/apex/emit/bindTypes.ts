// What an inline query binds must fit the column it is compared with. Values that only show their type when the query runs
// (Object, and lists of it) are left to the query.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL_variables.htm
import type { BindUse } from '../../soql/api.ts';
import {
    BLOB,
    BOOLEAN,
    DATE,
    DATETIME,
    ID,
    isLoose,
    isNumeric,
    OBJECT,
    STRING,
    TIME,
    type Type
} from '../bind/types.ts';

/** The message of a bind that does not fit; null when it does. */
export function bindFault(type: Type, use: BindUse): string | null {
    const item = type.kind === 'list' || type.kind === 'set' ? type.args[0]! : type;
    if (isLoose(item) || item === OBJECT || fits(item, use.column)) return null;
    return `Invalid bind expression type of ${bindTypeName(item)} for column of type ${use.column}`;
}

function bindTypeName(type: Type): string {
    return type.cls?.kind === 'class' ? 'APEX_OBJECT' : type.name;
}

function fits(type: Type, column: string): boolean {
    if (type.kind === 'map' || type === BLOB || type.cls?.kind === 'class') return false;
    if (type.kind !== 'primitive') return true;
    switch (column) {
        case 'Id':
            return type === ID || type === STRING;
        case 'String':
            return type === ID || type === STRING;
        case 'Boolean':
            return type === BOOLEAN;
        case 'Integer':
        case 'Decimal':
            return isNumeric(type);
        case 'Date':
        case 'Datetime':
            return type === DATE || type === DATETIME;
        case 'Time':
            return type === TIME;
        default:
            return true;
    }
}
