// Data formats and the outside: JSON, regular expressions, HTTP, XML, cryptography, types, records. One line a class, alphabetical.
import type { NativeClass } from '../native.ts';
import { xmlStreamReader, xmlTag } from './xmlStreamReader.ts';
import { xmlStreamWriter } from './xmlStreamWriter.ts';

export const ioClasses: readonly NativeClass[] = [xmlStreamReader, xmlStreamWriter, xmlTag];
