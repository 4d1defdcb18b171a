/** Apex Decimal: value = unscaled / 10^scale, scale ≥ 0. */
export class Decimal {
    readonly unscaled: bigint;
    readonly scale: number;
    constructor(unscaled: bigint, scale: number) {
        this.unscaled = unscaled;
        this.scale = scale;
    }
    /** From plain or exponent notation; throws RangeError when the text is no number. */
    static parse(text: string): Decimal {
        const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?\s*$/.exec(text);
        if (!match || (match[2] === '' && (match[3] ?? '') === '')) throw new RangeError(`Invalid decimal: ${text}`);
        const fraction = match[3] ?? '';
        let unscaled = BigInt(match[2] + fraction);
        let scale = fraction.length - Number(match[4] ?? 0);
        if (scale < 0) {
            unscaled *= 10n ** BigInt(-scale);
            scale = 0;
        }
        return new Decimal(match[1] === '-' ? -unscaled : unscaled, scale);
    }
    static fromNumber(value: number): Decimal {
        return Decimal.parse(String(value));
    }
    toNumber(): number {
        return Number(this.toString());
    }
    /** Plain notation with all `scale` digits (`1.50`). */
    toString(): string {
        const negative = this.unscaled < 0n;
        const digits = (negative ? -this.unscaled : this.unscaled).toString().padStart(this.scale + 1, '0');
        const text = this.scale === 0 ? digits : `${digits.slice(0, -this.scale)}.${digits.slice(-this.scale)}`;
        return negative ? `-${text}` : text;
    }
}
