// The language itself: source in, value out. Expected values are literals from the Apex Developer Guide's rules.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal, Double, SObject } from '../values/index.ts';
import { standardObjects } from '../metadata/standard/index.ts';
import { nativeClasses } from './library/index.ts';
import { ApexException } from './runtime/exceptions.ts';
import { ApexList } from './runtime/collections.ts';
import { construct, invokeStatic } from './runtime/invoke.ts';
import { resetCpu, resetStatics } from './runtime/statics.ts';
import { createStub } from './runtime/stub.ts';
import { typeNamed } from './runtime/registry.ts';
import { traceOf } from './runtime/trace.ts';
import { runApex, schemaOf, type ApexRun } from './testing.ts';

const schema = schemaOf(...standardObjects().values());

/** Values as a test writes them: `1L`, `1.5d`, `1.50`, `'x'`. */
function show(value: unknown): string {
    if (value === null || value === undefined) return String(value);
    if (typeof value === 'bigint') return `${value}L`;
    if (typeof value === 'string') return `'${value}'`;
    if (value instanceof Double) return `${value.v}d`;
    if (value instanceof Decimal) return `m${value.toString()}`;
    if (value instanceof ApexList) return `(${value.items.map(show).join(', ')})`;
    if (value instanceof SObject) return `${value.describe.name}${JSON.stringify(value.values)}`;
    return String(value);
}

function run(
    source: string | string[],
    expression: string | null = null,
    more: Parameters<typeof runApex>[2]['platform'] = {}
): ApexRun {
    const result = runApex(source, expression, { natives: nativeClasses, schema, platform: more });
    assert.deepEqual(
        result.diagnostics.map((one) => `${one.file}:${one.line} ${one.message}`),
        []
    );
    return result;
}

/** Runs and returns the exception as `Type: message`. */
function failure(action: () => unknown): string {
    try {
        action();
    } catch (error) {
        if (error instanceof ApexException) return `${error.apexType}: ${error.message}`;
        throw error;
    }
    return 'nothing thrown';
}

const EXPRESSIONS: readonly [string, string][] = [
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['7 / 2', '3'],
    ['-7 / 2', '-3'],
    ['2147483647 + 1', '-2147483648'],
    ['65536 * 65536', '0'],
    ['-2147483648', '-2147483648'],
    ['2147483647L + 1', '2147483648L'],
    ['9223372036854775807L + 1', '-9223372036854775808L'],
    ['7L / 2', '3L'],
    ['1 + 2L', '3L'],
    ['1.5 + 1', 'm2.5'],
    ['1.50 + 1', 'm2.50'],
    ['1.5 * 2', 'm3.0'],
    ['1.5d + 1', '2.5d'],
    ['1 / 2.0d', '0.5d'],
    ['1.5d + 1.5', 'm3.0'],
    ['5 & 3', '1'],
    ['5 | 3', '7'],
    ['5 ^ 3', '6'],
    ['~5', '-6'],
    ['1 << 4', '16'],
    ['-16 >> 2', '-4'],
    ['-1 >>> 28', '15'],
    ['1L << 40', '1099511627776L'],
    ['true & false', 'false'],
    ['true ^ true', 'false'],
    ["'a' + 1", "'a1'"],
    ["1 + 2 + 'a'", "'3a'"],
    ["'a' + 1 + 2", "'a12'"],
    ["'a' + null", "'anull'"],
    ["'a' + true", "'atrue'"],
    ["'a' + 1.50", "'a1.50'"],
    ["'abc' == 'ABC'", 'true'],
    ["'abc' === 'ABC'", 'false'],
    ["'abc' != 'ABC'", 'false'],
    ["'abc' <> 'abd'", 'true'],
    ['1 == 1.0', 'true'],
    ['1L == 1', 'true'],
    ['null == null', 'true'],
    ['1 < 2', 'true'],
    ['1.5 >= 1.50', 'true'],
    ['2L > 1', 'true'],
    ["'a' < 'b'", 'true'],
    ['!true', 'false'],
    ['true && !false', 'true'],
    ['false || true', 'true'],
    ['true ? 1 : 2', '1'],
    ['false ? 1 : true ? 2 : 3', '2'],
    ['null ?? 5', '5'],
    ['1 ?? 5', '1'],
    ["'a\\tb\\u0041\\'\\\\'", "'a\tbA'\\'"],
    ['(Integer) 5L', '5'],
    ['(Decimal) 1', 'm1'],
    ['(Long) 2.9', '2L'],
    ['(Object) 1', '1'],
    ['new List<Integer>{ 1, 2 }', '(1, 2)'],
    ['new Integer[]{ 1, 2 }[1]', '2'],
    ['new Integer[2]', '(null, null)'],
    ['new List<List<Integer>>{ new List<Integer>{ 3 } }[0][0]', '3'],
    ["new Map<String, Integer>{ 'a' => 1 }.get('a')", '1'],
    ["new Map<String, Integer>{ 'a' => 1 }.get('A')", 'null'],
    ['new Set<Integer>{ 1, 1 }.size()', '1'],
    ['((Object) 1) instanceof Integer', 'true'],
    ['null instanceof String', 'false'],
    ["((Object) 'x') instanceof String", 'true'],
    ["new Account(Name = 'x').Name", "'x'"],
    ['new Account().Name', 'null'],
    ['new Contact().Account.Name', 'null'],
    ["new Contact(Account = new Account(Name = 'y')).Account.Name", "'y'"],
    ['String.class.getName()', "'String'"],
    ['Account.SObjectType', 'Account'],
    ['Account.Name', 'Name'],
    ["'''\n  two\n    lines\n  '''", "'two\n  lines\n'"]
];

