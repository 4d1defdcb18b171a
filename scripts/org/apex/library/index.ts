// The standard library: every class that Apex code here may use.
import { coreClasses } from './core/index.ts';
import { ioClasses } from './io/index.ts';
import type { NativeClass } from './native.ts';
import { orgClasses } from './org/index.ts';

export const nativeClasses: readonly NativeClass[] = [...coreClasses, ...ioClasses, ...orgClasses];
