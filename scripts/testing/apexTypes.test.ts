// The hand-written types of Apex data in config/lwc-types/apex.d.ts against the @AuraEnabled members of the classes.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const types = readFileSync(join(root, 'config/lwc-types/apex.d.ts'), 'utf8');
const apex = globSync('force-app/main/**/classes/*.cls', { cwd: root })
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');

/** Interface → member → type as TypeScript writes it, without `| null`. */
function declared(): Map<string, Map<string, string>> {
    const found = new Map<string, Map<string, string>>();
    for (const [, name = '', body = ''] of types.matchAll(/export interface (\w+) \{([^}]*)\}/g)) {
        const members = [...body.matchAll(/(\w+): ([^;]+);/g)].map(([, member = '', type = '']): [string, string] => [
            member,
            type.replace(' | null', '')
        ]);
        found.set(name, new Map(members));
    }
    return found;
}

/** The body of a class, top-level or inner, up to the brace that closes it. */
function bodyOf(name: string): string {
    const start = apex.search(new RegExp(`\\bclass ${name}\\b`));
    assert.ok(start >= 0, `no Apex class ${name}`);
    let depth = 0;
    for (let at = apex.indexOf('{', start); at < apex.length; at++) {
        if (apex[at] === '{') depth++;
        if (apex[at] === '}' && --depth === 0) return apex.slice(apex.indexOf('{', start) + 1, at);
    }
    throw new Error(`${name} does not end`);
}

/** Members of the class itself: those of inner classes are cut out. */
function auraMembers(name: string): Map<string, string> {
    const own = bodyOf(name).replace(/\bclass \w+ \{(?:[^{}]|\{[^{}]*\})*\}/g, '');
    const members = [...own.matchAll(/@AuraEnabled\s+public ([\w<>]+) (\w+)\b(?!\()/g)];
    return new Map(members.map(([, type = '', member = '']) => [member, asTypeScript(type)]));
}

const PRIMITIVES: Readonly<Record<string, string>> = {
    Boolean: 'boolean',
    Date: 'string',
    Datetime: 'string',
    Decimal: 'number',
    Id: 'string',
    Integer: 'number',
    String: 'string'
};

function asTypeScript(type: string): string {
    const element = /^List<(.+)>$/.exec(type)?.[1];
    return element === undefined ? (PRIMITIVES[type] ?? type) : `${asTypeScript(element)}[]`;
}

for (const [name, members] of declared()) {
    test(`${name} has the members of its Apex class`, () => {
        const sorted = (map: Map<string, string>): [string, string][] =>
            [...map].sort(([a], [b]) => a.localeCompare(b));
        assert.deepEqual(sorted(members), sorted(auraMembers(name)));
    });
}
