// One JavaScript script per Apex file. Constants that the code needs (types, library functions, other classes) are
// hoisted to its first line and filled in by `link`; line markers in the code become newlines at the end.
import type { Environment } from '../bind/environment.ts';
import type { NativeMember } from '../bind/natives.ts';
import type { ClassSymbol } from '../bind/symbols.ts';
import type { Type } from '../bind/types.ts';

/** Put before code that belongs to an Apex line. */
export const at = (line: number): string => `\u0001${line}\u0002`;
/** Stands for a local variable whose null check depends on what is assigned to it anywhere in the method. */
export const checkedLocal = (id: number): string => `\u0003${id}\u0003`;
/** Around the body of a method: the depth of the stack is counted when the name can call itself. */
export const depthOpen = (name: string): string => `\u0004${name}\u0004`;
export const depthClose = (name: string): string => `\u0005${name}\u0005`;

export const text = (value: string): string =>
    JSON.stringify(value)
        .replace(/\u2028/g, '\\u2028')
        .replace(/\u2029/g, '\\u2029');

export class ScriptContext {
    readonly env: Environment;
    readonly file: string;
    /** The top-level class; null for triggers and anonymous code. */
    readonly top: ClassSymbol | null;
    private readonly hoisted = new Map<string, string>();
    /** Calls by name, for the search for recursion. */
    readonly calls: Map<string, Set<string>>;
    readonly helpers = new Set<string>();

    constructor(env: Environment, file: string, top: ClassSymbol | null, calls: Map<string, Set<string>>) {
        this.env = env;
        this.file = file;
        this.top = top;
        this.calls = calls;
    }

    /** A constant computed once after loading. */
    hoist(prefix: string, code: string): string {
        let name = this.hoisted.get(code);
        if (!name) {
            name = `${prefix}${this.hoisted.size}$`;
            this.hoisted.set(code, name);
        }
        return name;
    }

    type(type: Type): string {
        return this.hoist('T', `$R.type(${text(type.name)})`);
    }
    native(member: NativeMember): string {
        return this.hoist('N', `$R.native(${text(member.owner.name)},${text(member.kind)},${text(member.signature)})`);
    }
    isOwn(cls: ClassSymbol): boolean {
        return this.top !== null && cls.top === this.top;
    }
    /** The JS class of a user class. */
    cls(cls: ClassSymbol): string {
        return this.isOwn(cls) ? `C$${cls.js}` : this.hoist('C', `$R.cls(${text(cls.name)})`);
    }
    /** Expression giving the statics object of a class, initialised. */
    statics(cls: ClassSymbol): string {
        return this.isOwn(cls) ? '$I()' : `${this.hoist('S', `$R.statics(${text(cls.name)})`)}()`;
    }
    info(cls: ClassSymbol): string {
        return this.hoist('F', `$R.info(${text(cls.name)})`);
    }

    header(): string {
        const names = [...this.hoisted.values()];
        return names.length ? `let ${names.join(',')};` : '';
    }
    link(): string {
        return `function $link(){${[...this.hoisted].map(([code, name]) => `${name}=${code};`).join('')}}`;
    }
}

/** Turns line markers into newlines, as far as lines are not passed already. */
export function layOut(code: string, firstLine = 1): string {
    let line = firstLine;
    let out = '';
    let from = 0;
    for (;;) {
        const start = code.indexOf('\u0001', from);
        if (start < 0) break;
        const end = code.indexOf('\u0002', start);
        out += code.slice(from, start);
        const wanted = Number(code.slice(start + 1, end));
        if (wanted > line) {
            out += '\n'.repeat(wanted - line);
            line = wanted;
        }
        from = end + 1;
    }
    return out + code.slice(from);
}

/** Writes the counting of stack depth into the bodies of methods that may call themselves. */
export function countDepth(code: string, recursive: ReadonlySet<string>): string {
    return code
        .replace(/\u0004([^\u0004]*)\u0004/g, (_, name: string) =>
            recursive.has(name) ? 'if(++$t.depth>1000)$deep();try{' : ''
        )
        .replace(/\u0005([^\u0005]*)\u0005/g, (_, name: string) => (recursive.has(name) ? '}finally{--$t.depth}' : ''));
}

/** Names on a circle of calls (by name only: overloads and overriders count as one). */
export function recursiveNames(calls: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
    const index = new Map<string, number>();
    const low = new Map<string, number>();
    const stack: string[] = [];
    const onStack = new Set<string>();
    const found = new Set<string>();
    let next = 0;
    const visit = (name: string): void => {
        index.set(name, next);
        low.set(name, next++);
        stack.push(name);
        onStack.add(name);
        for (const called of calls.get(name) ?? []) {
            if (!calls.has(called)) continue;
            if (called === name) found.add(name);
            if (!index.has(called)) {
                visit(called);
                low.set(name, Math.min(low.get(name)!, low.get(called)!));
            } else if (onStack.has(called)) low.set(name, Math.min(low.get(name)!, index.get(called)!));
        }
        if (low.get(name) !== index.get(name)) return;
        const group: string[] = [];
        for (;;) {
            const member = stack.pop()!;
            onStack.delete(member);
            group.push(member);
            if (member === name) break;
        }
        if (group.length > 1) for (const member of group) found.add(member);
    };
    for (const name of calls.keys()) if (!index.has(name)) visit(name);
    return found;
}
