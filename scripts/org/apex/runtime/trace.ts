// Apex stack traces. Scripts keep Apex lines, so V8's own frames give them: `Class.Foo.bar: line 12, column 1`, innermost
// first. Frames of the org itself are left out.
import { ApexException } from './exceptions.ts';

/** Compiled members of a script by line, to name a frame. */
export interface ScriptMap {
    /** `Class.Foo`, `Trigger.T`, `AnonymousBlock`. */
    members: { from: number; to: number; label: string }[];
    /** Labels of whole classes, which are no frames. */
    classes: Set<string>;
}

const scripts = new Map<string, ScriptMap>();
const PREFIX = 'apex:';

Error.stackTraceLimit = 100;

export function scriptFileName(name: string): string {
    return `${PREFIX}${name}`;
}

export function describeScript(name: string, map: ScriptMap): void {
    scripts.set(name, map);
}

export interface ApexFrame {
    label: string;
    line: number;
}

/** Apex frames of a V8 stack text. */
export function framesOf(stack: string | undefined): ApexFrame[] {
    const frames: ApexFrame[] = [];
    if (!stack) return frames;
    for (const match of stack.matchAll(/\(?apex:([^\s:()]+):(\d+):\d+\)?/g)) {
        const map = scripts.get(match[1]!);
        const line = Number(match[2]);
        if (!map) continue;
        let label = '';
        let size = Infinity;
        for (const member of map.members) {
            if (line < member.from || line > member.to || member.to - member.from > size) continue;
            size = member.to - member.from;
            label = member.label;
        }
        // Factories and definitions stand outside of every member.
        if (label === '' || map.classes.has(label)) continue;
        const last = frames[frames.length - 1];
        // Helper closures (factories, field initialisers) of one member make several V8 frames of one Apex frame.
        if (last && last.label === label && last.line === line) continue;
        frames.push({ label, line });
    }
    return frames;
}

/** Stack trace text of an exception, and its first line number; worked out once. */
export function traceOf(exception: ApexException): { text: string; line: number } {
    if (exception.apexStack === null) {
        const frames = framesOf(exception.stack);
        exception.apexStack = frames.map((frame) => `${frame.label}: line ${frame.line}, column 1`).join('\n');
        exception.apexLine = frames[0]?.line ?? 0;
    }
    return { text: exception.apexStack, line: exception.apexLine ?? 0 };
}

/** Line and label of the Apex code that runs now; null when none does. */
export function currentFrame(): ApexFrame | null {
    return framesOf(new Error().stack)[0] ?? null;
}

/**
 * What a catch block gets: null dereferences become NullPointerException, a full JS stack the limit that Salesforce has. Errors
 * that are no exception of Apex (faults of the org itself) come back as they are and pass every catch.
 */
export function asApexException(error: unknown): unknown {
    if (error instanceof ApexException) return error;
    if (error instanceof TypeError && /^Cannot (read|set) properties of null/.test(error.message)) {
        const exception = new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
        Object.defineProperty(exception, 'stack', { value: error.stack, configurable: true });
        return exception;
    }
    if (error instanceof RangeError && /call stack/i.test(error.message)) {
        return new ApexException('System.LimitException', 'Maximum stack depth reached: 1001');
    }
    return error;
}
