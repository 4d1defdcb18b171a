// Changes to the very words of real classes: names misspelt, arguments added, results of another type.
import type { Expr, Stmt } from '../../org/apex/parse/ast.ts';
import { insert, replace, type Edit, type MutationKind } from './mutation.ts';
import { nodes, type BodyOf, type SourceFile } from './source.ts';

type Node = Stmt | Expr;
type OfKind<K extends Node['k']> = Extract<Node, { k: K }>;

const PLAIN = new Set(['integer', 'string', 'boolean', 'id', 'date', 'datetime', 'decimal', 'long', 'double', 'blob']);
/** Of no other type, and no other type's. */
const STRANGER = 'new Map<Date, Blob>()';

function inBodies<K extends Node['k']>(
    k: K,
    edit: (node: OfKind<K>, file: SourceFile, body: BodyOf) => Edit[] | null
): MutationKind['edits'] {
    return (file) =>
        file.bodies().flatMap((body) => {
            const found: Edit[][] = [];
            for (const node of nodes(body.block)) {
                if (node.k !== k) continue;
                const made = edit(node as OfKind<K>, file, body);
                if (made) found.push(made);
            }
            return found;
        });
}

/** A misspelt name where the node begins. */
const misspelt = (file: SourceFile, pos: { line: number; column: number }, name: string): Edit[] | null => {
    const token = file.token(pos);
    return token?.low === name.toLowerCase() ? insert(token.end, 'Zz') : null;
};

/** Calls: the tokens `name(`, outside of queries and declarations. */
function calls(file: SourceFile, body: BodyOf): { name: number; open: number; close: number }[] {
    const from = file.index(body.block);
    const to = file.closing(from);
    const found: { name: number; open: number; close: number }[] = [];
    for (let at = from; at < to; at++) {
        const [token, next, before] = [file.tokens[at]!, file.tokens[at + 1]!, file.tokens[at - 1]!];
        if (token.text === '[' && /^(select|find)$/.test(next.low)) {
            at = file.closing(at);
            continue;
        }
        if (token.type !== 'id' || next.text !== '(' || WORDS.has(token.low)) continue;
        let head = at;
        while (file.tokens[head - 1]!.text === '.') head -= 2;
        if (file.tokens[head - 1]!.low === 'new' || before.low === 'new') continue;
        found.push({ name: at, open: at + 1, close: file.closing(at + 1) });
    }
    return found;
}
const WORDS = new Set('if for while switch catch return this super runas throw else when on system'.split(' '));

const eachCall =
    (edit: (file: SourceFile, call: { name: number; open: number; close: number }) => Edit[] | null) =>
    (file: SourceFile): Edit[][] =>
        file.bodies().flatMap((body) =>
            calls(file, body)
                .flatMap((call) => edit(file, call) ?? [])
                .map((one) => [one])
        );

/** Tokens of inline queries after a word of theirs. */
const inQueries = (pick: (file: SourceFile, open: number, close: number) => Edit[] | null): MutationKind['edits'] =>
    inBodies('Soql', (node, file) => {
        const open = file.index(node);
        if (node.sosl || file.tokens[open]?.text !== '[') return null;
        return pick(file, open, file.closing(open));
    });

function afterWord(file: SourceFile, from: number, to: number, words: string[]): number {
    for (let at = from; at < to; at++) {
        const token = file.tokens[at]!;
        if (token.text === '(' || (token.text === '[' && at > from)) at = file.closing(at);
        else if (words.includes(token.low) && file.tokens[at + 1]!.type === 'id' && file.tokens[at + 2]!.text !== '(')
            return at + 1;
    }
    return -1;
}

const kind = (name: string, edits: MutationKind['edits'], syntax = false): MutationKind => ({
    name: `in place: ${name}`,
    reaches: false,
    syntax,
    edits
});

