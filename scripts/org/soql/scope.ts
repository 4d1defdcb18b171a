// Names of a query resolved against the describes: field paths up to five parents, each parent one LEFT JOIN; references to
// several objects (Owner, Who, What) go through a function that looks at the id.
import type { FieldDescribe, ObjectDescribe } from '../metadata/describe.ts';
import { fieldOf, referenceByRelationship } from '../metadata/describe.ts';
import { newField } from '../metadata/make.ts';
import { decoder, isStored, isText, quote } from '../store/columns.ts';
import type { PathExpr } from './ast.ts';
import { noSuchColumn, noSuchObject, noSuchParent, tooDeep, unsupported } from './messages.ts';
import type { PlanEnvironment, Reader, Statement } from './statement.ts';

export interface Node {
    describe: ObjectDescribe;
    alias: string;
    /** How the parent is reached; null for the object queried. */
    parent: { node: Node; reference: FieldDescribe } | null;
    parents: Map<string, Node>;
}

/** A path through a reference that may lead to several objects. */
export interface Polymorphic {
    node: Node;
    reference: FieldDescribe;
    /** Canonical names after the reference: relationships, then the field. */
    rest: string[];
}

export interface Resolved {
    sql: string;
    field: FieldDescribe;
    owner: ObjectDescribe;
    node: Node;
    /** Relationship names, then the field, as the describes write them. */
    path: string[];
    read: Reader;
    polymorphic: Polymorphic | null;
}

export function objectNamed(environment: PlanEnvironment, name: string): ObjectDescribe | undefined {
    return environment.schema.object(name) ?? environment.schema.object(withoutNamespace(environment, name));
}

function withoutNamespace(environment: PlanEnvironment, name: string): string {
    const prefix = environment.namespace ? `${environment.namespace.toLowerCase()}__` : null;
    return prefix && name.toLowerCase().startsWith(prefix) ? name.slice(prefix.length) : name;
}

export class Scope {
    readonly statement: Statement;
    readonly root: Node;
    /** Lower-cased names that stand for the object queried, and aliases of its parents with their paths. */
    readonly #aliases = new Map<string, string[]>();
    readonly #joins: string[] = [];

    constructor(statement: Statement, describe: ObjectDescribe, alias: string | null) {
        this.statement = statement;
        this.root = { describe, alias: statement.alias(), parent: null, parents: new Map() };
        this.#aliases.set(describe.name.toLowerCase(), []);
        if (alias) this.#aliases.set(alias.toLowerCase(), []);
    }

    /** `FROM Contact c, c.Account a`: the alias stands for the path. */
    addAlias(alias: string, path: readonly string[]): void {
        this.#aliases.set(alias.toLowerCase(), this.expand(path));
    }

    /** The FROM part; complete once every path is resolved. */
    from(): string {
        return [`${quote(this.root.describe.name)} AS ${this.root.alias}`, ...this.#joins].join(' ');
    }

    expand(parts: readonly string[]): string[] {
        const first = (parts[0] as string).toLowerCase();
        const stands = parts.length > 1 ? this.#aliases.get(first) : undefined;
        if (!stands || referenceByRelationship(this.root.describe, first)) return [...parts];
        return [...stands, ...parts.slice(1)];
    }

    resolve(path: PathExpr): Resolved {
        const parts = this.expand(path.parts);
        if (parts.length > 6) throw tooDeep(path.pos);
        let node = this.root;
        const names: string[] = [];
        for (let at = 0; at < parts.length - 1; at++) {
            const reference = this.#reference(node.describe, parts[at] as string);
            if (!reference) throw noSuchParent(parts[at] as string, path.pos);
            this.statement.use(node.describe, reference, path.pos);
            names.push(reference.relationshipName as string);
            if (reference.referenceTo.length > 1)
                return this.#polymorphic(node, reference, names, parts.slice(at + 1), path);
            node = this.join(node, reference, path.pos);
        }
        const field = this.field(node.describe, parts[parts.length - 1] as string, path.pos);
        this.statement.use(node.describe, field, path.pos);
        return {
            sql: columnSql(node, field),
            field,
            owner: node.describe,
            node,
            path: [...names, field.name],
            read: decoder(field),
            polymorphic: null
        };
    }

    field(describe: ObjectDescribe, name: string, position: number): FieldDescribe {
        const field = fieldOf(describe, name) ?? fieldOf(describe, withoutNamespace(this.statement.environment, name));
        if (!field) throw noSuchColumn(name, describe.name, position);
        return field;
    }

    join(node: Node, reference: FieldDescribe, position: number): Node {
        const key = reference.name;
        const known = node.parents.get(key);
        if (known) return known;
        const target = this.statement.environment.schema.object(reference.referenceTo[0] ?? '');
        if (!target) throw noSuchObject(reference.referenceTo[0] ?? '', position);
        this.statement.objects.add(target);
        const parent: Node = {
            describe: target,
            alias: this.statement.alias(),
            parent: { node, reference },
            parents: new Map()
        };
        node.parents.set(key, parent);
        const from = `${node.alias}.${quote(reference.name)}`;
        const on = keysOf(target)
            .map((column) => `${parent.alias}.${quote(column)} = ${from}`)
            .join(' OR ');
        this.#joins.push(`LEFT JOIN ${quote(target.name)} AS ${parent.alias} ON ${on}`);
        return parent;
    }

    #reference(describe: ObjectDescribe, relationship: string): FieldDescribe | undefined {
        return (
            referenceByRelationship(describe, relationship) ??
            referenceByRelationship(describe, withoutNamespace(this.statement.environment, relationship))
        );
    }

