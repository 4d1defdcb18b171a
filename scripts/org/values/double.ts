/** Apex Double: boxed, so that an Object holding 1.0 is told from an Integer 1. */
export class Double {
    readonly v: number;
    constructor(v: number) {
        this.v = v;
    }
    /** As java.lang.Double prints it: `1.0`, `1.0E10`, `1.5E-5`. */
    toString(): string {
        return doubleText(this.v);
    }
}

export function doubleText(value: number): string {
    if (Number.isNaN(value)) return 'NaN';
    if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
    if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
    const size = Math.abs(value);
    if (size >= 1e-3 && size < 1e7) {
        const text = String(value);
        return text.includes('.') ? text : `${text}.0`;
    }
    const [mantissa, exponent] = value.toExponential().split('e');
    return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}
