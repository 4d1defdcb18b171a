// Casts: numbers are converted, texts become ids, and collections change their element type when every element fits.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_casting.htm
import { ApexDate, ApexDatetime, Decimal, Double } from '../../values/index.ts';
import { throwApex } from './exceptions.ts';
import { isAssignable, isInstance, typeOfValue } from './registry.ts';
import type { RtType } from './types.ts';
import { toId } from './valueOps.ts';

const NUMERIC = new Set(['Integer', 'Long', 'Double', 'Decimal']);

export function cast(value: unknown, type: RtType): unknown {
    if (value === null || type.name === 'Object') return value;
    if (type.kind === 'primitive') {
        const actual = typeOfValue(value).name;
        if (actual === type.name) return value;
        if (NUMERIC.has(type.name) && NUMERIC.has(actual)) {
            if (type.name === 'Decimal') return Decimal.from(value as number);
            if (type.name === 'Double')
                return value instanceof Decimal ? new Double(value.toNumber()) : new Double(Number(value));
            if (type.name === 'Long' && actual === 'Integer') return BigInt(value as number);
        }
        if (type.name === 'Id' && typeof value === 'string') return toId(value);
        if (type.name === 'Datetime' && value instanceof ApexDate) return new ApexDatetime(value.days * 86_400_000);
        if (isInstance(value, type) && !NUMERIC.has(type.name)) return value;
    } else if (isInstance(value, type) || castsCollection(value, type)) return value;
    return throwApex(
        'System.TypeException',
        `Invalid conversion from runtime type ${typeOfValue(value).name} to ${type.name}`
    );
}

/** Lists of records change their element type by a cast when every record fits. */
function castsCollection(value: unknown, type: RtType): boolean {
    const actual = typeOfValue(value);
    if (actual.kind !== type.kind || actual.args.length === 0) return false;
    return type.args.every((arg, at) => {
        const given = actual.args[at]!;
        if (isAssignable(arg, given)) return true;
        if (type.kind !== 'list' && type.kind !== 'map' && type.kind !== 'set') return false;
        const text = (of: RtType): boolean => of.name === 'String' || of.name === 'Id';
        return (
            (text(arg) && text(given)) ||
            (isAssignable(given, arg) && given.kind === 'sobject') ||
            (arg.args.length > 0 &&
                arg.kind === given.kind &&
                arg.args.every(
                    (inner, index) => isAssignable(inner, given.args[index]!) || isAssignable(given.args[index]!, inner)
                ))
        );
    });
}
