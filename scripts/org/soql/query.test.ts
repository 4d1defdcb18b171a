// Queries in, rows out. Expected rows follow the SOQL and SOSL Reference (Comparison Operators, Date Formats and Date
// Literals, ORDER BY, Relationship Queries, GROUP BY, FIELDS, TYPEOF); none was taken from a run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexDate, ApexDatetime, ApexTime, Decimal } from '../values/index.ts';
import type { QueryContext } from './api.ts';
import { sample } from './testing.ts';

const db = sample();
const money = (text: string): Decimal => new Decimal(BigInt(text.replace('.', '')), 2);
const at = (iso: string): ApexDatetime => new ApexDatetime(Date.parse(iso));
const day = (iso: string): ApexDate => new ApexDate(Date.parse(iso) / 86_400_000);

const user = db.add('User', { FirstName: 'Ada', LastName: 'Byron', Username: 'ada@example.com', IsActive: true });
const queue = db.add('Group', { Name: 'Orders', Type: 'Queue' });
const acme = db.add('Account', {
    Name: 'Acme',
    Industry: 'Retail',
    AnnualRevenue: money('1500.50'),
    NumberOfEmployees: 50,
    Code__c: 'A-1',
    Active__c: true,
    Regions__c: 'East;West',
    Since__c: day('2026-11-24'),
    Opens__c: new ApexTime(9 * 3_600_000),
    OwnerId: user,
    CreatedDate: at('2026-11-24T07:30:00Z'),
    BillingStreet: '1 Main',
    BillingCity: 'Reno',
    BillingCountry: 'US',
    BillingLatitude: Decimal.fromNumber(39.5),
    BillingLongitude: Decimal.fromNumber(-119.8)
});
const beta = db.add('Account', {
    Name: 'beta',
    Industry: 'Energy',
    AnnualRevenue: money('200.00'),
    ParentId: acme,
    Regions__c: 'West',
    Since__c: day('2026-11-23'),
    OwnerId: user,
    CreatedDate: at('2026-11-24T08:00:00Z')
});
db.add('Account', {
    Name: '100%_x',
    Industry: 'Banking',
    NumberOfEmployees: 7,
    ParentId: beta,
    Since__c: day('2025-12-31'),
    OwnerId: user,
    CreatedDate: at('2025-03-09T12:00:00Z')
});
db.add('Account', { Name: "O'Neil", OwnerId: user, CreatedDate: at('2024-02-29T12:00:00Z') });
const gone = db.add('Account', { Name: 'Gone', IsDeleted: true, OwnerId: user });
const ann = db.add('Contact', {
    FirstName: 'Ann',
    LastName: 'Lee',
    Email: 'ann@acme.com',
    AccountId: acme,
    OwnerId: user
});
db.add('Contact', { LastName: 'Bob', AccountId: acme, ReportsToId: ann, OwnerId: user });
const cyd = db.add('Contact', { FirstName: 'Cyd', LastName: 'Orr', AccountId: beta, OwnerId: user });
const dan = db.add('Contact', { LastName: 'Dan', OwnerId: user });
db.add('Case', { CaseNumber: '1', Subject: 'Late', ContactId: ann, OwnerId: queue });
db.add('Case', { CaseNumber: '2', Subject: 'Lost', ContactId: ann, OwnerId: user });
const deal = db.add('Opportunity', {
    Name: 'Deal',
    Amount: money('10.25'),
    StageName: 'Won',
    IsWon: true,
    CloseDate: day('2026-01-15'),
    AccountId: acme,
    OwnerId: user
});
db.add('Opportunity', {
    Name: 'Deal 2',
    Amount: money('20.50'),
    StageName: 'Open',
    CloseDate: day('2026-02-15'),
    AccountId: acme,
    OwnerId: user
});
db.add('Opportunity', {
    Name: 'Deal 3',
    StageName: 'Lost',
    CloseDate: day('2026-07-01'),
    AccountId: beta,
    OwnerId: user
});
db.add('Opportunity', {
    Name: 'Deal 4',
    Amount: money('5.00'),
    StageName: 'Won',
    IsWon: true,
    CloseDate: day('2025-07-01'),
    OwnerId: user
});
db.add('Task', { Subject: 'Call', WhoId: ann, WhatId: acme, OwnerId: user });
db.add('Task', { Subject: 'Mail', WhatId: deal, OwnerId: user });
db.add('Task', { Subject: 'Rest', OwnerId: user });

