// State of the running transaction: static variables (reset for each), and the counters that stand for CPU time and
// stack depth. One tick is one turn of a loop or one call. A tick counts for a microsecond, so that the 10 s of a synchronous
// transaction are 10 million turns: near what an org manages, and the same on every machine.
import { ApexException } from './exceptions.ts';
import type { ClassInfo } from './types.ts';

export const TICKS_PER_MS = 1000;

/** Value of a variable by its lower-cased name; undefined when there is none. */
export type VariableScope = (name: string) => unknown;

/** Shared with the compiled scripts as `$t`. */
export const ticks: {
    left: number;
    depth: number;
    caller: ClassInfo | null;
    line: number;
    scope: VariableScope | null;
    future: boolean;
    query: { list: object; text: string } | null;
} = {
    left: 10_000 * TICKS_PER_MS,
    depth: 0,
    caller: null,
    line: 0,
    scope: null,
    future: false,
    query: null
};
let limit = 10_000 * TICKS_PER_MS;

let started = performance.now();

/** The code read the clock: what waits in a loop for time to pass has used no more CPU than time has passed. */
export function clockRead(): void {
    const passed = Math.ceil(performance.now() - started) * TICKS_PER_MS;
    if (limit - ticks.left > passed) ticks.left = limit - passed;
}

/** Starts counting anew with this many milliseconds allowed. */
export function resetCpu(limitMs: number): void {
    limit = limitMs * TICKS_PER_MS;
    started = performance.now();
    ticks.left = limit;
    ticks.depth = 0;
}

/** Milliseconds used since resetCpu. */
export function cpuMs(): number {
    return Math.floor((limit - ticks.left) / TICKS_PER_MS);
}

/** Counts work done outside Apex code, e.g. by the library. */
export function spendCpu(ms: number): void {
    ticks.left -= ms * TICKS_PER_MS;
}

/** State to come back to: a test's startTest gives its own budget. */
export function saveCpu(): { left: number; limit: number; started: number } {
    return { left: ticks.left, limit, started };
}
export function restoreCpu(saved: { left: number; limit: number; started: number }): void {
    started = saved.started;
    ticks.left = saved.left;
    limit = saved.limit;
}

/** Called by compiled code when the ticks are used up. */
export function cpuExceeded(): never {
    ticks.left = 0;
    throw new ApexException('System.LimitException', 'Apex CPU time limit exceeded');
}

export function stackExceeded(): never {
    throw new ApexException('System.LimitException', 'Maximum stack depth reached: 1001');
}

/** The next future method called runs, instead of being queued. */
export function admitFuture(): void {
    ticks.future = true;
}

/** The class that last asked the library for something on its own behalf (queries, DML, describe). */
export function callerInfo(): ClassInfo | null {
    return ticks.caller;
}

/** The variables that the dynamic query just asked for may bind. */
export function dynamicScope(): VariableScope | null {
    return ticks.scope;
}

/** The inline query that ran last: the list it made and its text. */
export function lastQuery(): { list: object; text: string } | null {
    return ticks.query;
}

/** Line of the System.debug that was called last. */
export function debugLine(): number {
    return ticks.line;
}

const resets = new Set<() => void>();

export function onReset(reset: () => void): void {
    resets.add(reset);
}
export function clearResets(): void {
    resets.clear();
}

/** Forgets every static variable: the next use of a class runs its initialisers again. */
export function resetStatics(): void {
    for (const reset of resets) reset();
}