for (const [expression, expected] of EXPRESSIONS) {
    test(`${expression.replace(/\s+/g, ' ')} is ${expected.replace(/\s+/g, ' ')}`, () =>
        assert.equal(show(run('', expression).value), expected));
}

const PROGRAMS: readonly [string, string, string][] = [
    [
        'compound assignment keeps the type of the target',
        'Integer a = 5; a += 2; a -= 1; a *= 3; a /= 2; a <<= 2; a >>= 1; a |= 1; a &= 15; a ^= 2; return a;',
        '1'
    ],
    [
        '++ gives the old or the new value',
        "Integer a = 1; Integer b = a++; Integer c = ++a; return '' + a + b + c + a-- + --a;",
        "'31331'"
    ],
    [
        '++ works on fields, elements and records',
        "List<Integer> l = new List<Integer>{ 1 }; l[0]++; ++l[0]; Account a = new Account(NumberOfEmployees = 4); a.NumberOfEmployees++; a.NumberOfEmployees += 10; return '' + l[0] + a.NumberOfEmployees;",
        "'315'"
    ],
    [
        'an index with a side effect is evaluated once',
        "List<Integer> l = new List<Integer>{ 1, 2 }; Integer i = 0; l[i++] += 5; return '' + l[0] + l[1] + i;",
        "'621'"
    ],
    [
        'numbers widen on assignment',
        "Long a = 1; Double b = 2; Decimal c = 3L; b += 1; c += 1.5; return '' + a + '|' + b + '|' + c;",
        "'1|3.0|4.5'"
    ],
    [
        'while, do and for run as written',
        'Integer s = 0; Integer i = 0; while (i < 3) { s += i; i++; } do { s += 10; i--; } while (i > 1); for (Integer j = 0, k = 5; j < k; j++, k--) s += 100; return s;',
        '323'
    ],
    [
        'break and continue leave and go on',
        'Integer s = 0; for (Integer i = 0; i < 10; i++) { if (i == 2) continue; if (i == 5) break; s += i; } return s;',
        '8'
    ],
    [
        'a foreach runs over a list, a set and map keys',
        "String s = ''; for (Integer i : new List<Integer>{ 1, 2 }) s += i; for (String t : new Set<String>{ 'a', 'b' }) s += t; for (String k : new Map<String, Integer>{ 'x' => 1 }.keySet()) s += k; return s;",
        "'12abx'"
    ],
    ['a foreach of texts may widen', 'Long s = 0; for (Long l : new List<Integer>{ 1, 2 }) s += l; return s;', '3L'],
    [
        'switch compares texts by case',
        "String r = ''; for (String s : new List<String>{ 'a', 'A', 'c' }) { switch on s { when 'a', 'b' { r += 1; } when 'A' { r += 2; } when else { r += 3; } } } return r;",
        "'123'"
    ],
    [
        'switch on null takes when null',
        "String s; switch on s { when null { return 'null'; } when else { return 'else'; } }",
        "'null'"
    ],
    [
        'switch on a record binds it',
        "SObject s = new Account(Name = 'x'); switch on s { when Contact c { return 'c'; } when Account a { return a.Name; } when else { return 'else'; } }",
        "'x'"
    ],
    [
        'break in a switch leaves the loop around it',
        'Integer n = 0; for (Integer i = 0; i < 5; i++) { switch on i { when 2 { break; } } n++; } return n;',
        '2'
    ],
    ['finally runs and may replace the result', 'try { return 1; } finally { return 2; }', '2'],
    [
        'a catch takes the first type that fits',
        "try { Integer i = 1 / 0; } catch (NullPointerException e) { return 'npe'; } catch (MathException e) { return e.getMessage(); } catch (Exception e) { return 'other'; } return 'none';",
        "'Divide by 0'"
    ],
    [
        'a null dereference is a NullPointerException',
        'String s; try { return s.length(); } catch (NullPointerException e) { return e.getMessage(); }',
        "'Attempt to de-reference a null object'"
    ],
    [
        'null arithmetic is a NullPointerException',
        'Integer a; try { return a + 1; } catch (NullPointerException e) { return 0; }',
        '0'
    ],
    [
        'null as a condition is a NullPointerException',
        'Boolean a; try { if (a) return 1; return 2; } catch (NullPointerException e) { return 3; }',
        '3'
    ],
    [
        'a null parameter of arithmetic is noticed after a loop',
        'Integer a = 1; for (Integer i = 0; i < 2; i++) { if (i == 1) a = null; } try { return a + 1; } catch (Exception e) { return -1; }',
        '-1'
    ],
    ['safe navigation stops the whole chain', 'Account a; String s = a?.Name.toUpperCase(); return s;', 'null'],
    [
        'safe navigation goes on when there is something',
        "Account a = new Account(Name = 'x'); return a?.Name?.toUpperCase();",
        "'X'"
    ],
    [
        'a cast to the wrong class says so',
        "Object o = 'x'; try { Integer i = (Integer) o; return i; } catch (TypeException e) { return e.getMessage(); }",
        "'Invalid conversion from runtime type String to Integer'"
    ],
    [
        'a cast of a record to another object says so',
        'SObject o = new Account(); try { Contact c = (Contact) o; return c; } catch (TypeException e) { return e.getMessage(); }',
        "'Invalid conversion from runtime type Account to Contact'"
    ],
    [
        'a list out of bounds says so',
        'List<Integer> l = new List<Integer>{ 1 }; try { return l[1]; } catch (ListException e) { return e.getMessage(); }',
        "'List index out of bounds: 1'"
    ],
    ['text becomes an id of 18 characters', "Id i = '001000000000001'; return i;", "'001000000000001AAA'"],
    [
        'text that is no id is refused',
        "String s = 'x'; try { Id i = s; return i; } catch (StringException e) { return e.getMessage(); }",
        "'Invalid id: x'"
    ],
    ['names ignore case', 'INTEGER Abc = 1; RETURN aBC + Math.ABS(-1);', '2'],
    ['a field of a record ignores case', "Account a = new Account(NAME = 'x'); a.name += 'y'; return a.Name;", "'xy'"],
    [
        'a list changed while it is iterated is refused',
        'List<Integer> l = new List<Integer>{ 1, 2 }; try { for (Integer i : l) l.add(i); return 0; } catch (FinalException e) { return e.getMessage(); }',
        "'Cannot modify a collection while it is being iterated.'"
    ],
    ['an assignment is a value', 'Integer a; Integer b = a = 3; return a + b;', '6'],
    [
        'results may be read like beans',
        'return ((Database.SaveResult) JSON.deserialize(\'{"errors":[{"message":"m"}]}\', Database.SaveResult.class)).errors[0].message;',
        "'m'"
    ],
    ['the reasons of a share are texts', 'return AccountShare.RowCause.Manual;', "'Manual'"],
    [
        'list of lists and generic arrays',
        'List<Integer>[] l = new List<Integer>[]{ new List<Integer>{ 7 } }; return l[0][0];',
        '7'
    ]
];

