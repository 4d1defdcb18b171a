// Data formats and the outside: JSON, regular expressions, HTTP, XML, cryptography, types, records. One line a class, alphabetical.
import type { NativeClass } from '../native.ts';

export const ioClasses: readonly NativeClass[] = [];