    #polymorphic(node: Node, reference: FieldDescribe, names: string[], rest: string[], path: PathExpr): Resolved {
        const { schema } = this.statement.environment;
        const last = rest[rest.length - 1] as string;
        const found = rest.length === 1 && last.toLowerCase() === 'type' ? TYPE_OF_NAME : undefined;
        let leaf: { field: FieldDescribe; owner: ObjectDescribe; rest: string[] } | undefined;
        for (const target of reference.referenceTo) {
            const describe = schema.object(target);
            leaf ??= describe && this.#walk(describe, rest);
        }
        if (found) leaf = { field: found, owner: node.describe, rest: ['Type'] };
        if (!leaf) {
            if (rest.length > 1) throw noSuchParent(rest[0] as string, path.pos);
            throw noSuchColumn(last, 'Name', path.pos);
        }
        for (const target of reference.referenceTo) {
            const describe = schema.object(target);
            if (describe) this.statement.objects.add(describe);
        }
        const { field } = leaf;
        if (!isStored(field))
            throw unsupported(
                `the field ${field.name} through ${names.join('.')}, which may lead to several objects`,
                path.pos
            );
        const call = `sf_poly(${node.alias}.${quote(reference.name)}, '${leaf.rest.join('.')}')`;
        return {
            sql: isText(field) ? `(${call} COLLATE NOCASE)` : call,
            field,
            owner: leaf.owner,
            node,
            path: [...names, ...leaf.rest],
            read: decoder(field),
            polymorphic: { node, reference, rest: leaf.rest }
        };
    }

    #walk(
        describe: ObjectDescribe,
        parts: readonly string[]
    ): { field: FieldDescribe; owner: ObjectDescribe; rest: string[] } | undefined {
        if (parts.length === 1) {
            const field = fieldOf(describe, parts[0] as string);
            return field && { field, owner: describe, rest: [field.name] };
        }
        const reference = this.#reference(describe, parts[0] as string);
        const target = reference && this.statement.environment.schema.object(reference.referenceTo[0] ?? '');
        const inner = target && this.#walk(target, parts.slice(1));
        return inner && reference
            ? { ...inner, rest: [reference.relationshipName as string, ...inner.rest] }
            : undefined;
    }
}

/** Entity and field definitions are referred to by durable id, which is made of their names, or by id. */
function keysOf(target: ObjectDescribe): string[] {
    if (target.name === 'EntityDefinition' || target.name === 'FieldDefinition') {
        const keys = ['DurableId', 'Id'].filter((name) => fieldOf(target, name));
        if (keys.length > 0) return keys;
    }
    return ['Id'];
}

export function columnSql(node: Node, field: FieldDescribe): string {
    const column = `${node.alias}.${quote(field.name)}`;
    if (!isStored(field) && field.formula !== null) {
        const call = `sf_formula('${node.describe.name}', '${field.name}', ${node.alias}."Id")`;
        return isText(field) ? `(${call} COLLATE NOCASE)` : call;
    }
    // A checkbox of a parent that is not there counts as false.
    return field.type === 'boolean' && node.parent ? `coalesce(${column}, 0)` : column;
}

/** `Owner.Type`, `What.Type`: the name of the object the id belongs to. */
const TYPE_OF_NAME: FieldDescribe = newField({
    name: 'Type',
    type: 'string',
    length: 40,
    createable: false,
    updateable: false
});