for (const [name, text, expected] of PROGRAMS) {
    test(name, () =>
        assert.equal(show(run(`public class P { public static Object run() { ${text} } }`).value), expected)
    );
}

const CLASSES: readonly [string, string | string[], string][] = [
    // The order is fflib-apex-common's: its DerivedUnitOfWork reads its own fields in a method that the superclass's constructor calls.
    [
        'fields are initialised, superclass first, before any constructor runs',
        `public class P {
        static String log = '';
        static Integer note(String s) { log += s; return 1; }
        virtual class A { Integer a = note('a'); A() { note('A'); } { note('i'); } }
        class B extends A { Integer b = note('b'); B() { super(); note('B'); } }
        public static Object run() { new B(); return log; } }`,
        "'aibAB'"
    ],
    [
        'this(…) runs the other constructor once',
        `public class P { Integer n = 1; P() { this(5); n++; } P(Integer x) { n += x; } public static Object run() { return new P().n; } }`,
        '7'
    ],
    [
        'virtual methods are chosen by the object',
        `public class P { virtual class A { public virtual String n() { return 'a'; } public String m() { return n(); } } class B extends A { public override String n() { return 'b' + super.n(); } } public static Object run() { A x = new B(); return x.m(); } }`,
        "'ba'"
    ],
    [
        'overloads are chosen by the nearest type',
        `public class P { static String f(Object o) { return 'o'; } static String f(Integer i) { return 'i'; } static String f(Long l) { return 'l'; } static String f(String s) { return 's'; } static String f(SObject s) { return 'r'; }
        public static Object run() { Object o = 1; return f(1) + f(2L) + f('x') + f(true) + f(o) + f(new Account()); } }`,
        "'ilsoor'"
    ],
    [
        'interfaces, abstract classes and inner classes work together',
        `public class P { interface Shape { Decimal area(); } abstract class Base implements Shape { public abstract Decimal area(); public Decimal twice() { return area() * 2; } } class Square extends Base { Decimal s; Square(Decimal s) { this.s = s; } public override Decimal area() { return s * s; } }
        public static Object run() { Shape x = new Square(3); return '' + x.area() + ((Base) x).twice() + (x instanceof Base) + (x instanceof Square); } }`,
        "'918truetrue'"
    ],
    [
        'properties with code use their own storage',
        `public class P { public Integer a { get { if (a == null) a = 5; return a; } set { a = value * 2; } } public static Integer b { get { return b == null ? 1 : b; } set; } public Integer c { get; private set; }
        public static Object run() { P q = new P(); Integer x = q.a; q.a = 4; q.c = 1; q.c++; P.b += 2; return '' + x + q.a + q.c + P.b; } }`,
        "'5823'"
    ],
    [
        'private members of the same name live side by side',
        `public class P { virtual class A { private Integer n = 1; private Integer f() { return n; } public Integer a() { return f(); } } class B extends A { private Integer n = 2; private Integer f() { return n; } public Integer b() { return f(); } } public static Object run() { B b = new B(); return '' + b.a() + b.b(); } }`,
        "'12'"
    ],
    [
        'enums have names, order and values',
        `public class P { enum Color { RED, GREEN } public static Object run() { Color c = Color.GREEN; String s = ''; for (Color x : Color.values()) s += x.name(); switch on c { when RED { s += 'r'; } when GREEN { s += 'g'; } } return s + c.ordinal() + (c == Color.valueOf('GREEN')) + c; } }`,
        "'REDGREENg1trueGREEN'"
    ],
    [
        'exceptions of the project carry message and cause',
        `public class P { class FaultException extends Exception {} public static Object run() { try { try { throw new FaultException('a'); } catch (FaultException e) { throw new FaultException('b', e); } } catch (Exception e) { return e.getMessage() + e.getCause().getMessage() + e.getTypeName(); } } }`,
        "'baP.FaultException'"
    ],
    [
        'an exception without a message says so',
        `public class P { class FaultException extends Exception {} public static Object run() { try { throw new FaultException(); } catch (Exception e) { return e.getMessage(); } } }`,
        "'Script-thrown exception'"
    ],
    [
        'an exception class may have its own constructor',
        `public class P { class FaultException extends Exception { Integer code; FaultException(Integer code) { this('code ' + code); this.code = code; } } public static Object run() { try { throw new FaultException(7); } catch (FaultException e) { return e.getMessage() + e.code; } } }`,
        "'code 77'"
    ],
    [
        'classes of the project hide those of System',
        [
            'public class Math { public static Integer abs(Integer i) { return 99; } }',
            `public class P { public static Object run() { return '' + Math.abs(-1) + System.Math.abs(-1); } }`
        ],
        "'991'"
    ],
    [
        'a variable hides a type',
        `public class P { class Foo { Integer n = 3; } public static Integer n = 4; public static Object run() { Foo P = new Foo(); return P.n; } }`,
        '3'
    ],
    [
        'static variables are initialised on first use, in order',
        `public class P { static Integer a = 1; static Integer b = a + 1; static { b *= 10; } public static Object run() { return b; } }`,
        '20'
    ],
    [
        'Iterable of the project can be looped over',
        `public class P implements Iterable<Integer> { class It implements Iterator<Integer> { Integer n = 0; public Boolean hasNext() { return n < 3; } public Integer next() { return n++; } } public Iterator<Integer> iterator() { return new It(); } public static Object run() { Integer s = 0; for (Integer i : new P()) s += i; return s; } }`,
        '3'
    ],
    [
        'instances compare by their own equals',
        `public class P { Integer n; P(Integer n) { this.n = n; } public Boolean equals(Object o) { return o instanceof P && ((P) o).n == n; } public override Integer hashCode() { return n; } public static Object run() { return '' + (new P(1) == new P(1)) + (new P(1) === new P(1)) + (new P(1) != new P(2)) + new Set<P>{ new P(1), new P(1) }.size(); } }`,
        "'truefalsetrue1'"
    ],
    [
        'arguments are evaluated before a null receiver is found',
        `public class P { Integer n; Integer plus(Integer o) { return n + o; } static List<Integer> todo = new List<Integer>{ 1, 2 }; public static Object run() { P p; String s; Integer faults = 0; try { p.plus(todo.remove(0)); } catch (NullPointerException e) { faults++; } try { s.left(todo.remove(0)); } catch (NullPointerException e) { faults++; } return '' + faults + todo.size(); } }`,
        "'20'"
    ],
    [
        'lists of a subclass are lists of the superclass',
        `public class P { virtual class A {} class B extends A {} public static Object run() { List<A> l = new List<B>{ new B() }; Object o = l; return '' + (o instanceof List<B>) + (o instanceof List<A>) + (o instanceof List<Integer>); } }`,
        "'truetruefalse'"
    ]
];

