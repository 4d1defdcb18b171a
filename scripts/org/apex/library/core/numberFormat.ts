// Numbers as text in the user's locale.
import { intlLocale } from '../../../values/index.ts';

/** Groups and the decimal separator of the locale; digits after the point as they are, at most three unless told. */
export function formatNumber(plain: string, locale: string, maxDecimals = 3): string {
    const value = plain as unknown as number;
    return new Intl.NumberFormat(intlLocale(locale), {
        maximumFractionDigits: maxDecimals,
        roundingMode: 'halfEven'
    } as Intl.NumberFormatOptions).format(value);
}
