// Deterministic choices: the same seed gives the same documents (mulberry32, public domain recurrence).

export interface Random {
    next(): number;
    /** A whole number from low to high, both included. */
    between(low: number, high: number): number;
    pick<T>(items: readonly T[]): T;
    uuid(): string;
}

export function seededRandom(seed: number): Random {
    let state = seed >>> 0;
    const next = (): number => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
    return {
        next,
        between: (low, high) => low + Math.floor(next() * (high - low + 1)),
        pick(items) {
            if (items.length === 0) throw new Error('Nothing to pick from: the list is empty.');
            return items[Math.floor(next() * items.length)]!;
        },
        uuid() {
            const hex = Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16)).join('');
            return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
        }
    };
}