for (const [name, source, expected] of CLASSES) {
    test(name, () => {
        const all = typeof source === 'string' ? [source] : source;
        assert.equal(show(run(all).value), expected);
    });
}

test('statics are fresh in every transaction', () => {
    run('public class P { static Integer n = 0; public static Object run() { return ++n; } }');
    assert.equal(invokeStatic('P', 'run', []), 2);
    resetStatics();
    assert.equal(invokeStatic('P', 'run', []), 1);
});

test('a loop without end meets the CPU limit, which no catch stops', () => {
    const source =
        'public class P { public static Object go() { try { while (true) {} } catch (Exception e) { return 1; } } }';
    run(source);
    resetCpu(10);
    assert.equal(
        failure(() => invokeStatic('P', 'go', [])),
        'System.LimitException: Apex CPU time limit exceeded'
    );
    resetCpu(10_000);
});

test('recursion meets the limit at a depth of 1001', () => {
    run(
        'public class P { static Integer depth = 0; static Integer f() { depth++; return f() + 1; } public static Object go() { return f(); } public static Object depth() { return depth; } }'
    );
    assert.equal(
        failure(() => invokeStatic('P', 'go', [])),
        'System.LimitException: Maximum stack depth reached: 1001'
    );
    assert.equal(invokeStatic('P', 'depth', []), 1000);
});

