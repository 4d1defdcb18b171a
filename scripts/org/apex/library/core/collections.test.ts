// Collections, records and types against literals of the Apex Reference.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardObjects } from '../../../metadata/standard/index.ts';
import { ApexException } from '../../runtime/exceptions.ts';
import { runApex, schemaOf } from '../../testing.ts';
import { nativeClasses } from '../index.ts';

const schema = schemaOf(...standardObjects().values());
const PAIR =
    'public class Pair implements Comparable { public Integer n; public Pair(Integer n) { this.n = n; } public Integer compareTo(Object other) { return n - ((Pair) other).n; } }';
const DOWN =
    'public class Down implements Comparator<Integer> { public Integer compare(Integer a, Integer b) { return b - a; } }';

function evaluate(body: string): unknown {
    const result = runApex([PAIR, DOWN, `public class P { public static Object run() { ${body} } }`], null, {
        natives: nativeClasses,
        schema
    });
    assert.deepEqual(
        result.diagnostics.map((one) => one.message),
        []
    );
    return result.value;
}

/** The value, or what was thrown as `Type: message`. */
function outcome(body: string): unknown {
    try {
        return evaluate(body);
    } catch (error) {
        if (error instanceof ApexException) return `${error.apexType}: ${error.message}`;
        throw error;
    }
}

