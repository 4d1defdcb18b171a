// Names in formulas: fields of the record and of its parents, and the global merge fields that begin with `$`.
import { fieldOf, referenceByRelationship } from '../describe.ts';
import type { FieldDescribe, ObjectDescribe } from '../describe.ts';
import { ApexDate, ApexDatetime, CompoundLocation, Decimal } from '../../values/index.ts';
import type { Value } from '../../values/index.ts';
import { FormulaError } from './errors.ts';
import { toDecimal, ZERO } from './numbers.ts';
import type { Expression } from './parser.ts';
import type { Env, FormulaType, Typed } from './types.ts';
import { formulaType } from './types.ts';

/** What names may mean: given by the room, so that the formula is checked against the org's own objects. */
export interface Names {
    object: (name: string) => ObjectDescribe | undefined;
    localName: (name: string) => string;
    labelExists: (name: string) => boolean;
    permissionExists: (name: string) => boolean;
    metadataRecordExists: (type: string, name: string) => boolean;
}

const MAX_STEPS = 10;
/** `$System.OriginDateTime` is 1900-01-01 00:00:00. */
const ORIGIN = ApexDatetime.utc(1900, 1, 1);
const HUNDRED = new Decimal(100n, 0);

export class FieldScope {
    readonly describe: ObjectDescribe;
    readonly names: Names;

    constructor(describe: ObjectDescribe, names: Names) {
        this.describe = describe;
        this.names = names;
    }

    field(node: Expression & { kind: 'number' | 'text' | 'field' }): Typed {
        const parts = this.names.localName(node.text).split('.');
        if (node.text.startsWith('$')) return this.#global(node, parts);
        const { field, path } = this.resolve(node.text, parts, node.position);
        return {
            node,
            field,
            path,
            type: formulaType(field.type),
            run: (env) => readField(env, field, env.world.read(path, false))
        };
    }

    resolve(text: string, parts: readonly string[], position: number): { field: FieldDescribe; path: string[] } {
        const missing = (): never => {
            throw new FormulaError(`Field ${text} does not exist. Check spelling.`, position);
        };
        if (parts.length > MAX_STEPS) missing();
        let at: ObjectDescribe = this.describe;
        const path: string[] = [];
        for (const step of parts.slice(0, -1)) {
            const [name = '', target] = step.split(':');
            const reference = referenceByRelationship(at, name) ?? missing();
            const next = this.names.object(
                target ??
                    (reference.referenceTo.length === 1
                        ? reference.referenceTo[0]
                        : name === 'Owner'
                          ? 'User'
                          : undefined) ??
                    ''
            );
            at = next ?? missing();
            path.push(reference.relationshipName ?? name);
        }
        const field = fieldOf(at, parts.at(-1) ?? '') ?? missing();
        return { field, path: [...path, field.name] };
    }

    #global(node: Expression & { kind: 'number' | 'text' | 'field' }, parts: string[]): Typed {
        const type = this.#globalType(node, parts);
        if (parts[0]?.toLowerCase() === '$system') return { node, field: null, path: null, type, run: () => ORIGIN };
        if (parts[0]?.toLowerCase() === '$recordtype') {
            const path = ['RecordType', ...parts.slice(1)];
            return {
                node,
                field: null,
                path: null,
                type,
                run: (env) => normal(env.world.read(path, false), type, env)
            };
        }
        return { node, field: null, path: null, type, run: (env) => normal(env.world.global(parts), type, env) };
    }

    #globalType(node: Expression & { kind: 'number' | 'text' | 'field' }, parts: string[]): FormulaType {
        const missing = (): never => {
            throw new FormulaError(`Field ${node.text} does not exist. Check spelling.`, node.position);
        };
        const [root = '', first = '', second = '', third = ''] = parts;
        const typeIn = (object: string, name: string): FormulaType => {
            const describe = this.names.object(object) ?? missing();
            if (!describe.fields.has(name.toLowerCase()) && !describe.custom && parts.length > 2) return 'Any';
            return formulaType((fieldOf(describe, name) ?? missing()).type);
        };
        switch (root.toLowerCase()) {
            case '$user':
                return typeIn('User', first);
            case '$profile':
                return typeIn('Profile', first);
            case '$userrole':
                return typeIn('UserRole', first);
            case '$organization':
                return typeIn('Organization', first);
            case '$recordtype':
                return typeIn('RecordType', first);
            case '$setup':
                return typeIn(first, second);
            case '$label':
                return this.names.labelExists(first) ? 'Text' : missing();
            case '$permission':
                return this.names.permissionExists(first) ? 'Boolean' : missing();
            case '$custommetadata':
                return this.names.metadataRecordExists(first, second) ? typeIn(first, third) : missing();
            case '$system':
                return first.toLowerCase() === 'origindatetime' ? 'DateTime' : missing();
            case '$api':
                return 'Text';
            case '$objecttype':
                return 'Any';
            default:
                return missing();
        }
    }
}

/** Blank texts are blank, unchecked boxes false, percents are fractions. */
export function readField(env: Env, field: FieldDescribe, value: Value): Value {
    if (field.type === 'percent') {
        const number = toDecimal(value);
        return number === null ? (env.zero ? ZERO : null) : number.divide(HUNDRED);
    }
    return normal(value, formulaType(field.type), env);
}

function normal(value: Value, type: FormulaType, env: Env): Value {
    switch (type) {
        case 'Number':
            return toDecimal(value) ?? (env.zero ? ZERO : null);
        case 'Boolean':
            return value === true;
        case 'Any':
            return typeof value === 'number' || typeof value === 'bigint'
                ? toDecimal(value)
                : value === ''
                  ? null
                  : (value ?? null);
        case 'Date':
            return value instanceof ApexDatetime ? new ApexDate(Math.floor(value.ms / 86_400_000)) : (value ?? null);
        case 'Location':
            return value instanceof CompoundLocation ? value : null;
        default:
            return value === '' || value === undefined ? null : value;
    }
}