test('a stack trace names classes, methods and lines, innermost first', () => {
    run(`public class P {
    class Inner {
        Inner() {
            fail();
        }
    }
    class FaultException extends Exception {}
    static void fail() {
        throw new FaultException('x');
    }
    public static Object go() {
        return
            new Inner();
    }
}`);
    try {
        invokeStatic('P', 'go', []);
        assert.fail('nothing thrown');
    } catch (error) {
        assert.ok(error instanceof ApexException);
        assert.deepEqual(traceOf(error), {
            text: 'Class.P.fail: line 9, column 1\nClass.P.Inner.<init>: line 4, column 1\nClass.P.go: line 13, column 1',
            line: 9
        });
    }
});

test('inline queries pass text and binds, and give lists, one record or a number', () => {
    const asked: string[] = [];
    const account = (name: string): SObject => {
        const record = new SObject(schema.object('Account')!);
        record.values.Name = name;
        record.queried = true;
        return record;
    };
    const result = run(
        `public class P { public static Object run() {
        String name = 'x'; List<Account> all = [SELECT Name FROM Account WHERE Name = :name.toUpperCase() AND CreatedDate = LAST_N_DAYS:5]; Account one = [SELECT Name FROM Account LIMIT 1];
        Integer n = [SELECT COUNT() FROM Account]; String direct = [SELECT Name FROM Account LIMIT 1].Name; Integer loops = 0; for (List<Account> chunk : [SELECT Name FROM Account]) loops++;
        for (Account a : [SELECT Name FROM Account]) loops += 10; return all.size() + one.Name + n + direct + loops; } }`,
        null,
        {
            query: (soql, bind) => {
                asked.push(soql.replace(':b0', `:${String(soql.includes(':b0') ? bind('b0') : '')}`));
                return [account('a')];
            },
            count: () => 42
        }
    );
    assert.equal(result.value, '1a42a11');
    assert.equal(asked[0], 'SELECT Name FROM Account WHERE Name = :X AND CreatedDate = LAST_N_DAYS:5');
});

