// Every text with which a query is refused, as Salesforce words it.
import { SoqlError } from './api.ts';

export { SoqlError };

const WSDL = 'Please reference your WSDL or the describe call for the appropriate names.';

export const malformed = (message: string, position: number): SoqlError =>
    new SoqlError('MALFORMED_QUERY', message, position);

export const unexpected = (token: string, position: number): SoqlError =>
    malformed(`unexpected token: '${token}'`, position);

export const noSuchColumn = (name: string, entity: string, position: number): SoqlError =>
    new SoqlError(
        'INVALID_FIELD',
        `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${WSDL}`,
        position
    );

export const noSuchObject = (name: string, position: number): SoqlError =>
    new SoqlError(
        'INVALID_TYPE',
        `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${WSDL}`,
        position
    );

export const noSuchParent = (relationship: string, position: number): SoqlError =>
    new SoqlError(
        'INVALID_FIELD',
        `Didn't understand relationship '${relationship}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`,
        position
    );

export const noSuchChild = (relationship: string, position: number): SoqlError =>
    new SoqlError(
        'INVALID_TYPE',
        `Didn't understand relationship '${relationship}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`,
        position
    );

export const notAChild = (position: number): SoqlError =>
    new SoqlError('INVALID_TYPE', 'First SObject of a nested query must be a child of its outer query.', position);

export const tooDeep = (position: number): SoqlError =>
    malformed('SOQL relationship path exceeds the maximum of 5 levels', position);

export const duplicateField = (name: string, position: number): SoqlError =>
    malformed(`duplicate field selected: ${name}`, position);

export const duplicateAlias = (name: string, position: number): SoqlError =>
    malformed(`duplicate alias: ${name}`, position);

export const mustBeGrouped = (name: string, position: number): SoqlError =>
    malformed(`Field must be grouped or aggregated: ${name}`, position);

export const cannotBe = (what: 'filtered' | 'sorted' | 'grouped', name: string, position: number): SoqlError =>
    new SoqlError('INVALID_FIELD', `field '${name}' can not be ${what} in a query call`, position);

export const wrongFilterType = (name: string, type: string, quoted: boolean, position: number): SoqlError =>
    new SoqlError(
        'INVALID_FIELD',
        `value of filter criterion for field '${name}' must be of type ${type} and should ${quoted ? '' : 'not '}be enclosed in quotes`,
        position
    );

export const badId = (value: string, position: number): SoqlError =>
    new SoqlError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${value}`, position);

export const badOperator = (type: string, position: number): SoqlError =>
    new SoqlError('INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${type} field`, position);

export const unsupported = (what: string, position: number): SoqlError => malformed(`unsupported: ${what}`, position);

/**
 * The message as the REST API returns it: with the line of the query, a caret under the place, and row and column.
 * Apex gets the bare message.
 */
export function withPlace(error: SoqlError, soql: string): string {
    if (error.position < 0) return error.message;
    const before = soql.slice(0, error.position);
    const row = before.split('\n').length;
    const column = error.position - (before.lastIndexOf('\n') + 1);
    const from = Math.max(0, error.position - 40);
    const excerpt = soql.slice(from, error.position + 40).replace(/\s/g, ' ');
    return `\n${excerpt}\n${' '.repeat(error.position - from)}^\nERROR at Row:${row}:Column:${column + 1}\n${error.message}`;
}
