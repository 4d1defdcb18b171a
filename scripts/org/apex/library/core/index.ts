// The language core: strings, numbers, dates, collections, exceptions, assertions. One line a class, alphabetical.
import type { NativeClass } from '../native.ts';

export const coreClasses: readonly NativeClass[] = [];
