// Apex Decimal: value = unscaled / 10^scale, scale ≥ 0. Arithmetic follows java.math.BigDecimal with MathContext.DECIMAL128, which is
// what Apex documents itself to use: sums keep the larger scale, products add scales, quotients have at most 34 digits.
export type RoundingMode = 'CEILING' | 'DOWN' | 'FLOOR' | 'HALF_DOWN' | 'HALF_EVEN' | 'HALF_UP' | 'UNNECESSARY' | 'UP';

const DIGITS = 34;

function pow10(exponent: number): bigint {
    return 10n ** BigInt(exponent);
}

function magnitude(value: bigint): bigint {
    return value < 0n ? -value : value;
}

function digitCount(value: bigint): number {
    return magnitude(value).toString().length;
}

/** numerator / denominator as an integer, rounded. */
function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
    const quotient = numerator / denominator;
    const rest = numerator % denominator;
    if (rest === 0n) return quotient;
    if (mode === 'UNNECESSARY') throw new RangeError('Rounding necessary');
    const negative = numerator < 0n !== denominator < 0n;
    const twice = magnitude(rest) * 2n - magnitude(denominator);
    return awayFromZero(mode, negative, twice < 0n ? -1 : twice > 0n ? 1 : 0, quotient % 2n !== 0n)
        ? quotient + (negative ? -1n : 1n)
        : quotient;
}