type Case = [soql: string, rows: unknown[], binds?: Record<string, unknown>, more?: Partial<QueryContext>];

function table(title: string, cases: Case[]): void {
    for (const [soql, rows, binds, more] of cases) {
        void test(`${title}: ${soql}${binds ? ` with ${Object.keys(binds).join(', ')}` : ''}`, () => {
            assert.deepEqual(db.rows(soql, binds, more), rows);
        });
    }
}

const names = (...list: string[]): { Name: string }[] => list.map((Name) => ({ Name }));
const where = (condition: string, ...list: string[]): Case => [
    `SELECT Name FROM Account WHERE ${condition} ORDER BY Name`,
    names(...list)
];

table('select', [
    ["SELECT Id, Name FROM Account WHERE Name = 'acme'", [{ Id: acme, Name: 'Acme' }]],
    ["select NAME, annualrevenue from ACCOUNT where Name = 'Acme'", [{ Name: 'Acme', AnnualRevenue: '1500.50' }]],
    ['SELECT tgrid__Code__c FROM Account WHERE tgrid__Code__c != null', [{ Code__c: 'A-1' }]],
    [
        "SELECT Active__c, Since__c, Opens__c, CreatedDate, NumberOfEmployees FROM Account WHERE Name = 'Acme'",
        [
            {
                Active__c: true,
                Since__c: '2026-11-24',
                Opens__c: new ApexTime(9 * 3_600_000).toString(),
                CreatedDate: '2026-11-24T07:30:00.000Z',
                NumberOfEmployees: 50
            }
        ]
    ],
    [
        "SELECT Active__c, AnnualRevenue FROM Account WHERE Name = 'O\\'Neil'",
        [{ Active__c: false, AnnualRevenue: null }]
    ],
    ["SELECT a.Name FROM Account a WHERE a.Industry = 'Energy'", names('beta')],
    ["SELECT Account.Name FROM Account WHERE Account.Industry = 'Energy'", names('beta')],
    ['SELECT Name FROM Contact ORDER BY LastName', names('Bob', 'Dan', 'Ann Lee', 'Cyd Orr')],
    ["SELECT Twice__c FROM Account WHERE Name = 'Acme'", [{ Twice__c: '3001.00' }]],
    ['SELECT Name FROM Account WHERE Twice__c > 1000', names('Acme')],
    ['SELECT Name FROM Account WHERE Twice__c != null ORDER BY Twice__c', names('beta', 'Acme')],
    ["SELECT toLabel(Industry) FROM Account WHERE Name = 'beta'", [{ Industry: 'Energy label' }]],
    ["SELECT FORMAT(AnnualRevenue) revenue FROM Account WHERE Name = 'Acme'", [{ revenue: '$1,500.50' }]],
    ["SELECT Name FROM Account WHERE Id = '" + acme.slice(0, 15) + "'", names('Acme')],
    ['SELECT FIELDS(CUSTOM) FROM Setting__mdt LIMIT 200', []],
    ['SELECT Name FROM Account ORDER BY Name LIMIT 2', names('100%_x', 'Acme')],
    ['SELECT Name FROM Account ORDER BY Name LIMIT 2 OFFSET 1', names('Acme', 'beta')],
    ['SELECT Name FROM Account ORDER BY Name LIMIT :n OFFSET :m', names('beta'), { n: 1, m: 2 }],
    ['SELECT Name FROM Account WHERE IsDeleted = true ALL ROWS', names('Gone')],
    ['SELECT Name FROM Account WHERE IsDeleted = true', []],
    ['SELECT Name FROM Account USING SCOPE mine LIMIT 1', names('Acme')],
    ['SELECT Name FROM Account USING SCOPE mine', [], {}, { userId: '005000000000009AAA' }],
    ["SELECT Name FROM Account WHERE Name = 'Acme' FOR UPDATE", names('Acme')],
    ["SELECT Name FROM Account WHERE Name = 'Acme' LIMIT 1 FOR VIEW", names('Acme')],
    ["SELECT Name FROM Account WHERE Name = 'Acme' WITH USER_MODE", names('Acme')]
]);