test('comments in a query are left out, whatever they hold', () => {
    const asked: string[] = [];
    run(
        "public class P { public static Object run() { return [SELECT Id, // it's here :x\nName /* 'and */ FROM Account WHERE Name = 'a//b']; } }",
        null,
        {
            query: (soql) => {
                asked.push(soql.replace(/\s+/g, ' '));
                return [];
            }
        }
    );
    assert.deepEqual(asked, ["SELECT Id, Name FROM Account WHERE Name = 'a//b'"]);
});

test('a query for one record refuses none and many', () => {
    for (const [count, message] of [
        [0, 'List has no rows for assignment to SObject'],
        [2, 'List has more than 1 row for assignment to SObject']
    ] as const) {
        const rows = Array.from({ length: count }, () => new SObject(schema.object('Account')!));
        const source =
            'public class P { public static Object go() { Account a = [SELECT Id FROM Account]; return a; } }';
        run(source, null, { query: () => rows });
        assert.equal(
            failure(() => invokeStatic('P', 'go', [])),
            `System.QueryException: ${message}`
        );
    }
});

test('a field that was not queried cannot be read', () => {
    const record = new SObject(schema.object('Account')!);
    record.queried = true;
    run('public class P { public static Object go() { return [SELECT Id FROM Account][0].Name; } }', null, {
        query: () => [record]
    });
    assert.equal(
        failure(() => invokeStatic('P', 'go', [])),
        'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Account.Name'
    );
});

