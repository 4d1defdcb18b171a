// One way to break a class, and the change it makes.
import type { SourceFile } from './source.ts';

export interface Edit {
    start: number;
    end: number;
    text: string;
}

export interface MutationKind {
    name: string;
    /** Could another file stop compiling too? Then it is compiled alone. */
    reaches: boolean;
    /** Is the mutant no longer Apex by its grammar? Other kinds leave such mutants out. */
    syntax?: boolean;
    edits: (file: SourceFile, others: readonly SourceFile[]) => Edit[][];
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
    let result = text;
    for (const edit of [...edits].sort((a, b) => b.start - a.start))
        result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
    return result;
}

export const insert = (at: number, text: string): Edit[] => [{ start: at, end: at, text }];
export const replace = (range: { start: number; end: number }, text: string): Edit[] => [
    { start: range.start, end: range.end, text }
];
