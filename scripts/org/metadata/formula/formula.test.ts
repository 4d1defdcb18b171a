// Values out of the examples in "Formula Operators and Functions by Context" (Salesforce Help) and of the test data of
// github.com/salesforce/formula-engine; messages out of that engine's labels.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deployed, worldOf } from '../testing.ts';
import { ApexDate, ApexDatetime, Decimal, SObject } from '../../values/index.ts';
import type { Value } from '../../values/index.ts';

const { org } = deployed({
    'objects/Order__c.object': `CustomObject|<deploymentStatus>Deployed</deploymentStatus><fields><fullName>Rate__c</fullName><label>Rate</label><precision>5</precision><scale>2</scale><type>Percent</type></fields>
<fields><fullName>Total__c</fullName><label>Total</label><precision>18</precision><scale>2</scale><type>Number</type></fields><fields><fullName>Note__c</fullName><label>Note</label><length>80</length><type>Text</type></fields>
<fields><fullName>Stage__c</fullName><label>Stage</label><type>Picklist</type><valueSet><valueSetDefinition><sorted>false</sorted><value><fullName>Open</fullName><default>false</default><label>Open</label></value></valueSetDefinition></valueSet></fields>
<fields><fullName>Third__c</fullName><formula>Total__c / 3</formula><label>Third</label><precision>18</precision><scale>2</scale><type>Number</type></fields>
<label>Order</label><pluralLabel>Orders</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>`
});

const value = (formula: string, type: string, values: Record<string, Value> = {}, zero = false): Value =>
    org.evaluate(formula, worldOf(org, 'Order__c', values), type, zero);
const number = (formula: string, values: Record<string, Value> = {}, zero = false): string | null =>
    (value(formula, 'double', values, zero) as Decimal | null)?.toString() ?? null;

const NUMBERS: [string, string | null][] = [
    ['ROUND(1.5, 0)', '2'],
    ['ROUND(1.2345, 0)', '1'],
    ['ROUND(-1.5, 0)', '-2'],
    ['ROUND(225.49823, 2)', '225.5'],
    ['MOD(3, 3)', '0'],
    ['MOD(4, 3)', '1'],
    ['MOD(123, 100)', '23'],
    ['CEILING(2.5)', '3'],
    ['CEILING(-2.5)', '-3'],
    ['FLOOR(2.5)', '2'],
    ['FLOOR(-2.5)', '-2'],
    ['MCEILING(-2.5)', '-2'],
    ['MFLOOR(-2.5)', '-3'],
    ['CEILING(5 / 9 * 9)', '5'],
    ['TRUNC(123.456, 1)', '123.4'],
    ['SQRT(4)', '2'],
    ['ABS(-3)', '3'],
    ['MAX(1, 7, 3)', '7'],
    ['MIN(1, 7, 3)', '1'],
    ['LOG(1000)', '3'],
    ['2 * 3 ^ 2', '36'],
    ['2 + 3 * 4', '14'],
    ['-2 ^ 2', '4'],
    ['1 / 0', null],
    ['LEN("abc")', '3'],
    ['LEN("")', '0'],
    ['FIND("b", "abcb")', '2'],
    ['FIND("b", "abcb", 3)', '4'],
    ['FIND("z", "abc")', '0'],
    ['ASCII("A")', '65'],
    ['VALUE("1.50")', '1.5'],
    ['VALUE("x")', null],
    ['CASE(2, 1, 10, 2, 20, 0)', '20'],
    ['YEAR(DATE(2020, 2, 29))', '2020'],
    ['DAY(DATE(2021, 2, 29))', null],
    ['WEEKDAY(DATE(2020, 1, 1))', '4'],
    ['ISOWEEK(DATE(2021, 1, 1))', '53'],
    ['ISOYEAR(DATE(2021, 1, 1))', '2020'],
    ['DAYOFYEAR(DATE(2020, 12, 31))', '366'],
    ['DATE(2004, 12, 31) - DATE(2004, 12, 1)', '30'],
    ['HOUR(TIMEVALUE("17:30:45.125"))', '17'],
    ['MILLISECOND(TIMEVALUE("17:30:45.125"))', '125'],
    ['UNIXTIMESTAMP(DATETIMEVALUE("1970-01-02 00:00:00"))', '86400'],
    ['IF(1 > 2, 1, NULL)', null],
    ['BLANKVALUE(NULL, 5)', '5'],
    ['PI() - PI()', '0']
];

