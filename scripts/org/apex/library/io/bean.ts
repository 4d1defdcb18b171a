// Library classes that only hold values: each property is kept as it is set.
import { throwApex } from '../../runtime/exceptions.ts';
import type { NativeClass, NativeFunction } from '../native.ts';

/** An object of such a class. Values by lower-cased property name. */
export class Bean {
    readonly className: string;
    readonly values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;

    constructor(className: string) {
        this.className = className;
    }
    read(name: string): unknown {
        return this.values[name.toLowerCase()] ?? null;
    }
    write(name: string, value: unknown): void {
        this.values[name.toLowerCase()] = value;
    }
    toString(): string {
        const parts = Object.entries(this.values).map(([name, value]) => `${name}=${String(value)}`);
        return `${this.className}[${parts.join(';')}]`;
    }
}

interface BeanOptions extends Partial<NativeClass> {
    /** First values, made anew for each object. */
    start?: (bean: Bean) => void;
}

/** `'String subject'` → property; with `accessors` also `getSubject()` and `setSubject(String)`. */
export function beanClass(
    name: string,
    properties: readonly string[],
    options: BeanOptions = {},
    accessors = false
): NativeClass {
    const { start, ...more } = options;
    const Made = class extends Bean {
        static $native = name;
    };
    const make = (): Bean => {
        const bean = new Made(name);
        start?.(bean);
        return bean;
    };
    const methods: Record<string, NativeFunction> = {};
    const fields: NonNullable<NativeClass['properties']> = {};
    for (const property of properties) {
        const at = property.lastIndexOf(' ');
        const [type, own] = [property.slice(0, at), property.slice(at + 1)];
        const title = own[0]?.toUpperCase() + own.slice(1);
        fields[property] = {
            get: (self: Bean) => self.read(own),
            set: (self: Bean, value: unknown) => {
                self.write(own, value);
            }
        };
        if (!accessors) continue;
        methods[`${type} get${title}()`] = (self: Bean) => self.read(own);
        methods[`void set${title}(${type} value)`] = (self: Bean, value: unknown) => {
            self.write(own, value);
        };
    }
    return {
        name,
        constructors: { '()': make },
        properties: fields,
        isInstance: (value) => value instanceof Bean && (value.className === name || inherits(value.className, name)),
        ...more,
        methods: { ...methods, ...more.methods }
    };
}

/** Subclasses of a bean class by their superclass, as declared. */
const PARENTS = new Map<string, string>();

export function beanSubclass(
    name: string,
    parent: NativeClass,
    properties: readonly string[],
    options: BeanOptions = {},
    accessors = false
): NativeClass {
    PARENTS.set(name, parent.name);
    return beanClass(name, properties, { superclass: parent.name, ...options }, accessors);
}

function inherits(name: string, parent: string): boolean {
    for (let at = PARENTS.get(name); at !== undefined; at = PARENTS.get(at)) if (at === parent) return true;
    return false;
}

export function notNull<T>(value: T | null | undefined): T {
    return value ?? throwApex('System.NullPointerException', 'Argument cannot be null.');
}
