import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../random.ts';
import { DEMO_SCENARIO } from '../index.ts';
import { loadScenario } from '../scenario.ts';
import { createDocumentSource, type BusinessDocument } from './index.ts';

const scenario = loadScenario(DEMO_SCENARIO);
const NOW = Date.parse('2026-03-02T08:15:00Z');
const source = createDocumentSource(scenario, seededRandom(11));
const all: BusinessDocument[] = Array.from({ length: 600 }, () => source.next(NOW));
const ofType = (type: string): BusinessDocument[] => all.filter((each) => each.order.type === type);

/** Segments by name, as lists of elements. */
function read(document: BusinessDocument): (name: string) => string[][] {
    const x12 = document.contentType === 'application/edi-x12';
    const text = x12 ? document.content : document.content.slice(9);
    const segments = text.split(x12 ? '~' : /(?<!\?)'/).map((each) => each.trim().split(x12 ? '*' : '+'));
    return (name) => segments.filter((each) => each[0] === name);
}

const key = (document: BusinessDocument, number: string): string => `${document.order.partner.address} ${number}`;

test('ship notices name an order that was placed before and ship its lines', () => {
    const placed = new Map<string, string[]>();
    let notices = 0;
    for (const document of all) {
        const segments = read(document);
        if (document.order.type === '850') {
            placed.set(
                segments('BEG')[0]![3]!,
                segments('PO1').map((each) => `${each[1]} ${each[7]}`)
            );
        }
        if (document.order.type !== '856') continue;
        notices++;
        const ordered = placed.get(segments('PRF')[0]![1]!);
        assert.ok(ordered, document.content);
        for (const line of segments('LIN')) assert.ok(ordered.includes(`${line[1]} ${line[3]}`), document.content);
        assert.equal(Number(segments('CTT')[0]![1]), segments('HL').length);
    }
    assert.ok(notices > 20);
});

test('a carrier reports shipments that were announced, departed first and delivered last', () => {
    const announced = new Set(ofType('856').map((each) => read(each)('BSN')[0]![2]!));
    const codes = new Map<string, string[]>();
    for (const document of ofType('214')) {
        const segments = read(document);
        const shipment = segments('B10')[0]![2]!;
        assert.ok(announced.has(shipment), shipment);
        codes.set(shipment, [...(codes.get(shipment) ?? []), segments('AT7')[0]![1]!]);
    }
    const paths = new Set([...codes.values()].map((each) => each.join(' ')));
    assert.ok(paths.has('AF D1'));
    assert.ok(paths.has('AF SD D1'));
    for (const path of paths) assert.ok('AF SD D1'.startsWith(path) || 'AF D1'.startsWith(path), path);
});

test('invoices total their lines except where freight is left out', () => {
    const differences = new Set<string>();
    for (const document of ofType('810')) {
        const segments = read(document);
        const sum = segments('IT1').reduce((total, each) => total + Number(each[2]) * Number(each[4]), 0);
        differences.add(Math.abs(Number(segments('TDS')[0]![1]) / 100 - sum).toFixed(2));
    }
    for (const document of ofType('INVOIC')) {
        const amounts = read(document)('MOA').map((each) => each[1]!.split(':'));
        const sum = amounts.reduce((total, each) => total + (each[0] === '203' ? Number(each[1]) : 0), 0);
        differences.add(Math.abs(Number(amounts.find((each) => each[0] === '77')![1]) - sum).toFixed(2));
    }
    assert.deepEqual([...differences].sort(), ['0.00', '12.50']);
});

test('customers are billed by the company, the company by its suppliers', () => {
    const senders = (document: BusinessDocument): string => read(document)('ISA')[0]![6]!.trim();
    for (const document of ofType('810')) {
        const { role, address } = document.order.partner;
        assert.equal(senders(document), role === 'supplier' ? address.slice(3) : 'SUMMITSUPPLY');
    }
    assert.ok(ofType('810').some((each) => each.order.partner.companyName === 'Alpine Textiles'));
    assert.ok(ofType('850').some((each) => senders(each) === 'SUMMITSUPPLY'));
});

test('payments and advices name invoices of the same partner that came before them', () => {
    const billed = new Set<string>();
    let answers = 0;
    for (const document of all) {
        const segments = read(document);
        const { type } = document.order;
        if (type === '810') billed.add(key(document, segments('BIG')[0]![2]!));
        if (type === 'INVOIC') billed.add(key(document, segments('BGM')[0]![2]!));
        const named: Record<string, () => string> = {
            '820': () => segments('RMR')[0]![2]!,
            '824': () => segments('OTI')[0]![3]!,
            REMADV: () => segments('DOC')[0]![2]!,
            APERAK: () => segments('RFF')[0]![1]!.replace('IV:', '')
        };
        const number = named[type]?.();
        if (number === undefined) continue;
        answers++;
        assert.ok(billed.has(key(document, number)), document.content);
    }
    assert.ok(answers > 30);
});

test('acknowledgements repeat the control numbers of an invoice that went out', () => {
    const groups = new Set<string>();
    const interchanges = new Set<string>();
    let rejected = 0;
    for (const document of all) {
        const segments = read(document);
        if (document.order.type === '810') groups.add(key(document, segments('GS')[0]![6]!));
        if (document.order.type === 'INVOIC') interchanges.add(key(document, segments('UNB')[0]![5]!));
        if (document.order.type === '997') {
            assert.ok(groups.has(key(document, segments('AK1')[0]![2]!)), document.content);
            rejected += segments('AK5')[0]![1] === 'R' ? 1 : 0;
        }
        if (document.order.type === 'CONTRL') {
            assert.ok(interchanges.has(key(document, segments('UCI')[0]![1]!)), document.content);
        }
    }
    assert.ok(rejected > 0 && rejected < ofType('997').length / 2);
});
