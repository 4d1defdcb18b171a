// System.JSON against literals of the Apex Reference and the Apex Developer Guide ("JSON Support") and of Jackson's printer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardObjects } from '../../../metadata/standard/index.ts';
import { ApexException } from '../../runtime/exceptions.ts';
import { runApex, schemaOf } from '../../testing.ts';
import { nativeClasses } from '../index.ts';

const schema = schemaOf(...standardObjects().values());
const ITEM =
    'public virtual class Item { public Integer n; public String s { get; set; } transient Integer hidden = 4; public static Integer shared = 1; public List<Item> kids; }';
const SUB = 'public class Sub extends Item { public Boolean b; public Decimal d = 1.50; public Datetime at; }';

function evaluate(body: string): unknown {
    const result = runApex([ITEM, SUB, `public class P { public static Object run() { ${body} } }`], null, {
        natives: nativeClasses,
        schema
    });
    assert.deepEqual(
        result.diagnostics.map((one) => one.message),
        []
    );
    return result.value;
}

const CASES: readonly [string, string, unknown][] = [
    ['text is escaped as Jackson does', "return JSON.serialize('a\"b\\\\c\\n\\u0001é/');", '"a\\"b\\\\c\\n\\u0001é/"'],
    [
        'numbers keep their kind',
        'return JSON.serialize(new List<Object>{ 1, 2L, 1.50, 2.0d, true, null });',
        '[1,2,1.50,2.0,true,null]'
    ],
    [
        'dates are ISO texts',
        'return JSON.serialize(new List<Object>{ Date.newInstance(2011, 3, 22), Datetime.newInstanceGmt(2011, 3, 22, 13, 1, 23) });',
        '["2011-03-22","2011-03-22T13:01:23.000Z"]'
    ],
    [
        'objects give fields of superclasses and nulls',
        "Sub x = new Sub(); x.n = 5; x.s = 'q'; return JSON.serialize(x);",
        '{"n":5,"s":"q","kids":null,"b":null,"d":1.50,"at":null}'
    ],
    [
        'nulls of objects can be left out',
        'Sub x = new Sub(); x.n = 5; return JSON.serialize(x, true);',
        '{"n":5,"d":1.50}'
    ],
    [
        'records carry attributes',
        "return JSON.serialize(new Account(Name = 'Acme', Description = null));",
        '{"attributes":{"type":"Account"},"Name":"Acme","Description":null}'
    ],
    [
        'saved records carry their address',
        "return JSON.serialize(new Account(Id = '001000000000001AAA'));",
        '{"attributes":{"type":"Account","url":"/services/data/v67.0/sobjects/Account/001000000000001AAA"},"Id":"001000000000001AAA"}'
    ],
    [
        'pretty text is laid out by objects',
        "return JSON.serializePretty(new Map<String, Object>{ 'a' => 1, 'b' => new List<Integer>{ 1, 2 }, 'c' => new List<Object>{ new Map<String, Object>{ 'x' => null } }, 'd' => new List<Object>(), 'e' => new Map<String, Object>() });",
        '{\n  "a" : 1,\n  "b" : [ 1, 2 ],\n  "c" : [ {\n    "x" : null\n  } ],\n  "d" : [ ],\n  "e" : { }\n}'
    ],
    [
        'typed reading makes objects without constructors',
        'Sub x = (Sub) JSON.deserialize(\'{"N":5,"kids":[{"n":6}],"b":true,"d":2,"other":1}\', Sub.class); return \'\' + x.n + x.kids[0].n + x.b + x.d;',
        '56true2'
    ],
    [
        'untyped reading makes maps and lists',
        "Map<String, Object> m = (Map<String, Object>) JSON.deserializeUntyped('{\"a\":[1,3000000000,1.5,\"x\",null,true]}'); List<Object> l = (List<Object>) m.get('a'); return '' + (l[0] instanceof Integer) + (l[1] instanceof Long) + (l[2] instanceof Decimal) + l[3] + l[4] + l[5];",
        'truetruetruexnulltrue'
    ],
    [
        'records are read with fields in any case',
        'Account a = (Account) JSON.deserialize(\'{"attributes":{"type":"Account"},"name":"x","NumberOfEmployees":3,"AnnualRevenue":1.5}\', Account.class); return a.Name + a.NumberOfEmployees + a.AnnualRevenue;',
        'x31.5'
    ],
    [
        'records of any object are read by their attributes',
        'SObject a = (SObject) JSON.deserialize(\'{"attributes":{"type":"Contact"},"LastName":"x"}\', SObject.class); return \'\' + a.getSObjectType();',
        'Contact'
    ],
    [
        'parents and children are read',
        'Contact c = (Contact) JSON.deserialize(\'{"LastName":"x","Account":{"Name":"y"}}\', Contact.class); Account a = (Account) JSON.deserialize(\'{"Contacts":{"totalSize":1,"done":true,"records":[{"LastName":"z"}]}}\', Account.class); return c.Account.Name + a.Contacts[0].LastName;',
        'yz'
    ],
    [
        'a generator writes what it is told',
        "JSONGenerator g = JSON.createGenerator(false); g.writeStartObject(); g.writeNumberField('a', 1); g.writeFieldName('b'); g.writeStartArray(); g.writeString('x'); g.writeNull(); g.writeEndArray(); g.writeObjectField('c', new Map<String, Integer>{ 'd' => 2 }); g.writeEndObject(); return g.getAsString();",
        '{"a":1,"b":["x",null],"c":{"d":2}}'
    ],
    [
        'a parser finds values by name',
        'JSONParser p = JSON.createParser(\'{"a":{"b":[1,2]},"total":7}\'); Integer sum = 0; while (p.nextToken() != null) { if (p.getCurrentToken() == JSONToken.FIELD_NAME && p.getText() == \'total\') { p.nextToken(); sum += p.getIntegerValue(); } } return sum;',
        7
    ],
    [
        'a parser reads objects where it stands',
        'JSONParser p = JSON.createParser(\'{"x":[{"n":1},{"n":2}]}\'); Integer sum = 0; while (p.nextToken() != null) { if (p.getCurrentToken() == JSONToken.START_ARRAY) { while (p.nextToken() != null) { if (p.getCurrentToken() == JSONToken.START_OBJECT) { sum += ((Item) p.readValueAs(Item.class)).n; } } } } return sum;',
        3
    ],
    [
        'a save result can be made for a test',
        'Database.SaveResult r = (Database.SaveResult) JSON.deserialize(\'{"success":false,"errors":[{"message":"m","statusCode":"DUPLICATE_VALUE","fields":["Name"]}]}\', Database.SaveResult.class); return \'\' + r.isSuccess() + r.getErrors()[0].getMessage() + r.getErrors()[0].getStatusCode();',
        'falsemDUPLICATE_VALUE'
    ]
];

