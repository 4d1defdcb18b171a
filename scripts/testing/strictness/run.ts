// Makes mutants of each kind and compiles them: many at once where each concerns its own file alone, else one by one.
import { applyEdits, type Edit, type MutationKind } from './mutation.ts';
import type { ProjectCompiler } from './project.ts';
import { SourceFile } from './source.ts';

export interface KindResult {
    kind: string;
    made: number;
    accepted: { file: string; change: string }[];
    /** The messages that refused it, each once. */
    messages: Set<string>;
}

interface Mutant {
    result: KindResult;
    kind: MutationKind;
    file: SourceFile;
    edits: Edit[];
}

/** What the parser says of text that is no Apex. */
const SYNTAX = /^(Missing '|Unexpected token|Extra |Unterminated)/;

export function runKinds(
    compiler: ProjectCompiler,
    kinds: readonly MutationKind[],
    options: { seed: number; count: number }
): KindResult[] {
    const random = generator(options.seed);
    const files = soundFiles(compiler);
    const results: KindResult[] = [];
    const mutants: Mutant[] = [];
    for (const kind of kinds) {
        const result: KindResult = { kind: kind.name, made: 0, accepted: [], messages: new Set() };
        results.push(result);
        const shuffled = shuffle(files, random);
        for (let round = 0, made = 0; round < 3 && made < options.count; round++) {
            for (const file of shuffled) {
                if (made >= options.count) break;
                const edits = kind.edits(file, files);
                if (edits.length === 0) continue;
                mutants.push({ result, kind, file, edits: edits[Math.floor(random() * edits.length)]! });
                made++;
            }
        }
    }
    for (const batch of batches(mutants)) compileBatch(compiler, batch);
    return results;
}

/** Files that compile as they are. */
function soundFiles(compiler: ProjectCompiler): SourceFile[] {
    const { program, problems } = compiler.compile(new Map());
    const tops = new Map([...program.env.classes.values()].map((cls) => [cls.file, cls]));
    return compiler.sources.flatMap((source) => {
        const top = tops.get(source.path);
        return source.kind === 'class' && top && !problems.has(source.path)
            ? [new SourceFile(source.path, source.text, top)]
            : [];
    });
}

/** A file once in a batch; a mutant that reaches other files alone. */
function batches(mutants: readonly Mutant[]): Mutant[][] {
    const found: Mutant[][] = [];
    const open: Map<string, Mutant>[] = [];
    for (const mutant of mutants) {
        if (mutant.kind.reaches || mutant.kind.syntax) {
            found.push([mutant]);
            continue;
        }
        let place = open.find((batch) => !batch.has(mutant.file.path));
        if (!place) open.push((place = new Map()));
        place.set(mutant.file.path, mutant);
    }
    return [...found, ...open.map((batch) => [...batch.values()])];
}

function compileBatch(compiler: ProjectCompiler, batch: readonly Mutant[]): void {
    const changed = new Map(batch.map(({ file, edits }) => [file.path, applyEdits(file.text, edits)]));
    const { problems } = compiler.compile(changed);
    for (const { result, kind, file, edits } of batch) {
        const messages = problems.get(file.path) ?? [];
        const isSyntax = messages.some((message) => SYNTAX.test(message));
        if (isSyntax && !kind.syntax) {
            result.messages.add(`(left out: no Apex) ${messages[0]}`);
            continue;
        }
        result.made++;
        const real = messages.filter((message) => !message.startsWith('unsupported'));
        for (const message of real) result.messages.add(message);
        if (real.length === 0) result.accepted.push({ file: file.path, change: change(file, edits) });
    }
}

function change(file: SourceFile, edits: readonly Edit[]): string {
    const { start, end, text } = edits[0]!;
    const line = file.text.slice(0, start).split('\n').length;
    const around = `${file.text.slice(Math.max(0, start - 60), start)}«${file.text.slice(start, end)}→${text}»${file.text.slice(end, end + 30)}`;
    return `line ${line}: ${around.replace(/\s+/g, ' ')}`;
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
    return items
        .map((item) => ({ item, at: random() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item);
}

/** Mulberry32: the same numbers for the same seed. */
function generator(seed: number): () => number {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}
