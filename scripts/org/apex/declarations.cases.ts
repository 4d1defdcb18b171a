// Declarations that Salesforce refuses: modifiers, annotations, names. Messages are those of its compiler's public message file,
// https://github.com/forcedotcom/salesforcedx-vscode (messages_en_US), rules those of the Apex Developer Guide's pages on
// annotations, access modifiers and reserved keywords.
import type { Refusal } from './strictness.cases.ts';

const inClass = (what: string, text: string, message: string): Refusal => ({ what, classes: [text], message });
const inTest = (what: string, text: string, message: string): Refusal =>
    inClass(what, `@IsTest private class T { ${text} }`, message);
const method = (what: string, text: string, message: string): Refusal =>
    inClass(what, `public class T { ${text} }`, message);

export const DECLARATION_REFUSALS: readonly Refusal[] = [
    // scopes and modifiers
    inClass('a top-level class without a scope', 'class T { }', 'Top-level type must have public or global visibility'),
    inClass('a private top-level class', 'private class T { }', 'Top-level type must have public or global visibility'),
    method('a modifier twice', 'public public void m() { }', 'Duplicate modifier: public'),
    method('two scopes', 'public private void m() { }', 'Declarations can only have one scope'),
    method(
        'a global method in a public class',
        'global void m() { }',
        'Defining type for global methods must be declared as global'
    ),
    method(
        'a global field in a public class',
        'global Integer a;',
        'Defining type for global fields must be declared as global'
    ),
    method(
        'a web service in a public class',
        'webservice static void m() { }',
        'Defining type for webService methods must be declared as global'
    ),
    inClass(
        'a web service that is not static',
        'global class T { webservice void m() { } }',
        'webService methods must be declared as static'
    ),
    method('a transient method', 'transient void m() { }', 'transient is not allowed on methods'),
    method('a virtual field', 'virtual Integer a;', 'virtual is not allowed on fields'),
    method('a static constructor', 'static T() { }', 'static is not allowed on constructors'),
    method(
        'a static block in an inner class',
        'class A { static { Integer b; } }',
        'Inner types are not allowed to have static blocks'
    ),
    method(
        'an accessor wider than its property',
        'private Integer a { public get; set; }',
        'Cannot declare public accessor on private property'
    ),
    method('a parameter without a type', 'void m(void a) { }', 'Parameters cannot be of type void'),
    method(
        'a final parameter assigned',
        'void m(final Integer a) { a = 1; }',
        'Final members can only be assigned in their declaration, init blocks, or constructors: a'
    ),
    inClass(
        'an override that hides',
        'public class T { virtual class A { public virtual void a() { } } class B extends A { protected override void a() { } } }',
        'Cannot reduce the visibility of method: void T.B.a()'
    ),
    method(
        'a static field on an instance',
        'static Integer a; void m() { Integer b = this.a; }',
        'Static field cannot be referenced from a non static context: a from the type T'
    ),
    // names
    method('a name with two underscores', 'Integer a__b;', 'Invalid character in identifier: a__b'),
    method('a name that ends in an underscore', 'Integer a_;', 'Invalid character in identifier: a_'),
    method('a local that begins with an underscore', 'void m() { Integer _a; }', 'Invalid character in identifier: _a'),
    method('a reserved word as a local', 'void m() { Integer number = 1; }', 'Identifier name is reserved: number'),
    method('a reserved word as a field', 'Integer limit;', 'Identifier name is reserved: limit'),
    method('a reserved word as a parameter', 'void m(Integer date) { }', 'Identifier name is reserved: date'),
    inClass('a constant twice in an enum', 'public enum T { A, a }', 'Duplicate field: a'),
    // annotations
    method('an unknown annotation', '@Foo public static void m() { }', 'Annotation does not exist: foo'),
    method(
        'an annotation twice',
        '@TestVisible @TestVisible private static void m() { }',
        'Duplicate modifier: TestVisible'
    ),
    method('an annotation in the wrong place', '@Future Integer a;', 'Future is not allowed on fields'),
    method(
        'an unknown property',
        '@AuraEnabled(cached=true) public static String m() { return null; }',
        'No such property, cached, defined on this annotation: AuraEnabled'
    ),
    method(
        'a future method that is not static',
        '@Future public void m() { }',
        'Future methods must be declared as static'
    ),
    method(
        'a future method with a result',
        '@Future public static Integer m() { return 1; }',
        'Future methods do not support return type of Integer'
    ),
    method(
        'a future method that takes a record',
        '@Future public static void m(Account a) { }',
        'Future methods do not support parameter type of Account'
    ),
    method(
        'a future method that takes records',
        '@Future public static void m(List<Account> a) { }',
        'Future methods do not support parameter type of List<Account>'
    ),
    method(
        'an invocable method that is not static',
        '@InvocableMethod public void m(List<Id> a) { }',
        'InvocableMethod methods must be declared as static'
    ),
    method(
        'an invocable method that takes no list',
        '@InvocableMethod public static void m(Id a) { }',
        'Unsupported parameter type Id. Valid invocable parameters must be List types like List<T> where T is a supported type'
    ),
    method(
        'an invocable method that takes two',
        '@InvocableMethod public static void m(List<Id> a, List<Id> b) { }',
        'Only one parameter is supported on methods with @Invocable annotation'
    ),
    method(
        'two invocable methods',
        '@InvocableMethod public static void m(List<Id> a) { } @InvocableMethod public static void n(List<Id> a) { }',
        'Only one method per type can be defined with: InvocableMethod'
    ),
    method(
        'a private invocable variable',
        '@InvocableVariable Integer a;',
        'InvocableVariable fields require at least one of the following global, public'
    ),
    method(
        'a test method outside a test class',
        '@IsTest static void m() { }',
        'Defining type for IsTest methods must be declared as IsTest'
    ),
    method(
        'test setup outside a test class',
        '@TestSetup static void m() { }',
        'Defining type for TestSetup methods must be declared as IsTest'
    ),
    inTest('a test method that is not static', '@IsTest void m() { }', 'IsTest methods must be declared as static'),
    inTest(
        'a test method with a parameter',
        '@IsTest static void m(Integer a) { }',
        'Test methods must have no arguments'
    ),
    inTest(
        'test setup with a result',
        '@TestSetup static Integer m() { return 1; }',
        'Test setup method must return void'
    ),
    inTest(
        'test setup twice',
        '@TestSetup static void m() { } @TestSetup static void n() { }',
        'Only one method per type can be defined with: TestSetup'
    ),
    method(
        'a private field for components',
        '@AuraEnabled Integer a;',
        'AuraEnabled fields require at least one of the following global, public'
    ),
    method(
        'an instance method for components that is no getter',
        '@AuraEnabled public Integer m() { return 1; }',
        "Non static AuraEnabled methods must be named with a prefix 'get'"
    ),
    inClass(
        'a resource in a public class',
        "@RestResource(urlMapping='/a') public class T { }",
        'RestResource classes must be declared as global'
    ),
    inClass(
        'a resource without a slash',
        "@RestResource(urlMapping='a') global class T { }",
        "Rest Resource url must begin with a forward slash, '/'"
    ),
    inClass(
        'a resource with a stray wildcard',
        "@RestResource(urlMapping='/a*') global class T { }",
        "Rest Resource url wildcard, '*', must be preceded by a forward slash, '/'"
    ),
    inClass(
        'a verb outside a resource',
        'global class T { @HttpGet global static void m() { } }',
        'Defining type for HttpGet methods must be declared as RestResource'
    ),
    inClass(
        'a verb twice',
        "@RestResource(urlMapping='/a') global class T { @HttpGet global static void m() { } @HttpGet global static void n() { } }",
        'Only one method per type can be defined with: HttpGet'
    ),
    inClass(
        'a GET with a parameter',
        "@RestResource(urlMapping='/a') global class T { @HttpGet global static void m(String a) { } }",
        'HttpGet methods do not support parameters'
    ),
    inClass(
        'a verb that is not global',
        "@RestResource(urlMapping='/a') global class T { @HttpGet public static void m() { } }",
        'HttpGet methods must be declared as global'
    )
];