for (const [name, body, expected] of CASES) test(name, () => assert.equal(evaluate(body), expected));

const REFUSALS: readonly [string, string, RegExp][] = [
    [
        'HTML is no JSON',
        "return JSON.deserializeUntyped('<html>');",
        /^Unexpected character \('<' \(code 60\)\): expected a valid value \(number, String, array, object, 'true', 'false' or 'null'\) at input location \[1,2\]$/
    ],
    [
        'empty text is refused',
        "return JSON.deserializeUntyped('');",
        /^No content to map to Object due to end of input$/
    ],
    [
        'an object is expected',
        "return JSON.deserialize('[]', Item.class);",
        /^Malformed JSON: Expected '\{' at the beginning of object/
    ],
    [
        'a list is expected',
        "return JSON.deserialize('{}', List<Item>.class);",
        /^Malformed JSON: Expected '\[' at the beginning of List\/Set/
    ],
    [
        'strict reading refuses unknown members',
        'return JSON.deserializeStrict(\'{"zz":1}\', Item.class);',
        /^Unknown field: zz/
    ],
    [
        'records refuse unknown fields',
        'return JSON.deserialize(\'{"Foo__c":1}\', Account.class);',
        /^No such column 'Foo__c' on sobject of type Account/
    ],
    ['a text is no Integer', 'return JSON.deserialize(\'{"n":"abc"}\', Item.class);', /^Illegal value for primitive/]
];

for (const [name, body, message] of REFUSALS) {
    test(name, () => {
        assert.throws(
            () => evaluate(body),
            (error) =>
                error instanceof ApexException &&
                error.apexType === 'System.JSONException' &&
                message.test(error.message)
        );
    });
}
