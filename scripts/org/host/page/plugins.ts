// Rollup plugins whose types do not fit how Node loads them: each is a function that gives a plugin.
import lwcModule from '@lwc/rollup-plugin';
import replaceModule from '@rollup/plugin-replace';
import type { Plugin } from 'rollup';

type Make<T> = (options: T) => Plugin;

const made = <T>(module: unknown): Make<T> => {
    const inner = (module as { default?: unknown }).default;
    return (typeof module === 'function' ? module : inner) as Make<T>;
};

export interface LwcOptions {
    rootDir: string;
    enableDynamicComponents: boolean;
    defaultModules?: unknown[];
    modules: ({ dir: string } | { name: string; path: string } | { npm: string })[];
}

/** Compiles Lightning web components. */
export const lwc = made<LwcOptions>(lwcModule);
export const replace = made<{ preventAssignment: boolean; values: Record<string, string> }>(replaceModule);
