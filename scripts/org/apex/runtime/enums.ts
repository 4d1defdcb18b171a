// Apex enums, of the platform and of user code: constants are interned, so identity is equality.

export class ApexEnum {
    /** Qualified: `System.JSONToken`, `Outer.Color`. */
    readonly typeName: string;
    readonly name: string;
    readonly ordinal: number;
    constructor(typeName: string, name: string, ordinal: number) {
        this.typeName = typeName;
        this.name = name;
        this.ordinal = ordinal;
    }
    toString(): string {
        return this.name;
    }
}

const enums = new Map<string, readonly ApexEnum[]>();

/** The constants of an enum type; defined again (after a deploy) it keeps the objects whose name and place are the same. */
export function defineEnum(typeName: string, names: readonly string[]): readonly ApexEnum[] {
    const key = typeName.toLowerCase();
    const known = enums.get(key);
    if (known && known.length === names.length && known.every((constant, at) => constant.name === names[at]))
        return known;
    const constants = names.map((name, ordinal) => new ApexEnum(typeName, name, ordinal));
    enums.set(key, constants);
    return constants;
}

export function enumConstants(typeName: string): readonly ApexEnum[] {
    return enums.get(typeName.toLowerCase()) ?? [];
}

/** The constant with this name, any case; undefined when there is none. */
export function enumConstant(typeName: string, name: string): ApexEnum | undefined {
    const wanted = name.toLowerCase();
    return enumConstants(typeName).find((constant) => constant.name.toLowerCase() === wanted);
}
