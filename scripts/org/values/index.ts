// The values that Apex, SOQL, formulas and the store share. Boolean is a JS boolean, Integer an int32 JS number,
// Long a bigint, String and Id JS strings (an Id has 18 characters), null is null (never undefined).
export { Double, doubleText } from './double.ts';
export { Decimal } from './decimal.ts';
export type { RoundingMode } from './decimal.ts';
export { ApexDate, ApexDatetime, ApexTime, DAY, addMonths, daysInMonth, utcDay, utcParts } from './dates.ts';
export { formatPattern, intlLocale, offsetText } from './dateFormat.ts';
export { isTimeZone, localToUtc, zoneName, zoneOffset } from './timeZones.ts';
export { Blob } from './blob.ts';
export { CompoundAddress, CompoundLocation } from './compound.ts';
export { SObject } from './sobject.ts';
export type { Value, RecordError } from './sobject.ts';
export { idTo18, isId, makeId } from './id.ts';
