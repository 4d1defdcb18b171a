// What Salesforce accepts is accepted: code of public projects whose tests pass on real orgs, in the shapes they use.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schema } from '../metadata/describe.ts';
import { standardObjects } from '../metadata/standard/index.ts';
import { nativeClasses } from './library/index.ts';
import { runApex, schemaOf } from './testing.ts';

const standard = standardObjects();
const schema: Schema = schemaOf(
    ...[...standard.values()].filter((object) => ['Case', 'User', 'Group', 'Name', 'Account'].includes(object.name))
);

function value(source: string | string[]): unknown {
    const run = runApex(source, null, { natives: nativeClasses, schema, platform: { isTest: true } });
    assert.deepEqual(run.diagnostics, []);
    return run.value;
}

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_reserved_words.htm lists no «transient»
test('transient may name a constant', () => {
    assert.equal(
        value(
            'public class T { public enum Life { Transient, Scoped } public static String run() { return Life.Transient.name(); } }'
        ),
        'Transient'
    );
});

test('comparisons may have a space before their equals sign', () => {
    assert.equal(
        value('public class T { public static Boolean run() { Integer a = 3; return a > = 3 && a < = 3; } }'),
        true
    );
});

test('a plus sign may stand before text', () => {
    assert.equal(value("public class T { public static String run() { String a = 'x'; return 'a' + + a; } }"), 'ax');
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_naming_precedence.htm
test('a variable hides a class only where it has the method', () => {
    const base =
        "public virtual class Base { public static Factory Test = new Factory(); public class Factory { public String database() { return 'own'; } } }";
    const derived =
        'public class T extends Base { public static String run() { return Test.database() + Test.isRunningTest(); } }';
    assert.equal(value([base, derived]), 'owntrue');
});

test('an inner class calls a static method of the outer class beside its own of that name', () => {
    assert.equal(
        value(
            'public class T { static Integer size(Integer a) { return a + 1; } class Inner1 { Integer size() { return size(4); } } public static Integer run() { return new Inner1().size(); } }'
        ),
        5
    );
});

test('an interface may ask for toString, which every class has', () => {
    const face = 'public interface Face { String toString(); }';
    const plain = 'public class Plain implements Face { }';
    const own =
        "public class T implements Face { public override String toString() { return 'own'; } public static String run() { Face a = new T(); Face b = new Plain(); return a.toString() + b.toString().startsWith('Plain'); } }";
    assert.equal(value([face, plain, own]), 'owntrue');
});

test('statements may follow a for loop that is written to have no end', () => {
    assert.equal(
        value(
            'public class T { static Integer find(Boolean a) { if (a) { return 1; } else { for (Integer n = 0; true; n++) { if (n == 7) return n; } } return 0; } public static Integer run() { return find(false); } }'
        ),
        7
    );
});

test('what a polymorphic lookup leads to may be cast to a user', () => {
    assert.equal(
        value(
            "public class T { public static String run() { Case a = new Case(Owner = new User(LastName = 'Ng')); return ((User) a.Owner).LastName; } }"
        ),
        'Ng'
    );
});

test('a batch may take its scope as an iterable', () => {
    assert.equal(
        value(
            'public class T implements Database.Batchable<Object> { public Iterable<Object> start(Database.BatchableContext c) { return new List<Object>(); } public void execute(Database.BatchableContext c, Iterable<Object> scope) { } public void finish(Database.BatchableContext c) { } public static Integer run() { return 3; } }'
        ),
        3
    );
});
