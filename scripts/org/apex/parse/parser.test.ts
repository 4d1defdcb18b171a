// The parser against apex-parser's generated one: both must accept and refuse the same texts.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import { Parser } from './parser.ts';

class Errors extends ApexErrorListener {
    readonly found: string[] = [];
    override apexSyntaxError(line: number, column: number, message: string): void {
        this.found.push(`${line}:${column} ${message}`);
    }
}

function oracle(text: string, kind: 'class' | 'trigger'): string[] {
    const errors = new Errors();
    const { parser } = ApexParserFactory.createLexerAndParser(text, errors);
    if (kind === 'class') parser.compilationUnit();
    else parser.triggerUnit();
    return errors.found;
}

function own(text: string, kind: 'class' | 'trigger'): string[] {
    try {
        const parser = new Parser(text);
        if (kind === 'class') parser.parseClassFile();
        else parser.parseTriggerFile();
        return [];
    } catch (error) {
        return [(error as Error).message];
    }
}

const STATEMENTS = [
    'Integer a;',
    'Integer a = 1, b, c = 2;',
    'final String s = null;',
    'List<Map<String, List<Integer>>> m = new List<Map<String, List<Integer>>>();',
    'Integer[] a = new Integer[5];',
    'a[0][1] = 2;',
    'if (a < b) c(); else { d(); }',
    'if (a < b && c > d) {}',
    'for (;;) {}',
    'for (Integer i = 0, j = 1; i < j; i++, j--) ;',
    'for (Account a : [SELECT Id FROM Account]) {}',
    'while (true);',
    'do { } while (false);',
    "switch on x { when 1, 2 { } when 'a' { } when null { } when else { } }",
    'switch on x { when Account a { } when Contact c { } }',
    'switch on x { when A, B { } when -1 { } }',
    'try { } catch (Exception e) { }',
    'try { } finally { }',
    'try { } catch (A.B e) { } catch (C d) { } finally { }',
    'insert a;',
    'insert as user a;',
    'update as system new List<Account>{ a };',
    'upsert a Foo__c;',
    'upsert a Account.Foo__c;',
    'merge a b;',
    'delete [SELECT Id FROM Account];',
    'undelete a;',
    'System.runAs(u) { insert a; }',
    'System.runAs(u) { }',
    'a = b ? c : d;',
    'a = b ? c ? 1 : 2 : d;',
    'a = (Integer) b;',
    'a = (Integer) -1;',
    'a = (b) + c;',
    'a = (b);',
    'a = (List<Integer>) b;',
    'a = (A.B) c.d();',
    'a = ((A) b).c;',
    'a = !b;',
    'a = -b + +c - ~d;',
    'a = i++ + ++i;',
    'a >>= 1;',
    'a >>>= 1;',
    'a = b >> 1 >>> 2 << 3;',
    'a = b instanceof List<C>;',
    "a = 'x' + 'y\\n\\u0041';",
    'a = b?.c?.d();',
    'a = b ?? c ?? d;',
    'a = new A();',
    'a = new A.B(1, 2);',
    "a = new Account(Name = 'x', Parent = new Account());",
    'a = new Map<String, Integer>{ b => 1, c.d => 2 };',
    'a = new Set<Id>{ b };',
    'a = new Integer[]{ 1, 2 };',
    'a = A.class;',
    'a = List<String>.class;',
    'a = A.B.class.getName();',
    'a = String[].class;',
    'a = [SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Name = :b AND Id IN :c.d() ORDER BY Name NULLS LAST LIMIT :e OFFSET 5];',
    'a = [SELECT COUNT(Id) c FROM Account WHERE CreatedDate > 2024-01-01T10:00:00Z GROUP BY Name HAVING COUNT(Id) > 1];',
    "a = [FIND :b IN ALL FIELDS RETURNING Account(Id, Name WHERE Name = 'x'), Contact];",
    'a = [SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS:30 FOR UPDATE];',
    'a = [SELECT TYPEOF Owner WHEN User THEN Name ELSE Id END FROM Case WITH USER_MODE];',
    'throw new A();',
    'return;',
    'return a;',
    'break;',
    'continue;',
    '{ { } }',
    'a.b.c();',
    'this.a = b;',
    'super.a();',
    'a <> b;',
    'a === b;',
    'Date d = Date.today();',
    'Long l = 1L; Decimal m = 1.5; Double x = 1.5d;',
    // refused by both
    'Integer a = ;',
    'if (a { }',
    'for (Integer i : ) {}',
    'a = b +;',
    'insert;',
    'a = (b;',
    'try { }',
    'foo(',
    "a = 'x;",
    'switch on a { when { } }',
    'a = new ;',
    'Integer a b;',
    '} {',
    'while { }',
    'return return;',
    'a = [SELECT Id FROM Account;'
];

const CLASSES = [
    'public class A { }',
    'global with sharing abstract class A extends B implements C, D<E> { }',
    'public inherited sharing class A { }',
    'public enum A { B, C }',
    'public enum A { }',
    'public interface A extends B, C { void d(Integer e); String f(); }',
    '@IsTest(SeeAllData=true) private class A { @TestSetup static void b() { } @IsTest static void c() { } static testMethod void d() { } }',
    'public class A { public Integer b { get; set; } public Integer c { get { return 1; } private set { c = value; } } public static Integer d { get; } }',
    'public class A { static { b = 1; } { c = 2; } A() { this(1); } A(Integer b) { super(); } }',
    "@RestResource(urlMapping='/a/*') global class A { @HttpGet global static String b() { return 'c'; } @InvocableMethod(label='a' description='b') public static void d() { } }",
    'public virtual class A { protected virtual void b() { } public override String toString() { return null; } private final transient Integer c = 1, d; class E { enum F { G } interface H { } } }',
    'public class A { webservice static void b() { } @Future(callout=true) public static void c() { } @AuraEnabled(cacheable=true) public static List<B> d() { return null; } }',
    // refused by both
    'public class { }',
    'public class A {',
    'public class A { void b( { } }',
    'class A extends { }',
    'public class A { Integer b { get set } }',
    'public class A { } }',
    'public enum A { B; }',
    'public class A { public void b() { } public }'
];

const TRIGGERS = [
    'trigger A on Account (before insert, after update) { for (Account a : Trigger.new) { a.Name = null; } }',
    'trigger A on Foo__e (after insert) { }',
    'trigger A on Account (before foo) { }',
    'trigger A on Account { }',
    'trigger A (before insert) { }'
];

function agree(text: string, kind: 'class' | 'trigger'): void {
    const theirs = oracle(text, kind);
    const ours = own(text, kind);
    assert.equal(
        ours.length > 0,
        theirs.length > 0,
        `apex-parser: ${theirs.join('; ') || 'accepts'}\nours: ${ours.join('; ') || 'accepts'}`
    );
}

for (const statement of STATEMENTS)
    test(`both parsers agree on ${statement}`, () => agree(`public class A { void m() { ${statement} } }`, 'class'));
for (const text of CLASSES) test(`both parsers agree on ${text}`, () => agree(text, 'class'));
for (const text of TRIGGERS) test(`both parsers agree on ${text}`, () => agree(text, 'trigger'));

test('the package parses without a fault', () => {
    const root = new URL('../../../../force-app/', import.meta.url).pathname;
    for (const file of globSync(`${root}**/*.{cls,trigger}`)) {
        assert.deepEqual(own(readFileSync(file, 'utf8'), file.endsWith('.cls') ? 'class' : 'trigger'), [], file);
    }
});
