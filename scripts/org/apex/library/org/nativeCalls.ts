// Calls into the rest of the library by name, for values that other files make.
import { throwApex } from '../../runtime/exceptions.ts';
import { nativeNamed, typeNamed } from '../../runtime/registry.ts';

/** A static method of a library class by name and number of arguments. */
export function nativeStatic(className: string, name: string, args: readonly unknown[]): any {
    const pattern = new RegExp(`\\s${name}\\s*\\(([^)]*)\\)\\s*$`, 'i');
    for (const [signature, run] of Object.entries(nativeNamed(className)?.statics ?? {})) {
        const match = pattern.exec(signature);
        if (!match) continue;
        const list = (match[1] ?? '').trim();
        if ((list === '' ? 0 : list.replace(/<[^()]*?>/g, '').split(',').length) === args.length) return run(...args);
    }
    return throwApex('System.UnsupportedOperationException', `unsupported: ${className}.${name}`);
}

/** `new` of a library class with no arguments. */
export function nativeNew(className: string): object {
    const make = nativeNamed(className)?.constructors?.['()'];
    return (
        make
            ? make(typeNamed(className))
            : throwApex('System.UnsupportedOperationException', `unsupported: new ${className}`)
    ) as object;
}