export const IN_PLACE_KINDS: readonly MutationKind[] = [
    kind(
        'an unknown variable',
        inBodies('Name', (node, file) => misspelt(file, node, node.name))
    ),
    kind(
        'an unknown type of a variable',
        inBodies('LocalVar', (node, file) => misspelt(file, node.type, node.type.parts[0]!))
    ),
    kind(
        'an unknown type constructed',
        inBodies('New', (node, file) => misspelt(file, node.type, node.type.parts[0]!))
    ),
    kind(
        'an unknown method',
        eachCall((file, call) => insert(file.tokens[call.name]!.end, 'Zz'))
    ),
    kind(
        'an argument too many',
        eachCall((file, call) => {
            if (/^(assert|are|is|fail|debug|valueof|format)/.test(file.tokens[call.name]!.low)) return null;
            const comma = call.close > call.open + 1 ? ', ' : '';
            return insert(file.tokens[call.close]!.start, `${comma}${STRANGER}, ${STRANGER}, ${STRANGER}`);
        })
    ),
    kind(
        'no arguments',
        eachCall((file, call) => {
            if (call.close < call.open + 4) return null;
            return replace({ start: file.tokens[call.open]!.end, end: file.tokens[call.close]!.start }, '');
        })
    ),
    kind('an unknown member', (file) =>
        file.bodies().flatMap((body) => {
            const [from, to] = [file.index(body.block), file.closing(file.index(body.block))];
            const found: Edit[][] = [];
            for (let at = from + 1; at < to; at++) {
                const [before, token, next] = [file.tokens[at - 1]!, file.tokens[at]!, file.tokens[at + 1]!];
                if ((before.text === '.' || before.text === '?.') && token.type === 'id' && !'(<'.includes(next.text))
                    found.push(insert(token.end, 'Zz'));
            }
            return found;
        })
    ),
    kind(
        'a wrong value of a variable',
        inBodies('LocalVar', (node, file) => {
            const first = node.vars[0]!;
            if (node.vars.length > 1 || !first.init || node.type.arrays || !isPlain(node.type.parts)) return null;
            const start = file.index(first);
            const end = file.semicolon(start);
            return replace({ start: file.tokens[start + 2]!.start, end: file.tokens[end]!.start }, STRANGER);
        })
    ),
    kind(
        'a wrong result',
        inBodies('Return', (node, file, body) => {
            if (!node.expr || !body.returns || !PLAIN.has(body.returns.toLowerCase())) return null;
            const start = file.index(node);
            return replace(
                { start: file.tokens[start]!.end, end: file.tokens[file.semicolon(start)]!.start },
                ` ${STRANGER}`
            );
        })
    ),
    kind('a last return left out', (file) =>
        file.bodies().flatMap((body) => {
            const last = body.block.body.at(-1);
            if (!body.returns || last?.k !== 'Return') return [];
            const start = file.index(last);
            const end = file.semicolon(start);
            return [replace({ start: file.tokens[start]!.start, end: file.tokens[end]!.end }, 'Integer zzA = 1;')];
        })
    ),
    kind(
        'a statement after return',
        inBodies('Return', (node, file) =>
            insert(file.tokens[file.semicolon(file.index(node))]!.end, ' Integer zzAfter;')
        )
    ),
    kind(
        'a condition of another type',
        inBodies('If', (node, file) => {
            const open = file.index(node) + 1;
            if (file.tokens[open]?.text !== '(') return null;
            return replace({ start: file.tokens[open]!.end, end: file.tokens[file.closing(open)]!.start }, '42');
        })
    ),
    kind(
        'a variable twice in another case',
        inBodies('LocalVar', (node, file) => {
            const end = file.semicolon(file.index(node.vars[0]!));
            if (end < 0 || file.tokens[end + 1]?.text === ')') return null;
            const name = node.vars[0]!.name;
            const other = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
            return isLoopHead(file, file.index(node.type)) ? null : insert(file.tokens[end]!.end, ` Object ${other};`);
        })
    ),
    kind(
        'a wrong exception caught',
        inBodies('Try', (node, file) => {
            const first = node.catches[0];
            if (!first) return null;
            const start = file.index(first.type);
            return start < 0
                ? null
                : replace({ start: file.tokens[start]!.start, end: typeEnd(file, start) }, 'Account');
        })
    ),
    kind(
        'another thing thrown',
        inBodies('Throw', (node, file) => {
            const start = file.index(node);
            return replace(
                { start: file.tokens[start]!.end, end: file.tokens[file.semicolon(start)]!.start },
                ' new Account()'
            );
        })
    ),
    kind(
        'a switch value twice',
        inBodies('Switch', (node, file) => {
            const first = node.cases.find((one) => one.k === 'values');
            if (first?.k !== 'values') return null;
            const value = file.token(first.values[0]!);
            if (!value || value.text === '-') return null;
            return insert(value.end, `, ${file.text.slice(value.start, value.end)}`);
        })
    ),
    kind(
        'an Integer too large',
        inBodies('Literal', (node, file) => {
            const token = file.token(node);
            return node.type === 'int' && token?.type === 'int' ? replace(token, '99999999999') : null;
        })
    ),
    kind(
        'text in arithmetic',
        inBodies('Binary', (node, file) => {
            const token = file.token(node.right);
            if (!['-', '*', '/'].includes(node.op) || node.right.k !== 'Literal' || !token) return null;
            return replace(token, "'x'");
        })
    ),
    kind(
        'a loop over something else',
        inBodies('ForEach', (node, file) => {
            const start = file.index(node);
            if (file.tokens[start]?.low !== 'for') return null;
            const close = file.closing(start + 1);
            const colon = file.tokens.findIndex((token, at) => at > start && token.text === ':');
            return replace({ start: file.tokens[colon]!.end, end: file.tokens[close]!.start }, ' 5');
        })
    ),
    kind(
        'a loop variable of another type',
        inBodies('ForEach', (node, file) => {
            const start = file.index(node.type);
            return start < 0 ? null : replace({ start: file.tokens[start]!.start, end: typeEnd(file, start) }, 'Blob');
        })
    ),
    kind(
        'new left out',
        inBodies('New', (node, file) => {
            const token = file.token(node);
            return token?.low === 'new' ? replace(token, '') : null;
        }),
        true
    ),
    kind(
        'a cast to another type',
        inBodies('Cast', (node, file) => {
            const start = file.index(node.type);
            return start < 0 ? null : replace({ start: file.tokens[start]!.start, end: typeEnd(file, start) }, 'Zz');
        })
    ),
    kind(
        'an unknown field in a query',
        inQueries((file, open, close) => {
            const at = afterWord(file, open, close, ['select']);
            return at < 0 ? null : insert(file.tokens[at]!.end, 'Zz');
        })
    ),
    kind(
        'an unknown object in a query',
        inQueries((file, open, close) => {
            const at = afterWord(file, open, close, ['from']);
            return at < 0 ? null : insert(file.tokens[at]!.end, 'Zz');
        })
    ),
    kind(
        'an unknown field filtered by',
        inQueries((file, open, close) => {
            const at = afterWord(file, open, close, ['where', 'by']);
            return at < 0 ? null : insert(file.tokens[at]!.end, 'Zz');
        })
    ),
    kind(
        'an unknown bind',
        inQueries((file, open, close) => {
            for (let at = open; at < close; at++)
                if (
                    file.tokens[at]!.text === ':' &&
                    file.tokens[at + 1]!.type === 'id' &&
                    file.tokens[at + 2]!.text !== '('
                )
                    return insert(file.tokens[at + 1]!.end, 'Zz');
            return null;
        })
    ),
    kind(
        'a bind of a map of blobs',
        inQueries((file, open, close) => {
            for (let at = open; at < close; at++) {
                const next = file.tokens[at + 1]!;
                if (
                    file.tokens[at]!.text === ':' &&
                    next.type === 'id' &&
                    /^(\]|\)|and|or|order|limit)$/.test(file.tokens[at + 2]!.low)
                )
                    return replace(next, STRANGER);
            }
            return null;
        })
    ),
    kind(
        'a semicolon left out',
        (file) =>
            file.bodies().flatMap((body) => {
                const end = file.closing(file.index(body.block));
                const last = file.tokens[end - 1]!;
                return last.text === ';' ? [replace(last, '')] : [];
            }),
        true
    ),
    kind(
        'a brace left out',
        (file) => file.bodies().map((body) => replace(file.tokens[file.closing(file.index(body.block))]!, '')),
        true
    )
];

const isPlain = (parts: readonly string[]): boolean => parts.length === 1 && PLAIN.has(parts[0]!.toLowerCase());

function isLoopHead(file: SourceFile, type: number): boolean {
    const before = file.tokens[type - 1];
    return before?.text === '(' || (before?.low === 'final' && file.tokens[type - 2]?.text === '(');
}

/** Offset of the end of a type: `A.B<C, D>[]`. */
function typeEnd(file: SourceFile, start: number): number {
    let depth = 0;
    let at = start;
    for (; at < file.tokens.length; at++) {
        const [token, next] = [file.tokens[at]!, file.tokens[at + 1]!];
        if (token.text === '<') depth++;
        if (token.text === '>') depth--;
        if (depth > 0 || token.text === '.' || ['.', '<', '[', ']'].includes(next.text)) continue;
        break;
    }
    return file.tokens[at]!.end;
}
