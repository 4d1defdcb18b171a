// Time zones by IANA name, through Intl: offsets at a moment, and the way back from wall-clock time.
const formatters = new Map<string, Intl.DateTimeFormat | null>();
const offsets = new Map<string, Map<number, number>>();
const QUARTER = 900_000;

function formatter(zone: string): Intl.DateTimeFormat | null {
    let known = formatters.get(zone);
    if (known === undefined) {
        try {
            known = new Intl.DateTimeFormat('en-US', {
                timeZone: zone,
                hourCycle: 'h23',
                era: 'short',
                year: 'numeric',
                month: 'numeric',
                day: 'numeric',
                hour: 'numeric',
                minute: 'numeric',
                second: 'numeric'
            });
        } catch {
            known = null;
        }
        formatters.set(zone, known);
    }
    return known;
}

export function isTimeZone(zone: string): boolean {
    return fixedOffset(zone) !== null || formatter(zone) !== null;
}

/** `GMT`, `UTC`, `GMT+05:30`; null for names of places. */
function fixedOffset(zone: string): number | null {
    const match = /^(?:GMT|UTC|Etc\/UTC|Etc\/GMT)(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/i.exec(zone);
    if (!match) return null;
    const size = Number(match[2] ?? 0) * 3_600_000 + Number(match[3] ?? 0) * 60_000;
    return match[1] === '-' ? -size : size;
}

/** Milliseconds that the zone is ahead of UTC at this moment. */
export function zoneOffset(zone: string, utcMs: number): number {
    const fixed = fixedOffset(zone);
    if (fixed !== null) return fixed;
    let known = offsets.get(zone);
    if (!known) offsets.set(zone, (known = new Map()));
    const at = Math.floor(utcMs / QUARTER);
    let offset = known.get(at);
    if (offset === undefined) {
        if (known.size > 20_000) known.clear();
        known.set(at, (offset = measure(zone, at * QUARTER)));
    }
    return offset;
}

function measure(zone: string, utcMs: number): number {
    const format = formatter(zone);
    if (!format) return 0;
    const parts: Record<string, string> = {};
    for (const part of format.formatToParts(utcMs)) parts[part.type] = part.value;
    const date = new Date(0);
    const year = parts.era.startsWith('B') ? 1 - Number(parts.year) : Number(parts.year);
    date.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
    date.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
    return date.getTime() - utcMs;
}

/** The moment at which the zone's clocks show `localMs` (wall-clock time counted as if it were UTC). */
export function localToUtc(zone: string, localMs: number): number {
    const first = localMs - zoneOffset(zone, localMs);
    const second = localMs - zoneOffset(zone, first);
    return zoneOffset(zone, second) === localMs - second ? second : first;
}

/** Short or long name of the zone at a moment: `PST`, `Pacific Standard Time`. */
export function zoneName(zone: string, utcMs: number, style: 'short' | 'long', locale = 'en-US'): string {
    if (fixedOffset(zone) !== null)
        return style === 'long' && /^(GMT|UTC)$/i.test(zone) ? 'Greenwich Mean Time' : zone.toUpperCase();
    const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style }).formatToParts(utcMs);
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
