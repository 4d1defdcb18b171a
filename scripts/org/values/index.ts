// The values that Apex, SOQL, formulas and the store share. Boolean is a JS boolean, Integer an int32 JS number,
// Long a bigint, String and Id JS strings (an Id has 18 characters), null is null (never undefined).
export { Double } from './double.ts';
export { Decimal } from './decimal.ts';
export { ApexDate, ApexDatetime, ApexTime } from './dates.ts';
export { Blob } from './blob.ts';
export { SObject } from './sobject.ts';
export type { Value, RecordError } from './sobject.ts';
export { idTo18, isId, makeId } from './id.ts';
