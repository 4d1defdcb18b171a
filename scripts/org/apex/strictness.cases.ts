// Code that Salesforce refuses, each with the message it must get. `body` cases are statements of a static method of class T.
export interface Refusal {
    what: string;
    /** Whole classes; or `body`, put into a method. */
    classes?: string[];
    body?: string;
    message: string;
}

const inBody = (what: string, body: string, message: string): Refusal => ({ what, body, message });
const inClass = (what: string, text: string, message: string): Refusal => ({ what, classes: [text], message });

export const REFUSALS: readonly Refusal[] = [
    // names
    inBody('an unknown variable', 'Integer a = b;', 'Variable does not exist: b'),
    inBody('an unknown variable assigned', 'b = 1;', 'Variable does not exist: b'),
    inBody('an unknown type', 'Foo a;', 'Invalid type: Foo'),
    inBody('an unknown type argument', 'List<Foo> a;', 'Invalid type: Foo'),
    inBody('an unknown class constructed', 'Object a = new Foo();', 'Invalid type: Foo'),
    inBody(
        'an unknown method',
        'foo(1);',
        'Method does not exist or incorrect signature: void foo(Integer) from the type T'
    ),
    inBody(
        'an unknown method on text',
        "String s = 'a'; s.foo();",
        'Method does not exist or incorrect signature: void foo() from the type String'
    ),
    inBody(
        'a static library method with a wrong argument',
        'Integer i = Math.abs(true);',
        'Method does not exist or incorrect signature: void abs(Boolean) from the type System.Math'
    ),
    inBody('a variable declared twice', 'Integer a; Integer a;', 'Duplicate variable: a'),
    inBody('a variable declared twice in another case', 'Integer a; String A;', 'Duplicate variable: A'),
    inBody('an inner block shadowing a variable', 'Integer a; if (true) { Integer a; }', 'Duplicate variable: a'),
    inBody(
        'a loop variable shadowing another',
        'Integer i; for (Integer i = 0; i < 1; i++) {}',
        'Duplicate variable: i'
    ),
    inBody(
        'a catch variable shadowing another',
        'Integer e; try { e = 1; } catch (Exception e) {}',
        'Duplicate variable: e'
    ),
    inBody('a variable used after its block', '{ Integer a; } a = 1;', 'Variable does not exist: a'),
    inClass('a parameter declared twice', 'public class T { void m(Integer a, String A) {} }', 'Duplicate variable: A'),
    inClass(
        'a local with the name of a parameter',
        'public class T { void m(Integer a) { Integer a; } }',
        'Duplicate variable: a'
    ),
    inClass('a field declared twice', 'public class T { Integer a; String A; }', 'Duplicate field: A'),
    inClass(
        'a method declared twice',
        'public class T { void m(Integer a) {} void M(Integer b) {} }',
        'Method already defined: void M(Integer) from the type T'
    ),
    inClass(
        'an instance field in a static method',
        'public class T { Integer a; static void m() { a = 1; } }',
        'Variable does not exist: a'
    ),
    inClass(
        'this in a static method',
        'public class T { static void m() { Object o = this; } }',
        'This cannot be referenced in a static context'
    ),
    inClass(
        'an instance method called from a static one',
        'public class T { void a() {} static void m() { a(); } }',
        'Non static method cannot be referenced from a static context: void T.a()'
    ),
    inBody(
        'an instance method called on its class',
        'Object o = String.length();',
        'Non static method cannot be referenced from a static context: Integer String.length()'
    ),
    // assignment
    inBody('text assigned to an Integer', "Integer a = 'x';", 'Illegal assignment from String to Integer'),
    inBody('an Integer assigned to text', 'String a = 1;', 'Illegal assignment from Integer to String'),
    inBody('a Long assigned to an Integer', 'Long b = 1; Integer a = b;', 'Illegal assignment from Long to Integer'),
    inBody('a Decimal assigned to an Integer', 'Integer a = 1.5;', 'Illegal assignment from Decimal to Integer'),
    inBody('a Decimal assigned to a Long', 'Decimal b = 1; Long a = b;', 'Illegal assignment from Decimal to Long'),
    inBody('a Boolean assigned to text', 'String a = true;', 'Illegal assignment from Boolean to String'),
    inBody('an Object assigned to text', 'Object b; String a = b;', 'Illegal assignment from Object to String'),
    inBody('a Datetime assigned to a Date', 'Datetime b; Date a = b;', 'Illegal assignment from Datetime to Date'),
    inBody(
        'a list assigned to a set',
        'Set<String> a = new List<String>();',
        'Illegal assignment from List<String> to Set<String>'
    ),
    inBody(
        'a set of another type',
        'Set<Object> a = new Set<String>();',
        'Illegal assignment from Set<String> to Set<Object>'
    ),
    inBody(
        'a list of another type',
        'List<Integer> a = new List<String>();',
        'Illegal assignment from List<String> to List<Integer>'
    ),
    inBody(
        'a map of another key',
        'Map<Integer, String> a = new Map<String, String>();',
        'Illegal assignment from Map<String,String> to Map<Integer,String>'
    ),
    inBody(
        'a wrong list item',
        "List<Integer> a = new List<Integer>{ 1, 'x' };",
        'Initial expression is of incorrect type, expected: Integer but was: String'
    ),
    inBody(
        'a wrong map value',
        "Map<String, Integer> a = new Map<String, Integer>{ 'a' => 'b' };",
        'Invalid value type String for Map<String,Integer>'
    ),
    inBody(
        'an SObject assigned to an Account',
        'SObject s; Account a = s;',
        'Illegal assignment from SObject to Account'
    ),
    inBody(
        'a Contact assigned to an Account',
        'Account a = new Contact();',
        'Illegal assignment from Contact to Account'
    ),
    inBody('a record assigned to text', 'String a = new Account();', 'Illegal assignment from Account to String'),
    inBody('a void value assigned', 'Integer a = nothing();', 'Illegal assignment from void to Integer'),
    inClass(
        'a class assigned to its subclass',
        'public class T { virtual class A {} class B extends A {} void m() { B b = new A(); } }',
        'Illegal assignment from T.A to T.B'
    ),
    inBody('text added into an Integer', "Integer a = 1; a += 'x';", 'Illegal assignment from String to Integer'),
    inBody('a Decimal added into an Integer', 'Integer a = 1; a += 1.5;', 'Illegal assignment from Decimal to Integer'),
    inClass(
        'a final field assigned in a method',
        'public class T { final Integer a = 1; void m() { a = 2; } }',
        'Final members can only be assigned in their declaration, init blocks, or constructors: a'
    ),
    inClass(
        'a static final field assigned in a method',
        'public class T { static final Integer A = 1; static void m() { A = 2; } }',
        'Final members can only be assigned in their declaration, init blocks, or constructors: A'
    ),
    inBody(
        'a final variable assigned again',
        'final Integer a = 1; a = 2;',
        'Final members can only be assigned in their declaration, init blocks, or constructors: a'
    ),
    inClass(
        'a property without a setter',
        'public class T { Integer a { get { return 1; } } void m() { a = 2; } }',
        'Property is not writeable: a'
    ),
    {
        what: 'a property with a private setter',
        classes: [
            'public class U { public Integer a { get; private set; } }',
            'public class T { void m(U u) { u.a = 1; } }'
        ],
        message: 'Property is not writeable: a'
    },
    inBody('a value assigned to a call', 'Math.abs(1) = 2;', 'Expression cannot be assigned'),
    // operators
    inBody('text minus text', "String a = 'x' - 'y';", 'Arithmetic expressions must use numeric arguments'),
    inBody('a Boolean plus a number', 'Integer a = true + 1;', 'Arithmetic expressions must use numeric arguments'),
    inBody('text times a number', "Integer a = 'x' * 2;", 'Arithmetic expressions must use numeric arguments'),
    inBody(
        'a number compared with text',
        "Boolean a = 1 == 'x';",
        'Comparison arguments must be compatible types: Integer, String'
    ),
    inBody(
        'a Date compared with a number',
        'Date d; Boolean a = d == 1;',
        'Comparison arguments must be compatible types: Date, Integer'
    ),
    inBody('Booleans ordered', 'Boolean a = true < false;', 'Inequality operator not allowed for this type: Boolean'),
    inBody(
        'records of two objects compared',
        'Boolean a = new Account() == new Contact();',
        'Comparison arguments must be compatible types: Account, Contact'
    ),
    inBody('and over numbers', 'Boolean a = 1 && true;', 'Logical operator can only be applied to Boolean'),
    inBody('not of a number', 'Boolean a = !1;', '! operator can only be applied to boolean expressions'),
    inBody('minus of text', "Integer a = -'x';", 'Unary negation must use a numeric argument'),
    inBody(
        'bits of a Decimal',
        'Decimal d = 1; Object a = d & 1;',
        '& operator can only be applied to Boolean expressions or to Integer or Long expressions'
    ),
    inBody(
        '++ of text',
        "String a = 'x'; a++;",
        'Unary postfix increment/decrement can only be applied to numeric expressions: String'
    ),
    inBody(
        'a ternary of two kinds',
        "Object a; Integer b = true ? 1 : 'x';",
        'Incompatible types in ternary operator: Integer, String'
    ),
    inBody('an Integer too large', 'Integer a = 2147483648;', 'Illegal integer'),
    inBody(
        'an index of a map',
        'Map<String, String> m; Object a = m[0];',
        'Expression must be a list type: Map<String,String>'
    ),
    inBody('an index of text', "Object a = 'x'[0];", 'Expression must be a list type: String'),
    inBody('a text index', "List<String> l; Object a = l['x'];", 'List index must be of type Integer: String'),
    // conditions and flow
    inBody('a number as a condition', 'if (1) {}', 'Condition expression must be of type Boolean: Integer'),
    inBody('text as a loop condition', "while ('x') {}", 'Condition expression must be of type Boolean: String'),
    inBody(
        'an assignment as a condition',
        'Integer a; if (a = 1) {}',
        'Condition expression must be of type Boolean: Integer'
    ),
    inBody('code after return', 'return; Integer a;', 'Unreachable statement'),
    inBody('code after throw', 'throw new TestException(); Integer a;', 'Unreachable statement'),
    inBody('code after break', 'while (true) { break; Integer a; }', 'Unreachable statement'),
    inBody('code after an endless loop', 'while (true) {} Integer a;', 'Unreachable statement'),
    inBody(
        'code after both branches return',
        'if (true) { return; } else { return; } Integer a;',
        'Unreachable statement'
    ),
    inBody('break outside a loop', 'break;', 'Break statement must be in loop'),
    inBody('continue outside a loop', 'continue;', 'Continue statement must be in loop'),
    inClass(
        'no return',
        'public class T { Integer m() { } }',
        'Missing return statement required return type: Integer'
    ),
    inClass(
        'no return on one branch',
        'public class T { Integer m(Boolean b) { if (b) { return 1; } } }',
        'Missing return statement required return type: Integer'
    ),
    inClass(
        'no return in a getter',
        'public class T { Integer a { get { } } }',
        'Missing return statement required return type: Integer'
    ),
    inClass(
        'a wrong return',
        "public class T { Integer m() { return 'x'; } }",
        'Illegal conversion from String to Integer'
    ),
    inClass(
        'a value returned from void',
        'public class T { void m() { return 1; } }',
        'Void method must not return a value'
    ),
    inBody('a loop over a number', 'for (Integer i : 5) {}', 'Loop must iterate over collection: Integer'),
    inBody(
        'a loop variable of another type',
        "for (Integer i : new List<String>{ 'a' }) {}",
        'Invalid loop variable type expected String was Integer'
    ),
    inBody('something else thrown', "throw 'x';", 'Throw expression must be of type exception: String'),
    inBody(
        'something else caught',
        'try { nothing(); } catch (String s) {}',
        'Catch block variable must be of type exception: String'
    ),
    inBody(
        'a catch after a wider one',
        'try { nothing(); } catch (Exception a) { } catch (TestException b) { }',
        'Exception type already caught: T.TestException'
    ),
    inBody('a value as a statement', '1 + 1;', 'Expression cannot be a statement.'),
    inBody('a variable as a statement', 'Integer a; a;', 'Expression cannot be a statement.'),
    inBody(
        'a switch over a Boolean',
        'switch on true { when else { } }',
        'Boolean is not a valid switch expression type'
    ),
    inBody(
        'a switch value twice',
        'switch on 1 { when 1 { } when 1 { } }',
        '1 occurs as more than one when branch for this switch statement'
    ),
    inBody(
        'when else before another',
        'switch on 1 { when else { } when 1 { } }',
        "'when else' must be the last when block"
    ),
    inClass(
        'an unknown enum value',
        'public class T { enum C { A } void m(C c) { switch on c { when B { } } } }',
        'Variable does not exist: B'
    ),
    // classes
    inClass(
        'an abstract class constructed',
        'public class T { abstract class A {} void m() { Object a = new A(); } }',
        'Abstract classes cannot be constructed: T.A'
    ),
    inClass(
        'an interface constructed',
        'public class T { interface A {} void m() { Object a = new A(); } }',
        'Type cannot be constructed: T.A'
    ),
    inClass(
        'an unknown constructor',
        'public class T { class A {} void m() { Object a = new A(1); } }',
        'Constructor not defined: [T.A].<Constructor>(Integer)'
    ),
    inClass(
        'a missing implementation of an interface',
        'public class T { interface A { void a(Integer i); } class B implements A {} }',
        'Class T.B must implement the method: void T.A.a(Integer)'
    ),
    inClass(
        'a missing implementation of an abstract method',
        'public class T { abstract class A { abstract void a(); } class B extends A {} }',
        'Class T.B must implement the abstract method: void T.A.a()'
    ),
    inClass(
        'a missing implementation of a library interface',
        'public class T implements Comparable { }',
        'Class T must implement the method: Integer System.Comparable.compareTo(Object)'
    ),
    inClass(
        'a missing override',
        'public class T { virtual class A { public virtual void a() {} } class B extends A { public void a() {} } }',
        'Method must use the override keyword: void T.B.a()'
    ),
    inClass(
        'an override of nothing',
        'public class T { override void a() {} }',
        '@Override specified for non-overriding method: void T.a()'
    ),
    inClass(
        'an override of what is not virtual',
        'public class T { virtual class A { public void a() {} } class B extends A { public override void a() {} } }',
        'Non-virtual, non-abstract methods cannot be overridden: void T.B.a()'
    ),
    inClass(
        'an extended class that is not virtual',
        'public class T { class A {} class B extends A {} }',
        'Non-virtual and non-abstract type cannot be extended: T.A'
    ),
    inClass(
        'an abstract method in a concrete class',
        'public class T { abstract void a(); }',
        'Defining type for abstract methods must be declared as abstract'
    ),
    inClass('a method without a body', 'public class T { void a(); }', 'Method must have a body'),
    inClass(
        'a static method in an inner class',
        'public class T { class A { static void a() {} } }',
        'static can only be used on methods of a top level type'
    ),
    inClass(
        'a static field in an inner class',
        'public class T { class A { static Integer a; } }',
        'static can only be used on fields of a top level type'
    ),
    inClass(
        'a class in an inner class',
        'public class T { class A { class B {} } }',
        'Inner types are not allowed to have inner types'
    ),
    inClass(
        'a missing superclass constructor',
        'public class T { virtual class A { A(Integer i) {} } class B extends A { } }',
        'No default constructor available in super type: T.A'
    ),
    {
        what: 'a private method of another class',
        classes: ['public class U { static void a() {} }', 'public class T { void m() { U.a(); } }'],
        message: 'Method is not visible: void U.a()'
    },
    {
        what: 'a private field of another class',
        classes: ['public class U { static Integer a; }', 'public class T { void m() { U.a = 1; } }'],
        message: 'Variable is not visible: a'
    },
    {
        what: 'a class declared twice',
        classes: ['public class T { }', 'public class t { }'],
        message: 'Type name already in use: t'
    },
    inBody(
        'an impossible cast',
        "Integer a = (Integer) 'x';",
        'Incompatible types since an instance of String is never an instance of Integer'
    ),
    inClass(
        'a cast between unrelated classes',
        'public class T { class A {} class B {} void m(A a) { B b = (B) a; } }',
        'Incompatible types since an instance of T.A is never an instance of T.B'
    ),
    inBody('an exception class with another name', 'Fault f;', 'Invalid type: Fault'),
    inClass(
        'an exception class whose name does not say so',
        'public class T { class Fault extends Exception {} }',
        "Classes extending Exception must have a name ending in 'Exception': T.Fault"
    ),
    // records
    inBody('an unknown field', 'Account a; a.Foo__c = 1;', 'Variable does not exist: Foo__c'),
    inBody(
        'an unknown field in a constructor',
        'Account a = new Account(Foo__c = 1);',
        'Field does not exist: Foo__c on Account'
    ),
    inBody('an unknown field token', 'Object a = Account.Foo__c;', 'Field does not exist: Foo__c on Account'),
    inBody(
        'a wrong value in a constructor',
        'Account a = new Account(Name = 1);',
        'Illegal assignment from Integer to String'
    ),
    inBody('a wrong value for a field', 'Account a; a.Name = true;', 'Illegal assignment from Boolean to String'),
    inBody(
        'a positional record constructor',
        "Account a = new Account('x');",
        'Type requires name=value pair construction: Account'
    ),
    inBody('a field twice', "Account a = new Account(Name = 'x', name = 'y');", 'Duplicate field initialization: name'),
    inBody('SObject constructed', 'SObject a = new SObject();', 'Type cannot be constructed: SObject'),
    inBody('DML of text', "insert 'x';", 'DML requires SObject or SObject list type: String'),
    inBody('DML of a set', 'Set<Account> a; insert a;', 'DML requires SObject or SObject list type: Set<Account>'),
    inBody('an unknown external id', 'Account a; upsert a Foo__c;', 'Field does not exist: Foo__c on Account'),
    inBody(
        'a query assigned to another object',
        'Contact a = [SELECT Id FROM Account];',
        'Illegal assignment from List<Account> to Contact'
    ),
    inBody(
        'an unknown object queried',
        'Object a = [SELECT Id FROM Foo];',
        "sObject type 'Foo' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names."
    ),
    inBody('an unknown bind', 'Object a = [SELECT Id FROM Account WHERE Name = :foo];', 'Variable does not exist: foo'),
    // syntax
    inBody('a missing semicolon', 'Integer a = 1', "Missing ';' at '}'"),
    inBody('a missing parenthesis', 'Integer a = (1;', "Missing ')' at ';'"),
    inBody('a stray token', 'Integer a = ;', "Unexpected token ';'."),
    inBody(
        'a bad escape',
        "String a = 'a\\qb';",
        "Invalid string literal 'a\\q'. Illegal character sequence '\\q' in string literal"
    ),
    inBody('an open string', "String a = 'a;", 'Unterminated string literal'),
    inClass('an open class', 'public class T { void m() { }', "Missing '}' at '<EOF>'"),
    inClass('a constructor with another name', 'public class T { public U() { } }', 'Invalid constructor name: U')
];
