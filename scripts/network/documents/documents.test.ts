import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../random.ts';
import { DEMO_SCENARIO } from '../index.ts';
import { loadScenario } from '../scenario.ts';
import { createDocumentSource, type BusinessDocument } from './index.ts';

const scenario = loadScenario(DEMO_SCENARIO);
const NOW = Date.parse('2026-03-02T08:15:00Z');

function documents(count: number, seed = 1): BusinessDocument[] {
    const source = createDocumentSource(scenario, seededRandom(seed));
    return Array.from({ length: count }, () => source.next(NOW));
}

const segmentsOf = (text: string, end: string): string[] =>
    text
        .split(end)
        .map((each) => each.trim())
        .filter((each) => each !== '');

test('the same seed writes the same documents and another seed writes others', () => {
    const texts = (seed: number): string[] => documents(20, seed).map((each) => each.content);
    assert.deepEqual(texts(7), texts(7));
    assert.notDeepEqual(texts(7), texts(8));
});

test('every kind of document in the scenario gets written', () => {
    const x12 = ['214', '810', '820', '824', '850', '856', '860', '997'];
    const edifact = ['APERAK', 'CONTRL', 'DESADV', 'IFTSTA', 'INVOIC', 'ORDCHG', 'ORDERS', 'REMADV'];
    const written = new Set(documents(400).map((each) => each.order.type));
    assert.deepEqual([...written].sort(), [...x12, ...edifact]);
});

test('X12 interchanges have a header of 106 characters and counts and control numbers that agree', () => {
    for (const { content, order } of documents(100).filter((each) => each.order.partner.standard === 'X12')) {
        assert.equal(content.indexOf('~'), 105);
        const segments = segmentsOf(content, '~').map((each) => each.split('*'));
        const one = (name: string): string[] => segments.find((each) => each[0] === name)!;
        assert.equal(one('ISA')[13], one('IEA')[2]);
        assert.equal(one('GS')[6], one('GE')[2]);
        assert.equal(one('ST')[2], one('SE')[2]);
        assert.equal(one('ST')[1], order.type);
        const from = segments.findIndex((each) => each[0] === 'ST');
        const to = segments.findIndex((each) => each[0] === 'SE');
        assert.equal(Number(one('SE')[1]), to - from + 1);
        if (!['850', '860'].includes(order.type)) continue;
        const items = segments.filter((each) => ['PO1', 'POC'].includes(each[0]!));
        assert.equal(Number(one('CTT')[1]), items.length);
        const quantities = items.map((each) => Number(each[0] === 'PO1' ? each[2] : each[3]));
        assert.equal(
            Number(one('CTT')[2]),
            quantities.reduce((sum, each) => sum + each, 0)
        );
    }
});

test('EDIFACT interchanges have counts and references that agree', () => {
    for (const { content, order } of documents(100).filter((each) => each.order.partner.standard === 'EDIFACT')) {
        assert.ok(content.startsWith("UNA:+.? '"));
        const segments = content
            .slice(9)
            .split(/(?<!\?)'\s*/)
            .filter((each) => each !== '')
            .map((each) => each.split('+'));
        const one = (name: string): string[] => segments.find((each) => each[0] === name)!;
        assert.equal(one('UNB')[5], one('UNZ')[2]);
        assert.equal(one('UNH')[1], one('UNT')[2]);
        assert.ok(one('UNH')[2]!.startsWith(order.type === 'CONTRL' ? 'CONTRL:D:3:UN' : `${order.type}:D:96A`));
        assert.equal(Number(one('UNT')[1]), segments.length - 2);
        const lines = segments.filter((each) => each[0] === 'LIN').length;
        assert.ok(lines === 0 || segments.some((each) => each[0] === 'CNT' && each[1] === `2:${lines}`));
    }
});

test('each sender numbers its interchanges to a receiver without a gap', () => {
    const numbers = new Map<string, number[]>();
    for (const { order } of documents(60)) {
        const way = `${order.partner.address} ${order.sentByUs}`;
        numbers.set(way, [...(numbers.get(way) ?? []), order.controlNumber]);
    }
    for (const list of numbers.values())
        assert.deepEqual(
            list,
            list.map((_, index) => index + 1)
        );
});

test('a change names an order that its partner placed before', () => {
    const placed = new Set<string>();
    let changes = 0;
    for (const { order } of documents(100)) {
        const key = `${order.partner.address} ${order.number}`;
        if (!['850', 'ORDERS', '860', 'ORDCHG'].includes(order.type)) continue;
        if (order.revision === 0) {
            placed.add(key);
        } else {
            changes++;
            assert.ok(placed.has(key), key);
            assert.equal(order.lines.filter((line) => line.change !== 'none').length, 1);
        }
    }
    assert.ok(changes > 0);
});
