// Statements that no method of any class may hold: each is put at the start of methods of real classes.
import { insert, type MutationKind } from './mutation.ts';
import type { BodyOf, SourceFile } from './source.ts';

interface Bad {
    name: string;
    code: string;
    where?: (body: BodyOf, file: SourceFile) => boolean;
    syntax?: boolean;
}

const isStatic = (body: BodyOf): boolean => body.isStatic;
const isVoid = (body: BodyOf): boolean => body.returns === null && !body.isConstructor;

const BAD: readonly Bad[] = [
    { name: 'Integer from text', code: "Integer zzA = 'x';" },
    { name: 'text from Integer', code: 'String zzA = 1;' },
    { name: 'text from Object without a cast', code: 'Object zzA; String zzB = zzA;' },
    { name: 'record from SObject without a cast', code: 'SObject zzA; Account zzB = zzA;' },
    { name: 'Integer from Long without a cast', code: 'Long zzA = 1; Integer zzB = zzA;' },
    { name: 'Integer from Decimal without a cast', code: 'Integer zzA = 1.5;' },
    { name: 'a list of another item', code: 'List<Integer> zzA = new List<String>();' },
    { name: 'a wrong value put', code: "new Map<String, Integer>().put('a', 'b');" },
    { name: 'a wrong item added', code: "List<Date> zzA = new List<Date>(); zzA.add('x');" },
    { name: 'a wrong item of a set', code: 'Set<Date> zzA = new Set<Date>(); zzA.add(1);' },
    { name: 'a wrong key', code: 'Map<Date, String> zzA; zzA.put(1, null);' },
    { name: 'too many type arguments', code: 'List<Integer, String> zzA;' },
    { name: 'too few type arguments', code: 'Map<Integer> zzA;' },
    { name: 'a type that takes no arguments', code: 'String<Integer> zzA;' },
    { name: 'a raw list', code: 'List zzA;' },
    { name: 'a void variable', code: 'void zzA;' },
    { name: 'a class literal of nothing', code: 'Type zzA = Zz.class;' },
    { name: 'an unknown static', code: 'Object zzA = Math.zz(1);' },
    { name: 'an unknown constant', code: 'Object zzA = Integer.ZZ;' },
    { name: 'a static of a value', code: "Object zzA = 'x'.valueOf(1);" },
    { name: 'an instance method of a type', code: 'Object zzA = String.length();' },
    { name: 'a number as a condition', code: 'if (1) { }' },
    { name: 'an assignment as a condition', code: 'Integer zzA; while (zzA = 1) { }' },
    { name: 'a condition of a ternary', code: 'Integer zzA = 1 ? 2 : 3;' },
    { name: 'a ternary of two kinds', code: "Integer zzA = true ? 1 : 'x';" },
    { name: 'a for condition', code: 'for (Integer zzI = 0; zzI; zzI++) { }' },
    { name: 'break outside a loop', code: 'if (1 == 2) { break; }' },
    { name: 'continue outside a loop', code: 'if (1 == 2) { continue; }' },
    { name: 'text minus', code: "Object zzA = 'x' - 1;" },
    { name: 'Boolean plus', code: 'Object zzA = true + 1;' },
    { name: 'Dates added', code: 'Date zzA; Object zzB = zzA + zzA;' },
    { name: 'text times', code: "Object zzA = 2 * 'x';" },
    { name: 'lists added', code: 'List<Integer> zzA; Object zzB = zzA + zzA;' },
    { name: 'records added', code: 'Account zzA; Object zzB = zzA + 1;' },
    { name: 'Integer compared with text', code: "Boolean zzA = 1 == 'x';" },
    { name: 'Boolean compared with Integer', code: 'Boolean zzA = true == 1;' },
    { name: 'list compared with Integer', code: 'List<Integer> zzL; Boolean zzA = zzL == 1;' },
    { name: 'lists ordered', code: 'List<Integer> zzL; Boolean zzA = zzL < zzL;' },
    { name: 'not of text', code: "Boolean zzA = !'x';" },
    { name: 'minus of a Boolean', code: 'Object zzA = -true;' },
    { name: 'and of texts', code: "Boolean zzA = 'a' && 'b';" },
    { name: '++ of a Boolean', code: 'Boolean zzA; zzA++;' },
    { name: '++ of text', code: 'String zzA; ++zzA;' },
    { name: '-= of text', code: "String zzA; zzA -= 'x';" },
    { name: 'a shift of text', code: "Object zzA = 'x' << 1;" },
    { name: 'an Integer too large', code: 'Integer zzA = 99999999999;' },
    { name: 'a Long too large', code: 'Long zzA = 99999999999999999999L;' },
    { name: 'a value as a statement', code: 'Integer zzA; zzA;' },
    { name: 'a literal as a statement', code: '42;' },
    { name: 'a comparison as a statement', code: 'Integer zzA; zzA == 1;' },
    { name: 'a call assigned', code: 'Math.abs(1) = 2;' },
    { name: 'a literal assigned', code: '1 = 2;' },
    { name: 'a final variable assigned', code: 'final Integer zzA = 1; zzA = 2;' },
    { name: 'a variable twice', code: 'Integer zzA; String ZZA;' },
    { name: 'a loop variable twice', code: 'Integer zzI; for (Integer zzI : new List<Integer>()) { }' },
    { name: 'a variable out of its block', code: 'if (true) { Integer zzA; } zzA = 1;' },
    { name: 'a variable before it is declared', code: 'zzA = 1; Integer zzA;' },
    { name: 'a loop over a number', code: 'for (Integer zzI : 5) { }' },
    { name: 'a loop of another type', code: 'for (Date zzI : new List<String>()) { }' },
    { name: 'a loop over a map', code: 'Map<Id, Account> zzM; for (Account zzA : zzM) { }' },
    { name: 'text thrown', code: "if (true) { throw 'x'; }" },
    { name: 'a record thrown', code: 'if (true) { throw new Account(); }' },
    { name: 'text caught', code: 'try { Integer zzA; } catch (String zzE) { }' },
    { name: 'a record caught', code: 'try { Integer zzA; } catch (Account zzE) { }' },
    {
        name: 'an exception caught twice',
        code: 'try { Integer zzA; } catch (DmlException zzE) { } catch (DmlException zzF) { }'
    },
    {
        name: 'a catch after a wider one',
        code: 'try { Integer zzA; } catch (Exception zzE) { } catch (DmlException zzF) { }'
    },
    { name: 'a switch value twice', code: "switch on 'x' { when 'a' { } when 'b', 'a' { } }" },
    { name: 'a switch over a Decimal', code: 'switch on 1.5 { when else { } }' },
    { name: 'a switch over a Boolean', code: 'switch on true { when true { } }' },
    { name: 'a when of another kind', code: "switch on 1 { when 'x' { } }" },
    { name: 'a when of a variable', code: 'Integer zzA = 1; switch on 1 { when zzA { } }' },
    { name: 'a when of a record that is none', code: 'Object zzO; switch on zzO { when Zz zzZ { } }' },
    { name: 'a when after else', code: 'switch on 1 { when else { } when 1 { } }' },
    { name: 'a when type twice', code: 'SObject zzS; switch on zzS { when Account zzA { } when Account zzB { } }' },
    { name: 'an index of text', code: "Object zzA = 'x'[0];" },
    { name: 'a text index', code: "List<String> zzL; Object zzA = zzL['x'];" },
    { name: 'an index of a set', code: 'Set<String> zzL; Object zzA = zzL[0];' },
    { name: 'a field of a primitive', code: 'Integer zzI; Object zzA = zzI.zz;' },
    { name: 'a field of a list', code: 'List<Account> zzL; Object zzA = zzL.Name;' },
    { name: 'an unknown field', code: 'Account zzA; zzA.Zz__c = 1;' },
    { name: 'an unknown relationship', code: 'Account zzA; Object zzB = zzA.Zz__r.Name;' },
    { name: 'a field of the generic SObject', code: 'SObject zzA; Object zzB = zzA.Name;' },
    { name: 'a wrong field value', code: 'Account zzA; zzA.Name = 1;' },
    { name: 'a wrong value at construction', code: 'Account zzA = new Account(Name = 1);' },
    { name: 'an unknown field at construction', code: "Account zzA = new Account(Zz__c = 'x');" },
    { name: 'a field twice at construction', code: "Account zzA = new Account(Name = 'a', name = 'b');" },
    { name: 'a record with positions', code: "Account zzA = new Account('x');" },
    { name: 'an audit field written', code: 'Account zzA; zzA.CreatedDate = System.now();' },
    { name: 'an audit field at construction', code: 'Account zzA = new Account(CreatedDate = System.now());' },
    { name: 'LastModifiedById written', code: 'Account zzA; zzA.LastModifiedById = null;' },
    { name: 'SystemModstamp written', code: 'Contact zzA = new Contact(SystemModstamp = System.now());' },
    { name: 'IsDeleted written', code: 'Account zzA = new Account(IsDeleted = true);' },
    { name: 'a compound field written', code: 'Account zzA; zzA.BillingAddress = null;' },
    { name: 'SObject constructed', code: 'SObject zzA = new SObject();' },
    { name: 'an interface constructed', code: 'Object zzA = new Comparable();' },
    { name: 'a library class constructed', code: 'Object zzA = new Math();' },
    { name: 'an enum constructed', code: 'Object zzA = new LoggingLevel();' },
    { name: 'a primitive constructed', code: 'Object zzA = new Integer();' },
    { name: 'an unknown class constructed', code: 'Object zzA = new Zz();' },
    { name: 'an enum constant that is none', code: 'Object zzA = LoggingLevel.ZZ;' },
    { name: 'an enum assigned', code: 'LoggingLevel.DEBUG = null;' },
    { name: 'an Integer for an enum', code: 'LoggingLevel zzA = 1;' },
    { name: 'DML of text', code: "insert 'x';" },
    { name: 'DML of a set', code: 'Set<Account> zzA; update zzA;' },
    { name: 'DML of a map', code: 'Map<Id, Account> zzA; delete zzA;' },
    { name: 'DML of ids', code: 'List<Id> zzA; delete zzA;' },
    { name: 'an unknown external id', code: 'Account zzA; upsert zzA Zz__c;' },
    { name: 'an upsert by a field that is no key', code: 'Account zzA; upsert zzA Description;' },
    { name: 'an impossible cast', code: "Integer zzA = (Integer) 'x';" },
    { name: 'a cast between records', code: 'Account zzA; Contact zzB = (Contact) zzA;' },
    { name: 'a cast to nothing', code: 'Object zzO; Object zzA = (Zz) zzO;' },
    { name: 'instanceof that is always false', code: 'String zzA; Boolean zzB = zzA instanceof Integer;' },
    { name: 'instanceof that is always true', code: 'Account zzA; Boolean zzB = zzA instanceof Account;' },
    { name: 'an unknown label', code: 'String zzA = Label.Zz_Unknown;' },
    { name: 'an unknown System label', code: 'String zzA = System.Label.Zz_Unknown;' },
    { name: 'an unknown page', code: 'Object zzA = Page.Zz_Unknown;' },
    { name: 'an unknown object queried', code: 'Object zzA = [SELECT Id FROM Zz__c];' },
    { name: 'an unknown field queried', code: 'Object zzA = [SELECT Zz__c FROM Account];' },
    { name: 'an unknown field filtered', code: "Object zzA = [SELECT Id FROM Account WHERE Zz__c = 'x'];" },
    { name: 'an unknown field ordered by', code: 'Object zzA = [SELECT Id FROM Account ORDER BY Zz__c];' },
    { name: 'an unknown relationship queried', code: 'Object zzA = [SELECT Zz__r.Name FROM Contact];' },
    { name: 'an unknown child relationship', code: 'Object zzA = [SELECT Id, (SELECT Id FROM Zzs) FROM Account];' },
    { name: 'a field queried twice', code: 'Object zzA = [SELECT Id, Name, name FROM Account];' },
    { name: 'a wrong literal filtered', code: 'Object zzA = [SELECT Id FROM Account WHERE Name = 5];' },
    { name: 'a text filtering a date', code: "Object zzA = [SELECT Id FROM Account WHERE CreatedDate > 'x'];" },
    { name: 'a bare field with a count', code: 'Object zzA = [SELECT Name, COUNT(Id) FROM Account];' },
    { name: 'a bind that is not there', code: 'Object zzA = [SELECT Id FROM Account WHERE Id = :zzMissing];' },
    {
        name: 'a bind of another type',
        code: 'Integer zzI = 1; Object zzA = [SELECT Id FROM Account WHERE Name = :zzI];'
    },
    {
        name: 'a text bound to a date',
        code: "String zzI = 'x'; Object zzA = [SELECT Id FROM Account WHERE CreatedDate = :zzI];"
    },
    { name: 'a number bound to IN', code: 'Integer zzI = 1; Object zzA = [SELECT Id FROM Account WHERE Id IN :zzI];' },
    { name: 'a text limit', code: "String zzI = 'x'; Object zzA = [SELECT Id FROM Account LIMIT :zzI];" },
    { name: 'a list bound to =', code: 'List<Integer> zzI; Object zzA = [SELECT Id FROM Account WHERE Name = :zzI];' },
    {
        name: 'a Boolean bound to a number',
        code: 'Boolean zzI; Object zzA = [SELECT Id FROM Account WHERE NumberOfEmployees = :zzI];'
    },
    { name: 'a query of another object', code: 'Contact zzA = [SELECT Id FROM Account];' },
    { name: 'a list of a query of another object', code: 'List<Contact> zzA = [SELECT Id FROM Account];' },
    { name: 'a query for an Integer', code: 'Integer zzA = [SELECT Id FROM Account];' },
    { name: 'a count for a list', code: 'List<Account> zzA = [SELECT COUNT() FROM Account];' },
    { name: 'a loop of another record', code: 'for (Contact zzA : [SELECT Id FROM Account]) { }' },
    { name: 'this in a static method', code: 'Object zzA = this;', where: isStatic },
    { name: 'super in a static method', code: 'super.toString();', where: isStatic },
    { name: 'a value returned from void', code: 'if (true) { return 1; }', where: isVoid },
    {
        name: 'a value returned from a constructor',
        code: 'if (true) { return 1; }',
        where: (body) => body.isConstructor
    },
    { name: 'nothing returned', code: 'if (true) { return; }', where: (body) => body.returns !== null },
    { name: 'this() in a method', code: 'this();', where: isVoid },
    { name: 'a reserved word as a name', code: 'Integer trigger = 1;', syntax: true },
    { name: 'a reserved name', code: 'Integer number = 1;' },
    { name: 'a name with two underscores', code: 'Integer zz__a = 1;' },
    { name: 'a name with a last underscore', code: 'Integer zzA_ = 1;' },
    { name: 'a name with a first underscore', code: 'Integer _zz = 1;' },
    { name: 'a static local', code: 'static Integer zzA;', syntax: true },
    { name: 'a public local', code: 'public Integer zzA;', syntax: true },
    { name: 'a missing semicolon', code: 'Integer zzA = 1', syntax: true },
    { name: 'a missing parenthesis', code: 'if (true { }', syntax: true },
    { name: 'a missing brace', code: 'if (true) {', syntax: true },
    { name: 'double quotes', code: 'String zzA = "x";', syntax: true },
    { name: 'a bad escape', code: "String zzA = 'a\\qb';", syntax: true },
    { name: 'a percent', code: 'Integer zzA = 5 % 2;', syntax: true },
    { name: 'an array of no size', code: 'Integer[] zzA = new Integer[];', syntax: true },
    { name: 'an else without if', code: 'else { }', syntax: true },
    { name: 'a try alone', code: 'try { Integer zzA; }', syntax: true },
    { name: 'a lone catch', code: 'catch (Exception zzE) { }', syntax: true },
    { name: 'a local class', code: 'class Zz { }', syntax: true },
    { name: 'a switch without branches', code: 'switch on 1 { }', syntax: true },
    { name: 'a lambda', code: 'Object zzA = x -> x;', syntax: true },
    { name: 'a var', code: 'var zzA = 1;' },
    { name: 'a runAs of text', code: "System.runAs('x') { }" },
    { name: 'a number to text by argument', code: "String zzA = 'x'.left('y');" },
    { name: 'one argument too many', code: "Boolean zzA = 'x'.contains('a', 'b');" },
    { name: 'one argument too few', code: "String zzA = 'x'.replace('a');" },
    { name: 'debug of nothing', code: 'System.debug();' },
    { name: 'assertEquals of one', code: 'System.assertEquals(1);' },
    { name: 'a void as a value', code: "Object zzA = System.debug('x');" },
    { name: 'a void as an argument', code: "System.debug(System.debug('x'));" },
    { name: 'a void in text', code: "String zzA = 'a' + System.debug('x');" },
    { name: 'a method of a void', code: "System.debug('x').toString();" },
    { name: 'a property that is none', code: 'Object zzA = UserInfo.zz;' },
    { name: 'a method of null', code: 'Object zzA = null.toString();', syntax: true },
    { name: 'a new list with a wrong item', code: "List<Integer> zzA = new List<Integer>{ 'x' };" },
    { name: 'a new set with a wrong item', code: "Set<Integer> zzA = new Set<Integer>{ 'x' };" },
    {
        name: 'a new map with a wrong value',
        code: "Map<String, Integer> zzA = new Map<String, Integer>{ 'a' => 'b' };"
    },
    { name: 'a map of plain items', code: "Map<String, Integer> zzA = new Map<String, Integer>{ 'a', 'b' };" },
    { name: 'a list of pairs', code: "List<String> zzA = new List<String>{ 'a' => 'b' };" },
    { name: 'an array of a text size', code: "Integer[] zzA = new Integer['x'];" },
    { name: 'safe navigation assigned', code: 'Account zzA; zzA?.Name = null;' },
    { name: 'a null coalesced with another type', code: "Integer zzI; String zzA = zzI ?? 'x';" },
    { name: 'a Blob from text', code: "Blob zzA = 'x';" },
    { name: 'a Date from text', code: "Date zzA = '2020-01-01';" },
    { name: 'a Time from a Date', code: 'Date zzD; Time zzA = zzD;' },
    { name: 'an Id from an Integer', code: 'Id zzA = 1;' }
];

/** Places where a statement may be put: after the call of another constructor. */
function startOf(file: SourceFile, body: BodyOf): number {
    const first = body.block.body[0];
    const isCall =
        body.isConstructor &&
        first?.k === 'Expr' &&
        first.expr.k === 'Call' &&
        first.expr.target === null &&
        ['this', 'super'].includes(first.expr.name.toLowerCase());
    const index = file.index(isCall ? first : body.block);
    if (index < 0) return -1;
    return file.tokens[isCall ? file.semicolon(index) : index]?.end ?? -1;
}

export const STATEMENT_KINDS: readonly MutationKind[] = BAD.map((bad) => ({
    name: `statement: ${bad.name}`,
    reaches: false,
    syntax: bad.syntax ?? false,
    edits: (file) =>
        file
            .bodies()
            .filter((body) => bad.where?.(body, file) ?? true)
            .map((body) => startOf(file, body))
            .filter((at) => at >= 0)
            .map((at) => insert(at, ` ${bad.code} `))
}));
