// Queries that Salesforce refuses, with its texts. Those quoted in public documentation and bug reports are literal there;
// the wording of the platform is what clients match on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SoqlError, withPlace } from './messages.ts';
import { sample } from './testing.ts';

const db = sample();
const WSDL = 'Please reference your WSDL or the describe call for the appropriate names.';
const column = (name: string, entity: string): string =>
    `INVALID_FIELD: No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${WSDL}`;

const refused: [soql: string, message: string][] = [
    ['SELECT Nope FROM Account', column('Nope', 'Account')],
    ['SELECT Account.Nope FROM Contact', column('Nope', 'Account')],
    ['SELECT Id FROM Account WHERE Nope = 1', column('Nope', 'Account')],
    ['SELECT Id FROM Account ORDER BY Nope', column('Nope', 'Account')],
    [
        'SELECT Id FROM Nope',
        `INVALID_TYPE: sObject type 'Nope' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${WSDL}`
    ],
    [
        'SELECT Nope.Name FROM Account',
        `INVALID_FIELD: Didn't understand relationship 'Nope' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`
    ],
    [
        'SELECT Id, (SELECT Id FROM Nopes) FROM Account',
        `INVALID_TYPE: Didn't understand relationship 'Nopes' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`
    ],
    [
        'SELECT Id, (SELECT Id FROM User) FROM Account',
        'INVALID_TYPE: First SObject of a nested query must be a child of its outer query.'
    ],
    ['SELECT Name, name FROM Account', 'MALFORMED_QUERY: duplicate field selected: Name'],
    ['SELECT Industry, COUNT(Id) FROM Account', 'MALFORMED_QUERY: Field must be grouped or aggregated: Industry'],
    [
        "SELECT COUNT(Id) FROM Account GROUP BY Industry HAVING Name = 'x'",
        'MALFORMED_QUERY: Field must be grouped or aggregated: Name'
    ],
    ['SELECT COUNT(Id) a, SUM(AnnualRevenue) A FROM Account', 'MALFORMED_QUERY: duplicate alias: A'],
    ["SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'", "MALFORMED_QUERY: unexpected token: 'OR'"],
    ['SELECT Id FROM Account WHERE', "MALFORMED_QUERY: unexpected token: '<EOF>'"],
    ['SELECT FROM Account', "MALFORMED_QUERY: unexpected token: 'FROM'"],
    ["SELECT Id FROM Account LIMIT 1 WHERE Name = 'a'", "MALFORMED_QUERY: unexpected token: 'WHERE'"],
    [
        "SELECT Id FROM Account WHERE Description = 'x'",
        "INVALID_FIELD: field 'Description' can not be filtered in a query call"
    ],
    [
        'SELECT Id FROM Account ORDER BY Description',
        "INVALID_FIELD: field 'Description' can not be sorted in a query call"
    ],
    [
        'SELECT Description, COUNT(Id) FROM Account GROUP BY Description',
        "INVALID_FIELD: field 'Description' can not be grouped in a query call"
    ],
    [
        "SELECT Id FROM Account WHERE NumberOfEmployees = '1'",
        "INVALID_FIELD: value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes"
    ],
    [
        'SELECT Id FROM Account WHERE Name = 1',
        "INVALID_FIELD: value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes"
    ],
    [
        'SELECT Id FROM Account WHERE CreatedDate = 2026-01-01',
        "INVALID_FIELD: value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes"
    ],
    ["SELECT Id FROM Account WHERE Id = 'abc'", 'INVALID_QUERY_FILTER_OPERATOR: invalid ID field: abc'],
    [
        'SELECT Id FROM Account WHERE Active__c > true',
        'INVALID_QUERY_FILTER_OPERATOR: invalid operator on boolean field'
    ],
    [
        "SELECT Id FROM Account WHERE NumberOfEmployees LIKE '1'",
        'INVALID_QUERY_FILTER_OPERATOR: invalid operator on int field'
    ],
    ['SELECT Id FROM Account LIMIT 1 OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE: Maximum SOQL offset allowed is 2000'],
    ['SELECT FIELDS(ALL) FROM Account', 'MALFORMED_QUERY: The SOQL FIELDS function must have a LIMIT of at most 200'],
    [
        "SELECT Id FROM Account WHERE Name = 'a' OR Id IN (SELECT AccountId FROM Contact)",
        'MALFORMED_QUERY: Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.'
    ],
    ['SELECT SUM(Name) FROM Account', 'MALFORMED_QUERY: field Name does not support aggregate operator SUM'],
    [
        'SELECT Id FROM Account WHERE COUNT(Id) > 1',
        'MALFORMED_QUERY: aggregate function is not allowed in WHERE: COUNT'
    ],
    [
        'SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account',
        'MALFORMED_QUERY: SOQL relationship path exceeds the maximum of 5 levels'
    ],
    [
        "SELECT Id FROM Account WHERE Name = 'a\\q'",
        "MALFORMED_QUERY: Invalid string literal 'a\\q'. Illegal character sequence '\\q' in string literal."
    ],
    ['SELECT Id FROM Account WITH DATA CATEGORY x AT y', 'MALFORMED_QUERY: unsupported: WITH DATA']
];

for (const [soql, message] of refused) {
    void test(`refused: ${soql}`, () => {
        assert.equal(db.refusal(soql), message);
    });
}

void test('a bind of the wrong type is refused when the query runs', () => {
    assert.equal(
        db.refusal('SELECT Id FROM Account WHERE NumberOfEmployees = :v', { v: 'x' }),
        'INVALID_FIELD: Invalid bind expression type of String for column of type Integer'
    );
    assert.equal(
        db.refusal('SELECT Id FROM Account WHERE Id = :v', { v: 'x' }),
        'INVALID_QUERY_FILTER_OPERATOR: invalid ID field: x'
    );
});

void test('in user mode what the user may not read is not there', () => {
    const canRead = (object: string, field: string | null): boolean =>
        object !== 'Contact' && field !== 'AnnualRevenue';
    assert.equal(db.refusal('SELECT AnnualRevenue FROM Account', {}, { canRead }), column('AnnualRevenue', 'Account'));
    assert.equal(
        db.refusal('SELECT Id FROM Account WHERE AnnualRevenue > 1', {}, { canRead }),
        column('AnnualRevenue', 'Account')
    );
    assert.match(
        db.refusal('SELECT Id, (SELECT Id FROM Contacts) FROM Account', {}, { canRead }),
        /^INVALID_TYPE: sObject type 'Contact' is not supported/
    );
    assert.equal(db.refusal('SELECT AnnualRevenue FROM Account WITH SYSTEM_MODE', {}, { canRead }), 'accepted');
    assert.equal(db.refusal('SELECT Id FROM Account', {}, { canRead }), 'accepted');
});

void test('WITH SECURITY_ENFORCED is gone from API version 67 on', () => {
    const soql = 'SELECT Id FROM Account WITH SECURITY_ENFORCED';
    assert.equal(db.engine.check(soql, 66).accessMode, 'SECURITY_ENFORCED');
    assert.throws(() => db.engine.check(soql, 67), SoqlError);
});

void test('the REST API shows where a query went wrong', () => {
    const soql = 'SELECT Id\nFROM Account WHERE Nope = 1';
    try {
        db.engine.check(soql);
        assert.fail('accepted');
    } catch (error) {
        assert.ok(error instanceof SoqlError);
        assert.match(withPlace(error, soql), /\^\nERROR at Row:2:Column:20\nNo such column 'Nope'/);
    }
});
