// The door of the Apex room: compile sources, load them, call them.
import type { CompileOptions } from './bind/environment.ts';
import { Program, type ApexSource } from './program.ts';

export type { CompileOptions } from './bind/environment.ts';
export type { ApexSource, CompiledClass } from './program.ts';
export { Program } from './program.ts';
export type { Diagnostic } from './diagnostics.ts';
export type { NativeClass } from './library/native.ts';
export { nativeClass } from './library/native.ts';
export type { ClassInfo, FieldInfo, MethodInfo, RtType } from './runtime/types.ts';
export { setPlatform, platform, type Platform } from './runtime/platform.ts';
export {
    allClasses,
    classNamed,
    findType,
    isInstance,
    typeNamed,
    typeOfValue,
    type ApexConstructor,
    type ApexType,
    type LoadedClass
} from './runtime/registry.ts';
export { construct, hasMethod, invokeMethod, invokeStatic } from './runtime/invoke.ts';
export {
    callerInfo,
    cpuMs,
    debugLine,
    resetCpu,
    resetStatics,
    restoreCpu,
    saveCpu,
    spendCpu
} from './runtime/statics.ts';
export { asApexException, currentFrame, framesOf, traceOf } from './runtime/trace.ts';
export { ApexException, throwApex, throwDml, unsupported } from './runtime/exceptions.ts';
export { ApexList, ApexMap, ApexSet } from './runtime/collections.ts';
export { ApexEnum } from './runtime/enums.ts';
export { ApexSyntaxError, Parser } from './parse/parser.ts';

/** Reads, binds, checks and emits. Classes with faults are kept; their faulty members throw when they are reached. */
export function compile(sources: readonly ApexSource[], options: CompileOptions): Program {
    return new Program(sources, options);
}
