// Every time the simulator shows or waits for comes from here, so that tests can move it.

export interface Clock {
    now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until `advance` is called; starts at the given ISO time. */
export function manualClock(start: string): Clock & { advance(milliseconds: number): void } {
    let at = Date.parse(start);
    return {
        now: () => at,
        advance(milliseconds) {
            at += milliseconds;
        }
    };
}

/** ISO 8601 in UTC, whole seconds, as Lens range queries write it. */
export function iso(milliseconds: number): string {
    return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
