// System, Assert, exceptions, ids and versions: the Apex Reference's examples, and the texts of failed assertions as orgs print them.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Assert.htm
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_exception_methods.htm
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexException } from '../../runtime/exceptions.ts';
import { runApex } from '../../testing.ts';
import { nativeClasses } from '../index.ts';
import { evaluate, show } from './testing.ts';

function outcome(body: string): string {
    try {
        const source = `public class P { class FaultException extends Exception {} public static Object run() {\n${body}\n} }`;
        const run = runApex(source, null, { natives: nativeClasses });
        if (run.diagnostics.length > 0) return run.diagnostics.map((one) => one.message).join('\n');
        return show(run.value);
    } catch (error) {
        if (error instanceof ApexException) return `${error.apexType}: ${error.message}`;
        throw error;
    }
}

const FAILED: readonly [statement: string, message: string][] = [
    ['System.assert(false);', 'Assertion Failed'],
    ["System.assert(false, 'no');", 'Assertion Failed: no'],
    ['System.assertEquals(1, 2);', 'Assertion Failed: Expected: 1, Actual: 2'],
    ["System.assertEquals(1, 2, 'sum');", 'Assertion Failed: sum: Expected: 1, Actual: 2'],
    ["System.assertEquals('a', 'A');", 'Assertion Failed: Expected: a, Actual: A'],
    ['System.assertEquals(null, true);', 'Assertion Failed: Expected: null, Actual: true'],
    ["System.assertNotEquals('a', 'a');", 'Assertion Failed: Same value: a'],
    ["System.assertNotEquals(1, 1, 'x');", 'Assertion Failed: x: Same value: 1'],
    ["Assert.areEqual(1, 2, 'sum');", 'Assertion Failed: sum: Expected: 1, Actual: 2'],
    ['Assert.areNotEqual(2, 2);', 'Assertion Failed: Same value: 2'],
    ["Assert.isTrue(false, 'flag');", 'Assertion Failed: flag'],
    ["Assert.fail('here');", 'Assertion Failed: here']
];

for (const [statement, message] of FAILED) {
    test(`${statement} says ${message}, and no catch stops it`, () => {
        assert.equal(
            outcome(`try { ${statement} } catch (Exception e) { return 1; } return 2;`),
            `System.AssertException: ${message}`
        );
    });
}

const PASSED: readonly string[] = [
    'System.assertEquals(1, 1.0);',
    'System.assertEquals(new List<Integer>{ 1 }, new List<Integer>{ 1 });',
    'System.assertNotEquals(1, 2);',
    'Assert.isNull(null);',
    "Assert.isInstanceOfType('x', String.class);",
    "Assert.isNotInstanceOfType('x', Integer.class);"
];

for (const statement of PASSED) test(`${statement} passes`, () => assert.equal(outcome(`${statement} return 1;`), '1'));

const EXCEPTIONS: readonly [body: string, value: string][] = [
    ["return new FaultException('m').getMessage();", "'m'"],
    ['return new FaultException().getMessage();', "'Script-thrown exception'"],
    [
        "Exception e = new FaultException('m', new DmlException('d')); return e.getCause().getTypeName() + e.getCause().getMessage();",
        "'System.DmlExceptiond'"
    ],
    ["Exception e = new FaultException(); e.setMessage('later'); return e.getMessage();", "'later'"],
    [
        "Exception e = new FaultException('m'); e.initCause(new MathException('c')); return e.getCause().getMessage();",
        "'c'"
    ],
    [
        "try { throw new IllegalArgumentException('x'); } catch (IllegalArgumentException e) { return e.getTypeName() + e.getLineNumber(); }",
        "'System.IllegalArgumentException2'"
    ],
    ["return '' + new FaultException('m');", "'P.FaultException: m'"],
    [
        'try { Object o = 1 / 0; return o; } catch (MathException e) { return e.getStackTraceString(); }',
        "'Class.P.run: line 2, column 1'"
    ]
];

for (const [body, value] of EXCEPTIONS) test(`${body} gives ${value}`, () => assert.equal(outcome(body), value));

const VALUES: readonly [expression: string, value: string][] = [
    ["Id.valueOf('001xa000003DIlo')", "'001xa000003DIloAAG'"],
    ["Id.valueOf('001XA000003DILOAAG', true).to15()", "'001xa000003DIlo'"],
    ["Id.valueOf('x')", 'System.StringException: Invalid id: x'],
    ['new Version(1, 2).compareTo(new Version(1, 1))', '1'],
    ['new Version(1, 2, 3).patch()', '3'],
    ['System.now()', '2026-01-15T12:00:00.000Z'],
    ['System.today()', '2026-01-15'],
    ['System.currentTimeMillis()', '1768478400000L'],
    ["System.equals('a', 'a')", 'true'],
    ['System.getApplicationReadWriteMode()', 'DEFAULT'],
    ['System.isBatch()', 'false'],
    ["LoggingLevel.valueOf('FINE').ordinal()", '4']
];

for (const [expression, value] of VALUES)
    test(`${expression} is ${value}`, () => assert.equal(evaluate(expression), value));

test('AsyncInfo tells the depth of the queueable job that runs', () => {
    const platform = { queueable: { depth: 2, maxDepth: 5, delayMinutes: null } };
    assert.equal(evaluate('AsyncInfo.getCurrentQueueableStackDepth()', platform), '2');
    assert.equal(evaluate('AsyncInfo.getMaximumQueueableStackDepth()', platform), '5');
    assert.equal(evaluate('AsyncInfo.getMinimumQueueableDelayInMinutes()', platform), 'null');
    assert.equal(evaluate('AsyncInfo.hasMaxStackDepth()', platform), 'true');
    assert.equal(evaluate('AsyncInfo.hasMaxStackDepth()', { queueable: null }), 'false');
});

test('what the org has no part for says so', () => {
    assert.equal(
        outcome("System.setPassword('005000000000001AAA', 'x'); return 1;"),
        'System.UnsupportedOperationException: unsupported: System.setPassword'
    );
});