function awayFromZero(mode: RoundingMode, negative: boolean, half: number, odd: boolean): boolean {
    switch (mode) {
        case 'UP':
            return true;
        case 'DOWN':
            return false;
        case 'CEILING':
            return !negative;
        case 'FLOOR':
            return negative;
        case 'HALF_UP':
            return half >= 0;
        case 'HALF_DOWN':
            return half > 0;
        case 'HALF_EVEN':
            return half > 0 || (half === 0 && odd);
        case 'UNNECESSARY':
            throw new RangeError('Rounding necessary');
        default:
            return mode satisfies never;
    }
}

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
            unscaled *= pow10(-scale);
            scale = 0;
        }
        return new Decimal(match[1] === '-' ? -unscaled : unscaled, scale);
    }
    static fromNumber(value: number): Decimal {
        return Decimal.parse(String(value));
    }
    /** From any Apex number; a Double keeps at least one decimal, as its text has one. */
    static from(value: number | bigint | Decimal | { readonly v: number }): Decimal {
        if (value instanceof Decimal) return value;
        if (typeof value === 'bigint') return new Decimal(value, 0);
        if (typeof value === 'number')
            return Number.isInteger(value) ? new Decimal(BigInt(value), 0) : Decimal.fromNumber(value);
        const decimal = Decimal.fromNumber(value.v);
        return decimal.scale === 0 ? decimal.setScale(1, 'UNNECESSARY') : decimal;
    }
    add(other: Decimal): Decimal {
        const scale = Math.max(this.scale, other.scale);
        return new Decimal(this.unscaledAt(scale) + other.unscaledAt(scale), scale);
    }
    subtract(other: Decimal): Decimal {
        const scale = Math.max(this.scale, other.scale);
        return new Decimal(this.unscaledAt(scale) - other.unscaledAt(scale), scale);
    }
    multiply(other: Decimal): Decimal {
        return new Decimal(this.unscaled * other.unscaled, this.scale + other.scale);
    }
    /** The `/` operator; throws RangeError for a divisor of zero. */
    divide(other: Decimal): Decimal {
        if (other.unscaled === 0n) throw new RangeError('Divide by 0');
        const preferred = Math.max(0, this.scale - other.scale);
        if (this.unscaled === 0n) return new Decimal(0n, preferred);
        let scale = DIGITS + 3 + digitCount(other.unscaled) - digitCount(this.unscaled) + this.scale - other.scale;
        scale = Math.max(scale, preferred, 0);
        const shift = scale - this.scale + other.scale;
        const numerator = shift >= 0 ? this.unscaled * pow10(shift) : this.unscaled;
        const denominator = shift >= 0 ? other.unscaled : other.unscaled * pow10(-shift);
        const quotient = numerator / denominator;
        const excess = Math.min(digitCount(quotient) - DIGITS, scale);
        const rounded =
            excess > 0
                ? new Decimal(divideRounded(numerator, denominator * pow10(excess), 'HALF_EVEN'), scale - excess)
                : new Decimal(quotient, scale);
        const exact = numerator % denominator === 0n;
        return exact ? rounded.stripTo(preferred) : rounded;
    }
    divideTo(other: Decimal, scale: number, mode: RoundingMode): Decimal {
        if (other.unscaled === 0n) throw new RangeError('Divide by 0');
        const shift = scale - this.scale + other.scale;
        const numerator = shift >= 0 ? this.unscaled * pow10(shift) : this.unscaled;
        const denominator = shift >= 0 ? other.unscaled : other.unscaled * pow10(-shift);
        return new Decimal(divideRounded(numerator, denominator, mode), scale);
    }
    remainder(other: Decimal): Decimal {
        if (other.unscaled === 0n) throw new RangeError('Divide by 0');
        const scale = Math.max(this.scale, other.scale);
        return new Decimal(this.unscaledAt(scale) % other.unscaledAt(scale), scale);
    }
    negate(): Decimal {
        return new Decimal(-this.unscaled, this.scale);
    }
    abs(): Decimal {
        return this.unscaled < 0n ? this.negate() : this;
    }
    pow(exponent: number): Decimal {
        return new Decimal(this.unscaled ** BigInt(exponent), this.scale * exponent);
    }
    /** Negative scales round to tens, hundreds …; the result then has scale 0. */
    setScale(scale: number, mode: RoundingMode = 'HALF_EVEN'): Decimal {
        if (scale === this.scale) return this;
        if (scale > this.scale) return new Decimal(this.unscaledAt(scale), scale);
        const rounded = divideRounded(this.unscaled, pow10(this.scale - scale), mode);
        return scale >= 0 ? new Decimal(rounded, scale) : new Decimal(rounded * pow10(-scale), 0);
    }
    round(mode: RoundingMode = 'HALF_EVEN'): bigint {
        return this.setScale(0, mode).unscaled;
    }
    /** Toward zero. */
    truncate(): bigint {
        return this.unscaled / pow10(this.scale);
    }
    precision(): number {
        return Math.max(digitCount(this.unscaled), 1);
    }
    stripTrailingZeros(): Decimal {
        return this.stripTo(0);
    }
    compareTo(other: Decimal): number {
        const scale = Math.max(this.scale, other.scale);
        const a = this.unscaledAt(scale);
        const b = other.unscaledAt(scale);
        return a < b ? -1 : a > b ? 1 : 0;
    }
    toNumber(): number {
        return Number(this.toString());
    }
    /** Plain notation with all `scale` digits (`1.50`). */
    toString(): string {
        const negative = this.unscaled < 0n;
        const digits = magnitude(this.unscaled)
            .toString()
            .padStart(this.scale + 1, '0');
        const text = this.scale === 0 ? digits : `${digits.slice(0, -this.scale)}.${digits.slice(-this.scale)}`;
        return negative ? `-${text}` : text;
    }
    /** As java.math.BigDecimal prints it: with an exponent below 0.000001. */
    toScientific(): string {
        const digits = magnitude(this.unscaled).toString();
        const exponent = digits.length - 1 - this.scale;
        if (exponent >= -6) return this.toString();
        const sign = this.unscaled < 0n ? '-' : '';
        return `${sign}${digits[0]}${digits.length > 1 ? `.${digits.slice(1)}` : ''}E${exponent}`;
    }
    private unscaledAt(scale: number): bigint {
        return scale === this.scale ? this.unscaled : this.unscaled * pow10(scale - this.scale);
    }
    private stripTo(least: number): Decimal {
        let { unscaled, scale } = this;
        while (scale > least && unscaled % 10n === 0n) {
            unscaled /= 10n;
            scale--;
        }
        return scale === this.scale ? this : new Decimal(unscaled, scale);
    }
}