table('where', [
    where("Industry = 'retail'", 'Acme'),
    where("Industry != 'Retail'", '100%_x', 'beta', "O'Neil"),
    where("Industry <> 'Retail'", '100%_x', 'beta', "O'Neil"),
    where('Industry = null', "O'Neil"),
    where('Industry != null', '100%_x', 'Acme', 'beta'),
    where("Industry = ''", "O'Neil"),
    where("NOT Industry = 'Retail'", '100%_x', 'beta', "O'Neil"),
    where("Industry = 'Retail' OR Industry = 'Energy'", 'Acme', 'beta'),
    where("(Industry = 'Retail' OR Industry = 'Energy') AND AnnualRevenue < 1000", 'beta'),
    where("(NOT Industry = 'Retail') AND AnnualRevenue > 1", 'beta'),
    where('AnnualRevenue >= 200 AND AnnualRevenue <= 1500.5', 'Acme', 'beta'),
    where('AnnualRevenue < 300', 'beta'),
    where('AnnualRevenue > USD300', 'Acme'),
    where('NumberOfEmployees IN (7, 50)', '100%_x', 'Acme'),
    where("Industry IN ('Retail', null)", 'Acme', "O'Neil"),
    where("Industry NOT IN ('Retail', 'Energy')", '100%_x', "O'Neil"),
    where("Name LIKE 'A%'", 'Acme'),
    where("Name LIKE '_ETA'", 'beta'),
    where("Name LIKE '100\\%%'", '100%_x'),
    where("Name LIKE '%\\_x'", '100%_x'),
    where("Name LIKE '%\\'%'", "O'Neil"),
    where("(NOT Name LIKE '%e%')", '100%_x'),
    where("Name > 'acme' AND Name < 'C'", 'beta'),
    where('Active__c = true', 'Acme'),
    where('Active__c = false', '100%_x', 'beta', "O'Neil"),
    where('Active__c != true', '100%_x', 'beta', "O'Neil"),
    where("Regions__c INCLUDES ('East')", 'Acme'),
    where("Regions__c INCLUDES ('East;West', 'North')", 'Acme'),
    where("Regions__c INCLUDES ('West')", 'Acme', 'beta'),
    where("Regions__c EXCLUDES ('East')", '100%_x', 'beta', "O'Neil"),
    where("Regions__c = 'East;West'", 'Acme'),
    where('Since__c = 2026-11-24', 'Acme'),
    where('Since__c > 2026-01-01', 'Acme', 'beta'),
    where('Since__c = TODAY', 'Acme'),
    where('Since__c = YESTERDAY', 'beta'),
    where('Since__c = LAST_YEAR', '100%_x'),
    where('Since__c < THIS_MONTH', '100%_x'),
    where('Since__c > LAST_YEAR', 'Acme', 'beta'),
    where('Since__c >= LAST_N_DAYS:1', 'Acme', 'beta'),
    where('Since__c = THIS_WEEK', 'Acme', 'beta'),
    where('Since__c = N_DAYS_AGO:1', 'beta'),
    where('Since__c = LAST_FISCAL_QUARTER'),
    where('Since__c = LAST_N_QUARTERS:4', '100%_x'),
    where('Since__c != TODAY', '100%_x', 'beta', "O'Neil"),
    // 2026-11-24T07:30Z is still the 23rd in Los Angeles, 08:00Z is midnight there.
    where('CreatedDate = TODAY', 'beta'),
    where('CreatedDate = YESTERDAY', 'Acme'),
    where('CreatedDate > 2026-11-24T07:45:00Z', 'beta'),
    where('CreatedDate <= 2026-11-23T23:30:00-08:00', '100%_x', 'Acme', "O'Neil"),
    where('CALENDAR_YEAR(CreatedDate) = 2024', "O'Neil"),
    where('DAY_ONLY(convertTimezone(CreatedDate)) = 2026-11-23', 'Acme'),
    where('DAY_ONLY(CreatedDate) = 2026-11-24', 'Acme', 'beta'),
    where('HOUR_IN_DAY(CreatedDate) = 8', 'beta'),
    where('Opens__c = 09:00:00.000Z', 'Acme'),
    where("Parent.Name = 'Acme'", 'beta'),
    where('Parent.Name = null', 'Acme', "O'Neil"),
    where('Parent.Parent.Active__c = true', '100%_x'),
    where("Owner.Name = 'Ada Byron' AND Industry = 'Energy'", 'beta'),
    where("Id IN (SELECT AccountId FROM Contact WHERE LastName = 'Orr')", 'beta'),
    where('Id IN (SELECT AccountId FROM Contact)', 'Acme', 'beta'),
    where('Id NOT IN (SELECT AccountId FROM Contact)', '100%_x', "O'Neil"),
    where("DISTANCE(BillingAddress, GEOLOCATION(39.5, -119.8), 'km') < 1", 'Acme')
]);

