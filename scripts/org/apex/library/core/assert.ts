// System.Assert, and the assertions of System. A failed assertion passes every catch.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Assert.htm
import { apexEquals } from '../../runtime/equality.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { isInstance } from '../../runtime/registry.ts';
import { apexToString } from '../../runtime/text.ts';
import type { RtType } from '../../runtime/types.ts';
import { nativeClass } from '../native.ts';

const text = (value: unknown): string => (value === null || value === undefined ? 'null' : apexToString(value));

/** `Assertion Failed: message: Expected: a, Actual: b`, its parts as far as they are there. */
function failed(message: unknown, detail: string | null): never {
    const parts = ['Assertion Failed'];
    if (message !== null && message !== undefined) parts.push(text(message));
    if (detail !== null) parts.push(detail);
    return throwApex('System.AssertException', parts.join(': '));
}

/** Assertions compare text by case, unlike the operator. */
function same(expected: unknown, actual: unknown): boolean {
    if (typeof expected === 'string' && typeof actual === 'string') return expected === actual;
    return apexEquals(expected, actual);
}

function areEqual(expected: unknown, actual: unknown, message: unknown = null): void {
    if (!same(expected, actual)) failed(message, `Expected: ${text(expected)}, Actual: ${text(actual)}`);
}

function areNotEqual(notExpected: unknown, actual: unknown, message: unknown = null): void {
    if (same(notExpected, actual)) failed(message, `Same value: ${text(notExpected)}`);
}

function isTrue(condition: boolean | null, message: unknown = null): void {
    if (condition !== true) failed(message, message === null ? 'Expected: true, Actual: ' + text(condition) : null);
}

function isFalse(condition: boolean | null, message: unknown = null): void {
    if (condition !== false) failed(message, message === null ? 'Expected: false, Actual: ' + text(condition) : null);
}

function isNull(value: unknown, message: unknown = null): void {
    if (value !== null) failed(message, message === null ? `Expected: null, Actual: ${text(value)}` : null);
}

function isNotNull(value: unknown, message: unknown = null): void {
    if (value === null) failed(message, message === null ? 'Expected: not null, Actual: null' : null);
}

function isOfType(instance: unknown, type: RtType, message: unknown = null): void {
    if (!isInstance(instance, type)) failed(message, message === null ? `Instance is not of type ${type.name}` : null);
}

function isNotOfType(instance: unknown, type: RtType, message: unknown = null): void {
    if (isInstance(instance, type)) failed(message, message === null ? `Instance is of type ${type.name}` : null);
}

export const assert = nativeClass({
    name: 'System.Assert',
    statics: {
        'void areEqual(Object expected, Object actual)': areEqual,
        'void areEqual(Object expected, Object actual, String message)': areEqual,
        'void areNotEqual(Object notExpected, Object actual)': areNotEqual,
        'void areNotEqual(Object notExpected, Object actual, String message)': areNotEqual,
        'void fail()': () => failed(null, null),
        'void fail(String message)': (message: string | null) => failed(message, null),
        'void isFalse(Boolean condition)': isFalse,
        'void isFalse(Boolean condition, String message)': isFalse,
        'void isInstanceOfType(Object instance, System.Type expectedType)': isOfType,
        'void isInstanceOfType(Object instance, System.Type expectedType, String message)': isOfType,
        'void isNotInstanceOfType(Object instance, System.Type notExpectedType)': isNotOfType,
        'void isNotInstanceOfType(Object instance, System.Type notExpectedType, String message)': isNotOfType,
        'void isNotNull(Object value)': isNotNull,
        'void isNotNull(Object value, String message)': isNotNull,
        'void isNull(Object value)': isNull,
        'void isNull(Object value, String message)': isNull,
        'void isTrue(Boolean condition)': isTrue,
        'void isTrue(Boolean condition, String message)': isTrue
    }
});

/** `System.assert`, `assertEquals`, `assertNotEquals`. */
export const systemAssertions = {
    'void assert(Boolean condition)': (condition: boolean | null) => {
        if (condition !== true) failed(null, null);
    },
    'void assert(Boolean condition, Object message)': (condition: boolean | null, message: unknown) => {
        if (condition !== true) failed(message, null);
    },
    'void assertEquals(Object expected, Object actual)': areEqual,
    'void assertEquals(Object expected, Object actual, Object message)': areEqual,
    'void assertNotEquals(Object notExpected, Object actual)': areNotEqual,
    'void assertNotEquals(Object notExpected, Object actual, Object message)': areNotEqual
};
