// Members that no class may hold: each is put at the end of real top-level classes.
import { insert, type MutationKind } from './mutation.ts';
import type { SourceFile } from './source.ts';

interface Bad {
    name: string;
    code: string;
    where?: (file: SourceFile) => boolean;
    syntax?: boolean;
}

const isTest = (file: SourceFile): boolean => file.top.isTest;
const isPlain = (file: SourceFile): boolean => !file.top.isTest && file.top.access !== 'global';
const isConcrete = (file: SourceFile): boolean => !file.top.isAbstract;

const BAD: readonly Bad[] = [
    { name: 'no return', code: 'Integer zzM() { }' },
    { name: 'no return on one branch', code: 'Integer zzM(Boolean b) { if (b) { return 1; } }' },
    { name: 'no return after a loop', code: 'Integer zzM(Boolean b) { while (b) { return 1; } }' },
    { name: 'no return in a switch', code: 'Integer zzM(Integer b) { switch on b { when 1 { return 1; } } }' },
    { name: 'no return after a catch', code: 'Integer zzM() { try { return 1; } catch (Exception e) { } }' },
    { name: 'a wrong return', code: "Integer zzM() { return 'x'; }" },
    { name: 'code after return', code: 'Integer zzM() { return 1; Integer a; }' },
    { name: 'code after throw', code: 'void zzM() { throw new DmlException(); Integer a; }' },
    { name: 'code after break', code: 'void zzM() { while (true) { break; Integer a; } }' },
    { name: 'code after continue', code: 'void zzM() { while (true) { continue; Integer a; } }' },
    { name: 'a parameter twice', code: 'void zzM(Integer a, String A) { }' },
    { name: 'a local with the name of a parameter', code: 'void zzM(Integer a) { Integer a; }' },
    { name: 'a void parameter', code: 'void zzM(void a) { }' },
    { name: 'an unknown parameter type', code: 'void zzM(Zz a) { }' },
    { name: 'an unknown return type', code: 'Zz zzM() { return null; }' },
    { name: 'a final parameter assigned', code: 'void zzM(final Integer a) { a = 1; }' },
    { name: 'a method twice', code: 'void zzM(Integer a) { } void ZZM(Integer b) { }' },
    {
        name: 'a method twice with another result',
        code: 'void zzM(Integer a) { } Integer zzM(Integer b) { return 1; }'
    },
    { name: 'a field twice', code: 'Integer zzF; String ZZF;' },
    { name: 'a field and a property', code: 'Integer zzF; String ZZF { get; set; }' },
    { name: 'an unknown field type', code: 'Zz zzF;' },
    { name: 'a void field', code: 'void zzF;' },
    { name: 'a wrong field value', code: "Integer zzF = 'x';" },
    { name: 'a static field from an instance field', code: 'Integer zzA; static Integer zzB = zzA;' },
    { name: 'an instance field in a static method', code: 'Integer zzF; static void zzM() { zzF = 1; }' },
    { name: 'an instance method in a static one', code: 'void zzN() { } static void zzM() { zzN(); }' },
    { name: 'a static method on this', code: 'static void zzN() { } void zzM() { this.zzN(); }' },
    { name: 'a static field on this', code: 'static Integer zzF; void zzM() { this.zzF = 1; }' },
    { name: 'a final field assigned', code: 'final Integer zzF = 1; void zzM() { zzF = 2; }' },
    { name: 'a static final field assigned', code: 'static final Integer ZZ = 1; static void zzM() { ZZ = 2; }' },
    {
        name: 'a final field of another assigned',
        code: 'final Integer zzF; static void zzM(Zz a) { a.zzF = 2; } class Zz { final Integer zzF; }'
    },
    { name: 'a property without a setter', code: 'Integer zzP { get { return 1; } } void zzM() { zzP = 2; }' },
    { name: 'a property without a getter', code: 'Integer zzP { set { } } Integer zzM() { return zzP; }' },
    { name: 'a getter without a return', code: 'Integer zzP { get { } }' },
    { name: 'a setter that returns', code: 'Integer zzP { get; set { return 1; } }' },
    { name: 'a wider accessor', code: 'private Integer zzP { public get; set; }' },
    { name: 'an abstract method', code: 'public abstract void zzM();', where: isConcrete },
    { name: 'an abstract method with a body', code: 'public abstract void zzM() { }', syntax: true },
    { name: 'a method without a body', code: 'void zzM();' },
    { name: 'an override of nothing', code: 'public override void zzM() { }' },
    { name: 'a virtual static method', code: 'public virtual static void zzM() { }' },
    {
        name: 'a missing override',
        code: 'virtual class ZzA { public virtual void a() { } } class ZzB extends ZzA { public void a() { } }'
    },
    {
        name: 'a missing override of an abstract method',
        code: 'abstract class ZzA { public abstract void a(); } class ZzB extends ZzA { public void a() { } }'
    },
    {
        name: 'an override of what is not virtual',
        code: 'virtual class ZzA { public void a() { } } class ZzB extends ZzA { public override void a() { } }'
    },
    {
        name: 'an override with another result',
        code: 'virtual class ZzA { public virtual void a() { } } class ZzB extends ZzA { public override Integer a() { return 1; } }'
    },
    {
        name: 'an override that hides',
        code: 'virtual class ZzA { public virtual void a() { } } class ZzB extends ZzA { private override void a() { } }'
    },
    {
        name: 'an abstract method left out',
        code: 'abstract class ZzA { public abstract void a(); } class ZzB extends ZzA { }'
    },
    { name: 'an interface method left out', code: 'interface ZzA { void a(Integer i); } class ZzB implements ZzA { }' },
    {
        name: 'an interface method with other parameters',
        code: 'interface ZzA { void a(Integer i); } class ZzB implements ZzA { public void a(String i) { } }'
    },
    {
        name: 'an interface method with another result',
        code: 'interface ZzA { void a(); } class ZzB implements ZzA { public Integer a() { return 1; } }'
    },
    {
        name: 'a private interface method',
        code: 'interface ZzA { void a(); } class ZzB implements ZzA { void a() { } }'
    },
    {
        name: 'an inherited interface method left out',
        code: 'interface ZzA { void a(); } interface ZzC extends ZzA { } class ZzB implements ZzC { }'
    },
    { name: 'Comparable without compareTo', code: 'class ZzB implements Comparable { }' },
    {
        name: 'compareTo of another type',
        code: 'class ZzB implements Comparable { public Integer compareTo(ZzB o) { return 0; } }'
    },
    {
        name: 'compareTo with another result',
        code: 'class ZzB implements Comparable { public String compareTo(Object o) { return null; } }'
    },
    {
        name: 'a private compareTo',
        code: 'class ZzB implements Comparable { Integer compareTo(Object o) { return 0; } }'
    },
    {
        name: 'Batchable without finish',
        code: 'class ZzB implements Database.Batchable<SObject> { public Database.QueryLocator start(Database.BatchableContext c) { return null; } public void execute(Database.BatchableContext c, List<SObject> l) { } }'
    },
    {
        name: 'Batchable with another scope',
        code: 'class ZzB implements Database.Batchable<SObject> { public Database.QueryLocator start(Database.BatchableContext c) { return null; } public void execute(Database.BatchableContext c, List<String> l) { } public void finish(Database.BatchableContext c) { } }'
    },
    {
        name: 'Queueable with a wrong parameter',
        code: 'class ZzB implements Queueable { public void execute(SchedulableContext c) { } }'
    },
    { name: 'an interface method with a body', code: 'interface ZzA { void a() { } }' },
    { name: 'an interface field', code: 'interface ZzA { Integer a; }' },
    { name: 'an interface twice', code: 'interface ZzA { } class ZzB implements ZzA, ZzA { }' },
    { name: 'an interface extended', code: 'interface ZzA { } class ZzB extends ZzA { }' },
    { name: 'a class implemented', code: 'virtual class ZzA { } class ZzB implements ZzA { }' },
    { name: 'a final class extended', code: 'class ZzA { } class ZzB extends ZzA { }' },
    { name: 'itself extended', code: 'virtual class ZzA extends ZzA { }' },
    { name: 'a circle of classes', code: 'virtual class ZzA extends ZzB { } virtual class ZzB extends ZzA { }' },
    { name: 'a primitive extended', code: 'class ZzA extends String { }' },
    { name: 'an unknown superclass', code: 'class ZzA extends ZzUnknown { }' },
    { name: 'an unknown interface', code: 'class ZzA implements ZzUnknown { }' },
    { name: 'an abstract class constructed', code: 'abstract class ZzA { } void zzM() { Object a = new ZzA(); }' },
    { name: 'an interface constructed', code: 'interface ZzA { } void zzM() { Object a = new ZzA(); }' },
    { name: 'an enum constructed', code: 'enum ZzA { B } void zzM() { Object a = new ZzA(); }' },
    {
        name: 'a constructor with other parameters',
        code: 'class ZzA { ZzA(Integer i) { } } void zzM() { Object a = new ZzA(); }'
    },
    { name: 'a constructor twice', code: 'class ZzA { ZzA(Integer i) { } ZzA(Integer j) { } }' },
    {
        name: 'a superclass without that constructor',
        code: 'virtual class ZzA { ZzA(Integer i) { } } class ZzB extends ZzA { ZzB() { } }'
    },
    {
        name: 'super() after a statement',
        code: 'virtual class ZzA { } class ZzB extends ZzA { ZzB() { Integer a; super(); } }'
    },
    { name: 'this() after a statement', code: 'class ZzA { ZzA(Integer i) { } ZzA() { Integer a; this(1); } }' },
    {
        name: 'an abstract method called on super',
        code: 'abstract class ZzA { public abstract void a(); } class ZzB extends ZzA { public override void a() { super.a(); } }'
    },
    {
        name: 'a private method of a superclass through super',
        code: 'virtual class ZzA { } class ZzB extends ZzA { void b() { super.zzNothing(); } }'
    },
    { name: 'a static method in an inner class', code: 'class ZzA { static void a() { } }' },
    { name: 'a static field in an inner class', code: 'class ZzA { static Integer a; }' },
    { name: 'a class in an inner class', code: 'class ZzA { class ZzB { } }' },
    { name: 'an enum in an inner class', code: 'class ZzA { enum ZzB { A } }' },
    { name: 'an inner class twice', code: 'class ZzA { } class zza { }' },
    { name: 'an enum constant twice', code: 'enum ZzA { B, b }' },
    { name: 'an instance field of the outer class', code: 'Integer zzF; class ZzA { void a() { zzF = 1; } }' },
    { name: 'an instance method of the outer class', code: 'void zzM() { } class ZzA { void a() { zzM(); } }' },
    { name: 'an exception without the name', code: 'class ZzFault extends Exception { }' },
    { name: 'a name of an exception without the class', code: 'class ZzException { }' },
    {
        name: 'a constructor exceptions have',
        code: 'class ZzException extends Exception { public ZzException(String s) { } }'
    },
    {
        name: 'an exception caught by its subclass too late',
        code: 'virtual class ZzException extends Exception { } class ZzOtherException extends ZzException { } void zzM() { try { Integer a; } catch (ZzException e) { } catch (ZzOtherException f) { } }'
    },
    { name: 'a class for another', code: 'class ZzA { } class ZzB { } void zzM() { ZzA a = new ZzB(); }' },
    {
        name: 'a class for its subclass',
        code: 'virtual class ZzA { } class ZzB extends ZzA { } void zzM() { ZzB a = new ZzA(); }'
    },
    { name: 'a cast between classes', code: 'class ZzA { } class ZzB { } void zzM(ZzA a) { ZzB b = (ZzB) a; }' },
    { name: 'classes compared', code: 'class ZzA { } class ZzB { } Boolean zzM(ZzA a, ZzB b) { return a == b; }' },
    { name: 'a wrong argument', code: "void zzN(Integer i) { } void zzM() { zzN('x'); }" },
    { name: 'an argument too many', code: 'void zzN(Integer i) { } void zzM() { zzN(1, 2); }' },
    { name: 'an argument too few', code: 'void zzN(Integer i) { } void zzM() { zzN(); }' },
    { name: 'a void method as a value', code: 'void zzN() { } void zzM() { Object a = zzN(); }' },
    { name: 'a void method returned', code: 'void zzN() { } Object zzM() { return zzN(); }' },
    { name: 'an ambiguous call', code: 'void zzN(String s) { } void zzN(Account s) { } void zzM() { zzN(null); }' },
    {
        name: 'a qualified constant in a switch',
        code: 'enum ZzE { A } void zzM(ZzE e) { switch on e { when ZzE.A { } } }'
    },
    { name: 'an unknown constant in a switch', code: 'enum ZzE { A } void zzM(ZzE e) { switch on e { when B { } } }' },
    {
        name: 'a constant twice in a switch',
        code: 'enum ZzE { A } void zzM(ZzE e) { switch on e { when A { } when a { } } }'
    },
    { name: 'a modifier twice', code: 'public public void zzM() { }' },
    { name: 'two scopes', code: 'public private void zzM() { }' },
    { name: 'a transient method', code: 'transient void zzM() { }' },
    { name: 'a virtual field', code: 'virtual Integer zzF;' },
    { name: 'an abstract field', code: 'abstract Integer zzF;' },
    { name: 'a class with two sharing modes', code: 'with sharing without sharing class ZzA { }' },
    { name: 'an abstract final class', code: 'static class ZzA { }' },
    { name: 'a global method', code: 'global void zzM() { }', where: isPlain },
    { name: 'a global field', code: 'global Integer zzF;', where: isPlain },
    { name: 'a global class', code: 'global class ZzA { }', where: isPlain },
    { name: 'a web service', code: 'webservice static void zzM() { }', where: isPlain },
    { name: 'a reserved name', code: 'Integer limit;' },
    { name: 'a reserved method name', code: 'void delete() { }', syntax: true },
    { name: 'an unknown annotation', code: '@Zz void zzM() { }' },
    { name: 'an annotation twice', code: '@TestVisible @TestVisible private void zzM() { }' },
    {
        name: 'an unknown property of an annotation',
        code: '@AuraEnabled(zz=true) public static String zzM() { return null; }'
    },
    {
        name: 'a wrong value of an annotation',
        code: "@AuraEnabled(cacheable='x') public static String zzM() { return null; }"
    },
    { name: 'Future on a field', code: '@Future Integer zzF;' },
    { name: 'Future that is not static', code: '@Future void zzM() { }' },
    { name: 'Future with a result', code: '@Future static Integer zzM() { return 1; }' },
    { name: 'Future that takes a record', code: '@Future static void zzM(Account a) { }' },
    { name: 'Future that takes an object', code: '@Future static void zzM(Object a) { }' },
    { name: 'a private AuraEnabled method', code: '@AuraEnabled static Integer zzM() { return 1; }' },
    { name: 'an AuraEnabled instance method', code: '@AuraEnabled public Integer zzM() { return 1; }' },
    { name: 'AuraEnabled that takes a Set', code: '@AuraEnabled public static void zzM(Set<String> a) { }' },
    { name: 'AuraEnabled that gives a Set', code: '@AuraEnabled public static Set<String> zzM() { return null; }' },
    { name: 'a private AuraEnabled field', code: '@AuraEnabled Integer zzF;' },
    {
        name: 'AuraEnabled overloaded',
        code: '@AuraEnabled public static void zzM(String a) { } @AuraEnabled public static void zzM(Integer a) { }',
        where: (file) => file.top.apiVersion >= 55
    },
    {
        name: 'InvocableMethod that is not static',
        code: '@InvocableMethod public void zzM(List<Id> a) { }',
        where: isPlain
    },
    {
        name: 'InvocableMethod that takes no list',
        code: '@InvocableMethod public static void zzM(Id a) { }',
        where: isPlain
    },
    {
        name: 'InvocableMethod that takes two',
        code: '@InvocableMethod public static void zzM(List<Id> a, List<Id> b) { }',
        where: isPlain
    },
    {
        name: 'InvocableMethod that gives no list',
        code: '@InvocableMethod public static String zzM(List<Id> a) { return null; }',
        where: isPlain
    },
    {
        name: 'InvocableMethod that takes maps',
        code: '@InvocableMethod public static void zzM(List<Map<String, String>> a) { }',
        where: isPlain
    },
    {
        name: 'InvocableMethod twice',
        code: '@InvocableMethod public static void zzM(List<Id> a) { } @InvocableMethod public static void zzN(List<Id> a) { }',
        where: isPlain
    },
    { name: 'a private InvocableMethod', code: '@InvocableMethod static void zzM(List<Id> a) { }', where: isPlain },
    { name: 'a private InvocableVariable', code: 'public class ZzA { @InvocableVariable Integer a; }' },
    {
        name: 'InvocableVariable of a map',
        code: 'public class ZzA { @InvocableVariable public Map<String, String> a; }'
    },
    { name: 'InvocableVariable on a method', code: '@InvocableVariable public void zzM() { }' },
    { name: 'a verb outside a resource', code: '@HttpGet global static void zzM() { }', where: isPlain },
    { name: 'a remote action that is not static', code: '@RemoteAction public void zzM() { }' },
    { name: 'a test method outside a test class', code: '@IsTest static void zzM() { }', where: isPlain },
    { name: 'testMethod outside a test class', code: 'static testMethod void zzM() { }', where: isPlain },
    { name: 'test setup outside a test class', code: '@TestSetup static void zzM() { }', where: isPlain },
    { name: 'a test method that is not static', code: '@IsTest void zzM() { }', where: isTest },
    { name: 'a test method with a parameter', code: '@IsTest static void zzM(Integer a) { }', where: isTest },
    { name: 'a test method with a result', code: '@IsTest static Integer zzM() { return 1; }', where: isTest },
    {
        name: 'test setup twice',
        code: '@TestSetup static void zzM() { } @TestSetup static void zzN() { }',
        where: isTest
    },
    { name: 'a test method with a wrong property', code: '@IsTest(zz=true) static void zzM() { }', where: isTest },
    { name: 'a class in a test marked IsTest', code: '@IsTest class ZzA { }' },
    { name: 'an inner resource', code: "@RestResource(urlMapping='/zz') global class ZzA { }" },
    { name: 'JsonAccess of nothing', code: '@JsonAccess class ZzA { }' },
    { name: 'a constructor with another name', code: 'public Zz() { }', syntax: true },
    { name: 'a statement in a class', code: 'Integer zzF; zzF = 1;', syntax: true },
    { name: 'a method in a method', code: 'void zzM() { void zzN() { } }', syntax: true },
    { name: 'a missing type', code: 'public zzF;', syntax: true },
    { name: 'an open body', code: 'void zzM() {', syntax: true },
    { name: 'a stray brace', code: '}', syntax: true },
    { name: 'varargs', code: 'void zzM(String... a) { }', syntax: true },
    { name: 'a default argument', code: 'void zzM(Integer a = 1) { }', syntax: true },
    { name: 'a generic class', code: 'class ZzA<T> { }', syntax: true },
    { name: 'throws', code: 'void zzM() throws Exception { }', syntax: true },
    { name: 'an empty enum constant', code: 'enum ZzA { B, , C }', syntax: true }
];

export const MEMBER_KINDS: readonly MutationKind[] = BAD.map((bad) => ({
    name: `member: ${bad.name}`,
    reaches: false,
    syntax: bad.syntax ?? false,
    edits: (file) => {
        if (file.top.kind !== 'class' || !(bad.where?.(file) ?? true)) return [];
        const last = file.tokens.findLast((token) => token.text === '}');
        return last ? [insert(last.start, `\n${bad.code}\n`)] : [];
    }
}));