const bound = (condition: string, value: unknown, ...list: string[]): Case => [
    `SELECT Name FROM Account WHERE ${condition} ORDER BY Name`,
    names(...list),
    { v: value }
];

table('binds', [
    bound('Name = :v', 'ACME', 'Acme'),
    bound('Name = :v', null),
    bound('Industry = :v', null, "O'Neil"),
    bound('Industry != :v', null, '100%_x', 'Acme', 'beta'),
    bound('Name IN :v', ['Acme', 'BETA'], 'Acme', 'beta'),
    bound('Name IN :v', []),
    bound('Name NOT IN :v', [], '100%_x', 'Acme', 'beta', "O'Neil"),
    bound('Name = :v', new Set(['Acme', 'beta']), 'Acme', 'beta'),
    bound('Name LIKE :v', ['A%', 'b%'], 'Acme', 'beta'),
    bound('Industry = :v', '', "O'Neil"),
    bound('Industry IN :v', [null], "O'Neil"),
    bound('Name LIKE :v', 'a%', 'Acme'),
    bound('Id IN :v', [acme.slice(0, 15), beta], 'Acme', 'beta'),
    bound('AnnualRevenue > :v', money('200.00'), 'Acme'),
    bound('NumberOfEmployees = :v', 7n, '100%_x'),
    bound('Since__c = :v', day('2026-11-24'), 'Acme'),
    bound('Since__c IN :v', [day('2026-11-24'), day('2026-11-23')], 'Acme', 'beta'),
    bound('CreatedDate >= :v', at('2026-11-24T08:00:00Z'), 'beta'),
    bound('Active__c = :v', true, 'Acme'),
    bound('Active__c = :v', null, '100%_x', 'beta', "O'Neil"),
    bound('Regions__c INCLUDES (:v)', 'East', 'Acme'),
    bound('Id IN (SELECT AccountId FROM Contact WHERE LastName = :v)', 'Orr', 'beta')
]);

table('order', [
    ['SELECT Name FROM Account ORDER BY Industry', names("O'Neil", 'Acme', '100%_x', 'beta')],
    ['SELECT Name FROM Account ORDER BY Industry DESC NULLS LAST', names('beta', '100%_x', 'Acme', "O'Neil")],
    [
        'SELECT Name FROM Account ORDER BY AnnualRevenue NULLS LAST, Name DESC',
        names('beta', 'Acme', "O'Neil", '100%_x')
    ],
    ['SELECT Name FROM Account ORDER BY AnnualRevenue DESC, Name', names('100%_x', "O'Neil", 'Acme', 'beta')],
    ['SELECT Name FROM Account ORDER BY Parent.Name NULLS LAST, Name LIMIT 2', names('beta', '100%_x')]
]);

