// For tests: compiles snippets of Apex against a list of library classes and a platform made of plain values, and runs them.
import type { ObjectDescribe, Schema } from '../metadata/describe.ts';
import type { NativeClass } from './library/native.ts';
import type { Diagnostic } from './diagnostics.ts';
import { compile, type CompileOptions, type Program } from './index.ts';
import type { Platform } from './runtime/platform.ts';
import { setPlatform } from './runtime/platform.ts';
import { resetCpu } from './runtime/statics.ts';
import { invokeStatic } from './runtime/invoke.ts';

export interface ApexRun {
    program: Program;
    diagnostics: Diagnostic[];
    /** Value of the expression or of `Snippet.run()`. */
    value: unknown;
    debug: string[];
}

export const emptySchema: Schema = { object: () => undefined, objects: () => [], objectByPrefix: () => undefined };

export function schemaOf(...objects: ObjectDescribe[]): Schema {
    const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
    return {
        object: (name) => byName.get(name.toLowerCase()),
        objects: () => objects,
        objectByPrefix: (prefix) => objects.find((object) => object.keyPrefix === prefix)
    };
}

/** A platform that answers what plain code asks for; every other question is an error that names it. */
export function fakePlatform(schema: Schema, debug: string[], more: Partial<Platform> = {}): Platform {
    const known: Partial<Platform> = {
        schema,
        namespace: null,
        isTest: false,
        trigger: null,
        requestKind: 'Test',
        requestId: 'TEST',
        user: {
            id: '005000000000001AAA',
            username: 'tester@example.com',
            name: 'Test User',
            firstName: 'Test',
            lastName: 'User',
            email: 'tester@example.com',
            profileId: '00e000000000001AAA',
            roleId: null,
            userType: 'Standard',
            locale: 'en_US',
            language: 'en_US',
            timeZone: 'America/Los_Angeles',
            currency: 'USD',
            sessionId: null,
            organizationId: '00D000000000001AAA',
            organizationName: 'Test'
        },
        now: () => Date.UTC(2026, 0, 15, 12),
        debug: (_level, message) => void debug.push(message),
        limit: () => ({ used: 0, max: 100 }),
        countLimit: () => undefined,
        runAs: (_user, body) => body(),
        ...more
    };
    return new Proxy(known as Platform, {
        get(target, name) {
            if (name in target) return target[name as keyof Platform];
            throw new Error(`The fake platform of this test has no ${String(name)}`);
        }
    });
}

export interface RunOptions {
    natives: readonly NativeClass[];
    schema?: Schema;
    platform?: Partial<Platform>;
    compile?: Partial<CompileOptions>;
    apiVersion?: number;
}

/**
 * Compiles the classes (each a file named after itself) and evaluates the expression in one more. Without an expression, calls
 * `run()` of the last class when it has one. Diagnostics are returned, and nothing runs when there are any.
 */
export function runApex(source: string | readonly string[], expression: string | null, options: RunOptions): ApexRun {
    const schema = options.schema ?? emptySchema;
    const debug: string[] = [];
    const texts = typeof source === 'string' ? (source === '' ? [] : [source]) : [...source];
    if (expression !== null)
        texts.push(`public class Snippet { public static Object run() { return ${expression}; } }`);
    const sources = texts.map((text, index) => {
        const name = /\b(?:class|interface|enum)\s+(\w+)/i.exec(text)?.[1] ?? `File${index}`;
        return { path: `${name}.cls`, kind: 'class' as const, text, apiVersion: options.apiVersion ?? 67 };
    });
    setPlatform(fakePlatform(schema, debug, options.platform));
    const program = compile(sources, { schema, namespace: null, natives: options.natives, ...options.compile });
    const run: ApexRun = { program, diagnostics: [...program.diagnostics], value: undefined, debug };
    if (run.diagnostics.length > 0) return run;
    program.load();
    resetCpu(10_000);
    const last = sources[sources.length - 1]!.path.replace('.cls', '');
    if (
        program.classes
            .get(last.toLowerCase())
            ?.info.methods.some(
                (method) => method.name.toLowerCase() === 'run' && method.isStatic && method.params.length === 0
            )
    )
        run.value = invokeStatic(last, 'run', []);
    return run;
}
