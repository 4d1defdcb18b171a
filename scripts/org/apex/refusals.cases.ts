// More code that Salesforce refuses, found by breaking classes of public projects one thing at a time
// (scripts/testing/strictness). Messages are those of the compiler's public message file,
// https://github.com/forcedotcom/apex-language-support (messages_en_US).
import type { Refusal } from './strictness.cases.ts';

const inBody = (what: string, body: string, message: string): Refusal => ({ what, body, message });
const inClass = (what: string, text: string, message: string): Refusal => ({
    what,
    classes: [`public class T { ${text} }`],
    message
});
const query = (what: string, clause: string, message: string): Refusal =>
    inBody(
        what,
        `Integer i; String s; Boolean b; List<Integer> l; Map<Id, Account> m; T t; Object a = [SELECT Id FROM Account ${clause}];`,
        message
    );
const bind = (type: string, column: string): string =>
    `Invalid bind expression type of ${type} for column of type ${column}`;

export const MORE_REFUSALS: readonly Refusal[] = [
    // types
    inBody(
        'type arguments of a type that takes none',
        'String<Integer> a;',
        'Type arguments provided for a non-parameterized type: String'
    ),
    inBody('a list of nothing', 'List a;', 'No type arguments provided for a parameterized type: List'),
    inBody(
        'too many type arguments',
        'List<Integer, String> a;',
        'Invalid type argument count for List: expected 1 but found 2'
    ),
    {
        what: 'a private class of another class',
        classes: ['public class U { class V { } }', 'public class T { void m() { U.V a; } }'],
        message: 'Type is not visible: U.V'
    },
    inClass('a class that extends itself', 'virtual class A extends A { }', 'Circular definition: T.A'),
    inClass(
        'classes that extend each other',
        'virtual class A extends B { } virtual class B extends A { }',
        'Circular definition: T.A'
    ),
    inClass(
        'an interface implemented twice',
        'interface A { } class B implements A, A { }',
        'Interface already implemented: T.A'
    ),
    // members
    inClass(
        'a private method beside a public one',
        'private void m() { } public void M() { }',
        'Method already defined: void M() from the type T'
    ),
    inClass(
        'a constructor that every exception has',
        'class AException extends Exception { public AException(String a) { } }',
        'System exception constructor already defined: <Constructor>(String)'
    ),
    inClass(
        'another result than the interface says',
        'interface A { void a(); } class B implements A { public Integer a() { return 1; } }',
        'Method return types clash: Integer vs void from the type T.A'
    ),
    inClass(
        'another result than a library interface says',
        'class A implements Comparable { public String compareTo(Object o) { return null; } }',
        'Method return types clash: String vs Integer from the type System.Comparable'
    ),
    inClass(
        'other parameters than a library interface says',
        'class A implements Queueable { public void execute(SchedulableContext c) { } }',
        'Class T.A must implement the method: void System.Queueable.execute(System.QueueableContext)'
    ),
    inClass(
        'a private method for a library interface',
        'class A implements Comparable { Integer compareTo(Object o) { return 0; } }',
        'T.A: Overriding implementations of global or public interface methods must be global or public: Integer T.A.compareTo(Object)'
    ),
    inClass(
        'a batch without an end',
        'class A implements Database.Batchable<SObject> { public Database.QueryLocator start(Database.BatchableContext c) { return null; } public void execute(Database.BatchableContext c, List<Account> l) { } }',
        'Class T.A must implement the method: void Database.Batchable<SObject>.finish(Database.BatchableContext)'
    ),
    inClass(
        'this() after a statement',
        'class A { A(Integer i) { } A() { Integer a; this(1); } }',
        "Call to 'this()' must be the first statement in a constructor method"
    ),
    inClass(
        'super() after a statement',
        'virtual class A { } class B extends A { B() { Integer a; super(); } }',
        "Call to 'super()' must be the first statement in a constructor method"
    ),
    inBody('super in a static method', 'super.toString();', 'Super cannot be referenced in a static context'),
    inClass(
        'a static method called on a value',
        'static void n() { } void m() { this.n(); }',
        'Static method cannot be referenced from a non static context: void T.n()'
    ),
    inClass('an interface extended', 'interface A { } class B extends A { }', 'Invalid super type: T.A'),
    inClass('a class implemented', 'virtual class A { } class B implements A { }', 'Invalid interface: T.A'),
    inClass('an enum constructed', 'enum E { A } void m() { Object a = new E(); }', 'Type cannot be constructed: T.E'),
    inClass(
        'an abstract method called on super',
        'abstract class A { public abstract void a(); } class B extends A { public override void a() { super.a(); } }',
        'Abstract method cannot be called directly: void T.A.a()'
    ),
    inClass(
        'a private method for an interface',
        'interface A { void a(); } class B implements A { void a() { } }',
        'T.B: Overriding implementations of global or public interface methods must be global or public: void T.B.a()'
    ),
    // statements
    inBody('a switch without branches', 'switch on 1 { }', 'Switch statement requires at least one when block'),
    inBody(
        'a when type twice',
        'SObject s; switch on s { when Account a { } when Account b { } }',
        'Account occurs as more than one when branch for this switch statement'
    ),
    inBody(
        'a when of a variable',
        'Integer a; switch on 1 { when a { } }',
        'When clause must be a literal or a non null constant literal: a'
    ),
    inClass(
        'a qualified constant in a switch',
        'enum E { A } void m(E e) { switch on e { when E.A { } } }',
        "Enum value used in 'when expression' should be unqualified"
    ),
    inBody('runAs of text', "System.runAs('x') { }", "runAs requires a single argument of type 'User' or 'Version'"),
    inBody('safe navigation assigned', 'Account a; a?.Name = null;', 'Expression cannot be assigned'),
    // records
    inBody('an audit field', 'Account a; a.CreatedDate = null;', 'Field is not writeable: Account.CreatedDate'),
    inBody(
        'an audit field at construction',
        'Account a = new Account(CreatedDate = null);',
        'Field is not writeable: Account.CreatedDate'
    ),
    inBody(
        'a compound address',
        'Account a; a.BillingAddress = null;',
        'Field is not writeable: Account.BillingAddress'
    ),
    // annotations
    inClass(
        'text where an annotation wants true or false',
        "@AuraEnabled(cacheable='x') public static String m() { return null; }",
        'Invalid value for property cacheable expected type Boolean'
    ),
    inClass(
        'a component method that takes a set',
        '@AuraEnabled public static void m(Set<String> a) { }',
        'AuraEnabled methods do not support parameter type of Set<String>'
    ),
    inClass(
        'a component method that gives a set',
        '@AuraEnabled public static Set<String> m() { return null; }',
        'AuraEnabled methods do not support return type of Set<String>'
    ),
    inClass(
        'component methods of one name',
        '@AuraEnabled public static void m(String a) { } @AuraEnabled public static void m(Integer a) { }',
        'Overload of AuraEnabled method: m overload is not permitted'
    ),
    inClass(
        'an invocable method that gives no list',
        '@InvocableMethod public static String m(List<Id> a) { return null; }',
        'InvocableMethod methods do not support return type of String'
    ),
    inClass(
        'an invocable method that takes maps',
        '@InvocableMethod public static void m(List<Map<String, String>> a) { }',
        'InvocableMethod methods do not support parameter type of List<Map<String,String>>'
    ),
    inClass(
        'an invocable variable that is a map',
        '@InvocableVariable public Map<String, String> a;',
        'InvocableVariable fields do not support type of Map<String,String>'
    ),
    // binds
    query('an Integer bound to a text', 'WHERE Name = :i', bind('Integer', 'String')),
    query('a text bound to a date and time', 'WHERE CreatedDate > :s', bind('String', 'Datetime')),
    query('a Boolean bound to a number', 'WHERE NumberOfEmployees = :b', bind('Boolean', 'Integer')),
    query('a list of numbers bound to ids', 'WHERE Id IN :l', bind('Integer', 'Id')),
    query('a map bound to ids', 'WHERE Id IN :m', bind('Map<Id,Account>', 'Id')),
    query('an object of a class bound to an id', 'WHERE Id = :t', bind('APEX_OBJECT', 'Id')),
    query('a text bound to the limit', 'LIMIT :s', bind('String', 'Integer'))
];