table('parents and children', [
    [
        "SELECT LastName, Account.Name FROM Contact WHERE LastName IN ('Lee', 'Dan') ORDER BY LastName",
        [
            { LastName: 'Dan', Account: null },
            { LastName: 'Lee', Account: { Name: 'Acme' } }
        ]
    ],
    [
        "SELECT ReportsTo.Account.Parent.Name, ReportsTo.LastName FROM Contact WHERE LastName = 'Bob'",
        [{ ReportsTo: { LastName: 'Lee', Account: { Parent: null } } }]
    ],
    [
        'SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account WHERE Industry != null ORDER BY Name',
        [
            { Name: '100%_x', Contacts: [] },
            { Name: 'Acme', Contacts: [{ LastName: 'Bob' }, { LastName: 'Lee' }] },
            { Name: 'beta', Contacts: [{ LastName: 'Orr' }] }
        ]
    ],
    [
        "SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName DESC LIMIT 1) FROM Account WHERE Name IN ('Acme', 'beta') ORDER BY Name",
        [
            { Name: 'Acme', Contacts: [{ LastName: 'Lee' }] },
            { Name: 'beta', Contacts: [{ LastName: 'Orr' }] }
        ]
    ],
    [
        "SELECT Name, (SELECT LastName, (SELECT Subject FROM Cases ORDER BY Subject) FROM Contacts WHERE LastName = :last) FROM Account WHERE Name = 'Acme'",
        [{ Name: 'Acme', Contacts: [{ LastName: 'Lee', Cases: [{ Subject: 'Late' }, { Subject: 'Lost' }] }] }],
        { last: 'lee' }
    ],
    [
        'SELECT Subject, Owner.Name, Owner.Type FROM Case ORDER BY Subject',
        [
            { Subject: 'Late', Owner: { Name: 'Orders', Type: 'Queue' } },
            { Subject: 'Lost', Owner: { Name: 'Ada Byron', Type: 'User' } }
        ]
    ],
    ["SELECT Subject FROM Task WHERE What.Type = 'Account'", [{ Subject: 'Call' }]],
    [
        'SELECT Subject, TYPEOF What WHEN Account THEN Name, Industry WHEN Opportunity THEN Amount END FROM Task ORDER BY Subject',
        [
            { Subject: 'Call', What: { Name: 'Acme', Industry: 'Retail' } },
            { Subject: 'Mail', What: { Amount: '10.25' } },
            { Subject: 'Rest', What: null }
        ]
    ]
]);

table('aggregates', [
    ['SELECT COUNT() FROM Account', [{ expr0: 4 }]],
    [
        'SELECT COUNT(Id), COUNT(Industry) industries, COUNT_DISTINCT(ParentId) FROM Account',
        [{ expr0: 4, industries: 3, expr1: 2 }]
    ],
    [
        'SELECT SUM(Amount), AVG(Amount) mean, MIN(CloseDate), MAX(Amount) FROM Opportunity WHERE AccountId != null',
        [{ expr0: '30.75', mean: '15.375', expr1: '2026-01-15', expr2: '20.50' }]
    ],
    ["SELECT SUM(Amount) total FROM Opportunity WHERE Name = 'nothing'", [{ total: null }]],
    [
        'SELECT StageName, COUNT(Id) n FROM Opportunity GROUP BY StageName ORDER BY StageName',
        [
            { StageName: 'Open', n: 1 },
            { StageName: 'Won', n: 2 },
            { StageName: 'Lost', n: 1 }
        ]
    ],
    [
        'SELECT StageName s, COUNT(Id) FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 1',
        [{ s: 'Won', expr0: 2 }]
    ],
    [
        'SELECT Account.Name, SUM(Amount) FROM Opportunity WHERE AccountId != null GROUP BY Account.Name ORDER BY SUM(Amount) DESC NULLS LAST',
        [
            { Name: 'Acme', expr0: '30.75' },
            { Name: 'beta', expr0: null }
        ]
    ],
    [
        'SELECT CALENDAR_YEAR(CloseDate), COUNT(Id) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)',
        [
            { expr0: 2025, expr1: 1 },
            { expr0: 2026, expr1: 3 }
        ]
    ],
    [
        'SELECT StageName, COUNT(Id) n FROM Opportunity GROUP BY ROLLUP(StageName) ORDER BY COUNT(Id) DESC LIMIT 2',
        [
            { StageName: null, n: 4 },
            { StageName: 'Won', n: 2 }
        ]
    ],
    [
        'SELECT Industry FROM Account WHERE Industry != null GROUP BY Industry ORDER BY Industry LIMIT 2',
        [{ Industry: 'Retail' }, { Industry: 'Banking' }]
    ],
    ["SELECT COUNT(Id) FROM Account WHERE Name = 'nothing' GROUP BY Industry", []]
]);

void test('a compound address is one value', () => {
    const [row] = db.engine.run("SELECT BillingAddress FROM Account WHERE Name = 'Acme'", db.context()).rows;
    const address = row?.values.BillingAddress as Record<string, unknown>;
    assert.deepEqual([address.street, address.city, address.country, address.latitude], ['1 Main', 'Reno', 'US', 39.5]);
});