for (const [formula, expected] of NUMBERS)
    test(`${formula} is ${expected ?? 'blank'}`, () => assert.equal(number(formula), expected));

const TEXTS: [string, string | null][] = [
    ["LPAD('my_company.com', 14, 'z')", 'my_company.com'],
    ["LPAD('my_company.com', 15, 'z')", 'zmy_company.com'],
    ["RPAD('my_company.com', 15, 'z')", 'my_company.comz'],
    ['MID("200ABCD", 4, 2)', 'AB'],
    ['LEFT("abc", 2)', 'ab'],
    ['RIGHT("abc", 2)', 'bc'],
    ['RIGHT("abc", 0)', null],
    ['SUBSTITUTE("a Coupon", "Coupon", "Discount")', 'a Discount'],
    ['TRIM("  a b ")', 'a b'],
    ['UPPER("idempotent", "tr_TR")', 'İDEMPOTENT'],
    ['"a" & NULL & "b"', 'ab'],
    ['"a" + "b"', 'ab'],
    ['INITCAP("hello world")', 'Hello World'],
    ['CHR(65)', 'A'],
    ['REVERSE("abc")', 'cba'],
    ['TEXT(1.50)', '1.5'],
    ['TEXT(DATE(2020, 2, 29))', '2020-02-29'],
    ['TEXT(DATETIMEVALUE("2005-11-15 17:00:00"))', '2005-11-15 17:00:00Z'],
    ['FORMATDURATION(3661)', '01:01:01'],
    ['FORMATDURATION(90061, TRUE)', '1:01:01:01'],
    ['TEXT(TIMEVALUE("10:34:55.666") + 93600000)', '12:34:55.666'],
    ["'it\\'s'", "it's"],
    ['"a" /* remark */ & "b"', 'ab'],
    ['CASESAFEID("001D000000IRFma")', '001D000000IRFmaIAH']
];

for (const [formula, expected] of TEXTS)
    test(`${formula} is ${expected ?? 'blank'}`, () => assert.equal(value(formula, 'string'), expected));

const TRUTHS: [string, boolean][] = [
    ['"" = NULL', true],
    ['"a" = "A"', false],
    ['NULL = 1', false],
    ['NOT(NULL = 1)', false],
    ['CONTAINS("abc", "")', true],
    ['CONTAINS("", "a")', false],
    ['BEGINS("abc", "ab")', true],
    ['REGEX("12345", "\\\\d{5}")', true],
    ['REGEX("123456", "\\\\d{5}")', false],
    ['ISBLANK("")', true],
    ['ISNULL("")', false],
    ['ISNUMBER("1e5")', true],
    ['ISNUMBER("1.2.3")', false],
    ['AND(TRUE, NULL)', false],
    ['OR(FALSE, 1 = 1)', true],
    ['1 < 2 && 2 < 3', true],
    ['1 <> 1 || 2 != 3', true],
    ['!FALSE', true],
    ['DATE(2020, 1, 1) < DATE(2020, 1, 2)', true]
];

for (const [formula, expected] of TRUTHS)
    test(`${formula} is ${String(expected)}`, () => assert.equal(value(formula, 'boolean'), expected));

test('blank numbers are zero or blank as the formula says', () => {
    assert.equal(number('Total__c + 1', {}, true), '1');
    assert.equal(number('Total__c + 1', {}, false), null);
    assert.equal(value('ISBLANK(Total__c)', 'boolean', {}, true), false);
});

test('percents are fractions in a formula and per hundred in its field', () => {
    assert.equal(number('Rate__c * 2', { Rate__c: Decimal.parse('25') }), '0.5');
    assert.equal(String(value('0.25', 'percent')), '25');
});

test('a formula field is rounded to its decimals', () =>
    assert.equal(number('Total__c / 3', { Total__c: Decimal.parse('10') }), '3.33'));

test('today is the day where the user is, now the moment', () => {
    assert.equal(String(value('TODAY()', 'date')), '2026-03-14');
    assert.equal(String(value('DATEVALUE(NOW())', 'date')), '2026-03-14');
    assert.deepEqual(value('NOW()', 'datetime'), new ApexDatetime(Date.UTC(2026, 2, 15, 6, 30)));
});