test('DML statements say who asks, in which mode and by which key', () => {
    const calls: string[] = [];
    run(
        `public class P { public static Object run() { Account a = new Account(Name = 'x'); insert a; update as user new List<Account>{ a }; upsert as system a Id; delete new List<Account>(); return 1; } }`,
        null,
        {
            dml: (operation, records, options) => {
                calls.push(
                    `${operation} ${records.length} ${options.accessMode} ${options.caller?.name} ${options.externalIdField}`
                );
                return [];
            }
        }
    );
    assert.deepEqual(calls, ['insert 1 default P null', 'update 1 user P null', 'upsert 1 system P Id']);
});

test('a stub answers for every public method', () => {
    run([
        'public class Service { Service(Integer needed) {} public String greet(String who) { return who; } public Integer count(Integer a, Integer b) { return 0; } }',
        `public class P implements System.StubProvider { public Object handleMethodCall(Object stubbed, String name, Type returns, List<Type> types, List<String> names, List<Object> args) { return name == 'count' ? (Object) args.size() : name + names[0] + args[0]; } public static Object use(Service s) { return s.greet('bob') + s.count(1, 2); } }`
    ]);
    const stub = createStub(typeNamed('Service'), construct(typeNamed('P')) as object);
    assert.equal(invokeStatic('P', 'use', [stub]), 'greetwhobob2');
});

test('an anonymous block sees the program and reports only its own faults', () => {
    const { program, debug } = run('public class P { public static Integer n = 1; }');
    const good = program.addAnonymous(
        "P.n += 4;\nInteger twice(Integer i) { return i * 2; }\nSystem.debug('n=' + twice(P.n));"
    );
    assert.deepEqual(good.diagnostics, []);
    good.run!();
    assert.deepEqual(debug, ['n=10']);
    const bad = program.addAnonymous('Integer a = 1;\nfoo();');
    assert.equal(bad.run, null);
    assert.deepEqual(
        bad.diagnostics.map((one) => [one.line, one.message]),
        [[2, 'Method does not exist or incorrect signature: void foo() from the type AnonymousBlock']]
    );
});

test('a class that does not compile costs only what uses the broken part', () => {
    const result = runApex(
        [
            'public class Broken { public static Integer good() { return 1; } public static Integer bad() { return nothing; } }',
            'public class P { public static Object good() { return Broken.good(); } public static Object bad() { return Broken.bad(); } }'
        ],
        null,
        { natives: nativeClasses, schema }
    );
    assert.deepEqual(
        result.diagnostics.map((one) => one.file),
        ['Broken.cls']
    );
    result.program.load();
    assert.equal(invokeStatic('P', 'good', []), 1);
    assert.match(
        failure(() => invokeStatic('P', 'bad', [])),
        /Does not compile: Broken.cls:1:\d+ Variable does not exist: nothing/
    );
});