void test('rows bring their id and the keys of their parents beside the fields named', () => {
    const [row] = db.engine.run("SELECT LastName, Account.Name FROM Contact WHERE LastName = 'Lee'", db.context()).rows;
    assert.ok(row);
    assert.deepEqual(
        [row.id, row.values.AccountId, row.queried, [...(row.implicit ?? [])].sort()],
        [ann, acme, true, ['AccountId', 'Id']]
    );
    assert.equal(row.parents.Account?.id, acme);
});

void test('rows of children count towards the row limit', () => {
    const run = db.engine.run(
        "SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Name IN ('Acme', 'beta')",
        db.context()
    );
    assert.deepEqual([run.rowCount, run.subqueries], [5, 1]);
});

void test('COUNT() is a number of all rows that match', () => {
    assert.equal(db.engine.count('SELECT COUNT() FROM Contact WHERE AccountId = :a', db.context({ a: acme })), 2);
});

void test('the check of a query tells its object, binds and aliases', () => {
    const shape = db.engine.check(
        'SELECT Industry i, COUNT(Id) n, SUM(AnnualRevenue) FROM Account WHERE Name = :a.b AND Id IN :ids GROUP BY Industry'
    );
    assert.deepEqual(shape, {
        object: 'Account',
        aggregate: true,
        countOnly: false,
        aliases: { i: 'String', n: 'Integer', expr0: 'Decimal' },
        binds: ['a.b', 'ids'],
        bindUses: [
            { name: 'a.b', column: 'String' },
            { name: 'ids', column: 'Id' }
        ],
        accessMode: null
    });
});

void test('sharing keeps rows away from every level of a query', () => {
    const sharing = (object: string, id: string): string | null =>
        object === 'Contact' ? `${id} IN ('${ann}', '${cyd}')` : object === 'Account' ? `${id} <> '${beta}'` : null;
    assert.deepEqual(
        db.rows(
            'SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Industry != null ORDER BY Name',
            {},
            { sharing }
        ),
        [
            { Name: '100%_x', Contacts: [] },
            { Name: 'Acme', Contacts: [{ LastName: 'Lee' }] }
        ]
    );
    assert.deepEqual(db.rows('SELECT COUNT() FROM Contact', {}, { sharing }), [{ expr0: 2 }]);
});

void test('a search finds words, prefixes and phrases in the fields of the group', () => {
    const find = (sosl: string): unknown[] =>
        db.engine
            .search(sosl, db.context())
            .rows.map((rows) => rows.map((row) => row.values.Name ?? row.values.LastName));
    assert.deepEqual(find("FIND 'acme' IN ALL FIELDS RETURNING Account(Name), Contact(LastName)"), [['Acme'], ['Lee']]);
    assert.deepEqual(find("FIND 'ac*' IN NAME FIELDS RETURNING Account(Name), Contact(LastName)"), [['Acme'], []]);
    assert.deepEqual(find('FIND {beta OR lee} IN NAME FIELDS RETURNING Account(Name), Contact(LastName)'), [
        ['beta'],
        ['Lee']
    ]);
    assert.deepEqual(find("FIND 'acme' RETURNING Account(Name WHERE Industry = 'Energy')"), [[]]);
    assert.deepEqual(find("FIND 'acm' RETURNING Account(Name)"), [[]]);
});

void test('a search in a test returns the fixed results', () => {
    const { rows } = db.engine.search(
        "FIND 'xyz' RETURNING Account(Name), Contact(Id)",
        db.context({}, { fixedSearchResults: [beta, dan, gone] })
    );
    assert.deepEqual(
        rows.map((list) => list.map((row) => row.id)),
        [[beta], [dan]]
    );
});

void test('the check of a known query costs nothing to speak of', () => {
    const soql =
        'SELECT Id, Name, Parent.Name, (SELECT Id FROM Contacts) FROM Account WHERE Industry = :a AND Since__c = LAST_N_DAYS:30';
    db.engine.check(soql);
    const start = performance.now();
    for (let at = 0; at < 10_000; at++) db.engine.check(soql);
    assert.ok(performance.now() - start < 500);
});