const LIST = 'List<Integer> l = new List<Integer>{ 3, 1, 2 };';
const CASES: readonly [string, string, unknown][] = [
    // lists
    ['add puts an element at a place', `${LIST} l.add(1, 9); return '' + l[0] + l[1] + l[2];`, '391'],
    [
        'add beyond the end is refused',
        `${LIST} l.add(5, 9); return l.size();`,
        'System.ListException: List index out of bounds: 5'
    ],
    ['remove gives the element removed', `${LIST} return l.remove(0) + l.size();`, 5],
    ['addAll takes sets', `${LIST} l.addAll(new Set<Integer>{ 7 }); return l[3];`, 7],
    ['sort puts null first', `${LIST} l.add(null); l.sort(); return '' + l[0] + l[1] + l[3];`, 'null13'],
    [
        'sort follows compareTo',
        'List<Pair> l = new List<Pair>{ new Pair(2), new Pair(1) }; l.sort(); return l[0].n;',
        1
    ],
    ['sort follows a Comparator', `${LIST} l.sort(new Down()); return l[0];`, 3],
    [
        'texts sort by case',
        "List<String> l = new List<String>{ 'b', 'a', 'B' }; l.sort(); return l[0] + l[1] + l[2];",
        'Bab'
    ],
    [
        'indexOf and contains compare texts by case',
        "List<String> l = new List<String>{ 'a' }; return '' + l.indexOf('a') + l.indexOf('A') + l.contains('a');",
        '0-1true'
    ],
    ['a clone is another list', `${LIST} List<Integer> c = l.clone(); c.add(4); return l.size();`, 3],
    [
        'a shallow clone shares records, a deep one does not',
        "List<Account> l = new List<Account>{ new Account(Name = 'a') }; l.clone()[0].Name = 'b'; l.deepClone()[0].Name = 'c'; return l[0].Name;",
        'b'
    ],
    [
        'an iterator visits every element',
        `${LIST} Iterator<Integer> i = l.iterator(); Integer s = 0; while (i.hasNext()) s += i.next(); return s;`,
        6
    ],
    [
        'lists know the type of their records',
        'return new List<Account>().getSObjectType() == Account.SObjectType;',
        true
    ],
    // sets
    [
        'add says whether the set changed',
        "Set<String> s = new Set<String>{ 'a' }; return '' + s.add('a') + s.add('A');",
        'falsetrue'
    ],
    [
        'retainAll keeps what both have',
        'Set<Integer> s = new Set<Integer>{ 1, 2, 3 }; Boolean b = s.retainAll(new List<Integer>{ 2, 4 }); return b && s == new Set<Integer>{ 2 };',
        true
    ],
    [
        'removeAll takes a list',
        'Set<Integer> s = new Set<Integer>{ 1, 2 }; s.removeAll(new List<Integer>{ 2 }); return s.size();',
        1
    ],
    [
        'containsAll needs every element',
        'return new Set<Integer>{ 1, 2 }.containsAll(new List<Integer>{ 1, 3 });',
        false
    ],
    [
        'records are equal by their values',
        "return new Set<Account>{ new Account(Name = 'a'), new Account(Name = 'a') }.size();",
        1
    ],
    // maps
    [
        'put gives the value before',
        "Map<String, Integer> m = new Map<String, Integer>(); m.put('a', 1); return m.put('a', 2);",
        1
    ],
    [
        'keySet is a view through which keys are removed',
        "Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1, 'b' => 2 }; m.keySet().remove('a'); return m.size();",
        1
    ],
    [
        'keySet refuses new keys',
        "Map<String, Integer> m = new Map<String, Integer>(); m.keySet().add('a'); return 1;",
        'System.FinalException: Collection is read-only'
    ],
    [
        'a map of records is keyed by id',
        "Map<Id, Account> m = new Map<Id, Account>(new List<Account>{ new Account(Id = '001000000000001', Name = 'x') }); return m.get('001000000000001AAA').Name;",
        'x'
    ],
    [
        'a record without id cannot be mapped',
        'Map<Id, Account> m = new Map<Id, Account>(new List<Account>{ new Account() }); return 1;',
        'System.ListException: Row with null Id at index: 0'
    ],
    [
        'values is a copy',
        "Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1 }; m.values().clear(); return m.size();",
        1
    ],
    // records
    [
        'get and put work by name in any case',
        "SObject a = new Account(); a.put('name', 'x'); return a.get('NAME');",
        'x'
    ],
    [
        'put refuses other types',
        "SObject a = new Account(); a.put('NumberOfEmployees', 'x'); return 1;",
        'System.SObjectException: Illegal assignment from String to Integer'
    ],
    [
        'get refuses unknown fields',
        "SObject a = new Account(); return a.get('Foo__c');",
        'System.SObjectException: Invalid field Foo__c for Account'
    ],
    [
        'fields that were set are populated',
        "Account a = new Account(Name = 'x', Description = null); return '' + a.getPopulatedFieldsAsMap().size() + a.isSet('Description') + a.isSet('Phone');",
        '2truefalse'
    ],
    [
        'a clone leaves the id out and remembers it',
        "Account a = new Account(Id = '001000000000001AAA', Name = 'x'); Account b = a.clone(); return '' + b.Id + b.Name + b.isClone() + b.getCloneSourceId() + a.isClone();",
        'nullxtrue001000000000001AAAfalse'
    ],
    [
        'a clone may keep the id',
        "Account a = new Account(Id = '001000000000001AAA'); return a.clone(true).Id;",
        '001000000000001AAA'
    ],
    [
        'parents are reached by relationship',
        "SObject c = new Contact(); c.putSObject('Account', new Account(Name = 'x')); return c.getSObject('Account').get('Name');",
        'x'
    ],
    [
        'errors are kept with their field',
        "Account a = new Account(); a.addError('all'); a.Name.addError('one'); a.addError('Phone', 'two'); return '' + a.hasErrors() + a.getErrors().size() + a.getErrors()[1].getMessage() + a.getErrors()[1].getFields()[0] + a.getErrors()[2].getFields()[0];",
        'true3oneNamePhone'
    ],
    [
        'put takes any text for a lookup, not for the id',
        "SObject c = new Contact(); c.put('AccountId', 'x'); String s = (String) c.get('AccountId'); c.put('Id', s); return s;",
        'System.StringException: Invalid id: x'
    ],
    // types
    ['a type is found by name in any case', "return Type.forName('pair').getName();", 'Pair'],
    ['an unknown type is null', "return Type.forName('Nothing');", null],
    ['a type makes a list', "return ((List<String>) Type.forName('List<String>').newInstance()).size();", 0],
    [
        'a type makes a record',
        "return ((SObject) Type.forName('Account').newInstance()).getSObjectType() == Account.SObjectType;",
        true
    ],
    [
        'an interface may be assigned from its classes',
        'return Comparable.class.isAssignableFrom(Pair.class) && !Pair.class.isAssignableFrom(Comparable.class);',
        true
    ]
];

for (const [name, body, expected] of CASES) test(name, () => assert.equal(outcome(body), expected));