test('the last day of a month stays the last day', () => {
    assert.deepEqual(value('ADDMONTHS(DATE(2005, 1, 31), 1)', 'date'), ApexDate.of(2005, 2, 28));
    assert.deepEqual(value('ADDMONTHS(DATE(2005, 2, 28), 1)', 'date'), ApexDate.of(2005, 3, 31));
});

test('changes are seen against the saved record', () => {
    const world = worldOf(org, 'Order__c', { Total__c: Decimal.parse('2.00'), Note__c: 'b' });
    const prior = new SObject(world.record.describe);
    Object.assign(prior.values, { Total__c: Decimal.parse('2'), Note__c: 'a' });
    const changed = worldOf(org, 'Order__c', world.record.values, { prior });
    assert.equal(org.evaluate('ISCHANGED(Total__c)', changed, 'boolean', false), false);
    assert.equal(org.evaluate('ISCHANGED(Note__c)', changed, 'boolean', false), true);
    assert.equal(org.evaluate('PRIORVALUE(Note__c)', changed, 'string', false), 'a');
    assert.equal(org.evaluate('ISNEW()', { ...world, isNew: true }, 'boolean', false), true);
    assert.equal(org.evaluate('ISCHANGED(Note__c)', { ...world, isNew: true }, 'boolean', false), false);
});

test('picklists are compared through ISPICKVAL, CASE and TEXT', () => {
    const values = { Stage__c: 'Open' };
    assert.equal(value('ISPICKVAL(Stage__c, "Open")', 'boolean', values), true);
    assert.equal(value('ISPICKVAL(Stage__c, "")', 'boolean'), true);
    assert.equal(value('CASE(Stage__c, "Open", "yes", "no")', 'string', values), 'yes');
    assert.equal(value('TEXT(Stage__c) = "Open"', 'boolean', values), true);
});

test('VLOOKUP reads a record by its name', () => {
    const world = worldOf(
        org,
        'Order__c',
        { Note__c: 'N-1' },
        { lookup: (object, field, keyField, key) => `${object}.${field} by ${keyField} ${String(key)}` }
    );
    assert.equal(
        org.evaluate(
            'VLOOKUP($ObjectType.Order__c.Fields.Note__c, $ObjectType.Order__c.Fields.Name, Note__c)',
            world,
            'string',
            false
        ),
        'Order__c.Note__c by Name N-1'
    );
});

const REFUSED: [string, string, string][] = [
    ['Missing__c', 'string', 'Field Missing__c does not exist. Check spelling.'],
    ['FOO(1)', 'double', 'Unknown function FOO. Check spelling.'],
    ['IF(TRUE, 1)', 'double', "Incorrect number of parameters for function 'IF()'. Expected 3, received 2"],
    ['LEFT("a", "b")', 'string', "Incorrect parameter type for function 'LEFT()'. Expected Number, received Text"],
    ['Note__c = TODAY()', 'boolean', "Incorrect parameter type for operator '='. Expected Text, received Date"],
    ['Note__c & 1', 'string', "Incorrect parameter type for operator '&'. Expected Text, received Number"],
    [
        'Stage__c = "Open"',
        'boolean',
        'Field Stage__c is a picklist field. Picklist fields are only supported in certain functions.'
    ],
    ['(1 + 2', 'double', "Syntax error.  Missing ')'"],
    ['1 + 2)', 'double', "Syntax error.  Extra ')'"],
    ['1 +', 'double', "Syntax error.  Found 'end of formula'"],
    ['"a', 'string', "Syntax error.  Missing '\"'"],
    ['GETSESSIONID()', 'string', 'Function GETSESSIONID may not be used in this type of formula'],
    ['ISCHANGED("a")', 'boolean', "Incorrect parameter for function 'ISCHANGED()'. Expected Field reference."],
    ['IF(TRUE, 1, "a")', 'double', "Incorrect parameter type for function 'IF()'. Expected Number, received Text"],
    ['$Label.Missing', 'string', 'Field $Label.Missing does not exist. Check spelling.']
];

for (const [formula, type, message] of REFUSED)
    test(`${formula} is refused`, () => assert.throws(() => value(formula, type), { message }));
