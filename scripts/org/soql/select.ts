// The select list of a query for records: which columns to read, and the tree of records that they are put into.
import type { FieldDescribe, ObjectDescribe } from '../metadata/describe.ts';
import { fieldOf } from '../metadata/describe.ts';
import { decoder, isStored, quote } from '../store/columns.ts';
import type { FieldExpr, PathExpr, Query, SelectItem, TypeofItem } from './ast.ts';
import { componentsOf, expression, isAggregate } from './expressions.ts';
import { duplicateField, malformed, noSuchObject, noSuchParent, unexpected, unsupported } from './messages.ts';
import type { Node, Scope } from './scope.ts';
import { columnSql } from './scope.ts';
import type { Reader } from './statement.ts';

export interface FieldSlot {
    name: string;
    index: number;
    read: Reader;
}

/** How a record is made of a row. */
export interface RecordShape {
    /** Null below a reference to several objects: the id tells. */
    describe: ObjectDescribe | null;
    /** Column that is null when the record is not there; -1 for objects without ids. */
    idIndex: number;
    slots: FieldSlot[];
    /** Fields put in beside the named ones. */
    implicit: string[];
    /** Formula fields, worked out after the rows are read. */
    formulas: string[];
    compounds: { name: string; field: FieldDescribe; parts: { part: string; index: number; read: Reader }[] }[];
    parents: { relationship: string; shape: RecordShape }[];
}

export interface TypeofShape {
    relationship: string;
    idIndex: number;
    branches: { object: ObjectDescribe; query: Query }[];
    otherwise: RecordShape | null;
}

export class SelectList {
    readonly columns: string[] = [];
    readonly root: RecordShape;
    readonly subqueries: { query: Query; pos: number }[] = [];
    readonly typeofs: TypeofShape[] = [];
    readonly #scope: Scope;
    readonly #chosen = new Set<string>();
    readonly #shapes = new Map<Node, RecordShape>();

    constructor(scope: Scope) {
        this.#scope = scope;
        this.root = this.#shapeOf(scope.root);
    }

    add(item: SelectItem): void {
        switch (item.k) {
            case 'subquery':
                this.subqueries.push({ query: item.query, pos: item.pos });
                return;
            case 'fields':
                this.#addGroup(item.group, item.pos);
                return;
            case 'typeof':
                this.#addTypeof(item);
                return;
            case 'field':
                if (item.expr.k === 'path') {
                    if (item.alias !== null) throw malformed('only aggregate expressions use field aliasing', item.pos);
                    this.#addPath(item.expr);
                } else {
                    this.#addCall(item.expr, item.alias);
                }
        }
    }

    column(sql: string): number {
        this.columns.push(sql);
        return this.columns.length - 1;
    }

    #choose(name: string, position: number): void {
        const key = name.toLowerCase();
        if (this.#chosen.has(key)) throw duplicateField(name, position);
        this.#chosen.add(key);
    }

    #addPath(path: PathExpr): void {
        const resolved = this.#scope.resolve(path);
        this.#choose(resolved.path.join('.'), path.pos);
        const { field } = resolved;
        if (resolved.polymorphic) {
            const { node, reference, rest } = resolved.polymorphic;
            this.#addPolymorphic(this.#shapeOf(node), node, reference, rest, resolved.sql, resolved.read);
            return;
        }
        const shape = this.#shapeOf(resolved.node);
        if (field.type === 'address' || field.type === 'location') {
            const parts = componentsOf(resolved).map(({ part, field: one }) => ({
                part,
                index: this.column(columnSql(resolved.node, one)),
                read: decoder(one)
            }));
            shape.compounds.push({ name: field.name, field, parts });
        } else if (!isStored(field)) {
            shape.formulas.push(field.name);
            shape.slots.push({ name: field.name, index: -1, read: resolved.read });
        } else {
            this.#addSlot(shape, field.name, resolved.sql, resolved.read);
        }
    }

    #addSlot(shape: RecordShape, name: string, sql: string, read: Reader): void {
        const known = shape.slots.find((slot) => slot.name === name);
        if (known) {
            shape.implicit = shape.implicit.filter((one) => one !== name);
            // The order of the fields is the order in which they are named.
            shape.slots = [...shape.slots.filter((slot) => slot !== known), known];
            return;
        }
        shape.slots.push({ name, index: this.column(sql), read });
    }

    #addCall(call: Extract<FieldExpr, { k: 'call' }>, alias: string | null): void {
        if (isAggregate(call)) throw malformed(`aggregate function needs an aggregate query: ${call.name}`, call.pos);
        const typed = expression(this.#scope, call);
        const resolved = typed.resolved;
        if (!resolved && alias === null && call.fn !== 'DISTANCE')
            throw malformed(`Field must be grouped or aggregated: ${call.name}`, call.pos);
        const name = alias ?? (resolved ? resolved.path.join('.') : 'expr0');
        this.#choose(name, call.pos);
        if (resolved?.polymorphic && alias === null)
            throw unsupported(`${call.name} of a field of several objects`, call.pos);
        const shape = alias === null && resolved ? this.#shapeOf(resolved.node) : this.root;
        this.#addSlot(shape, alias ?? typed.field?.name ?? name, typed.sql, typed.read);
    }

    /** The shape of a joined object, made with its key and hung into its child's shape when first met. */
    #shapeOf(node: Node): RecordShape {
        const known = this.#shapes.get(node);
        if (known) return known;
        const shape: RecordShape = {
            describe: node.describe,
            idIndex: -1,
            slots: [],
            implicit: [],
            formulas: [],
            compounds: [],
            parents: []
        };
        this.#shapes.set(node, shape);
        const id = fieldOf(node.describe, 'Id');
        if (id) {
            shape.idIndex = this.column(columnSql(node, id));
            shape.slots.push({ name: 'Id', index: shape.idIndex, read: (value) => value });
            shape.implicit.push('Id');
        }
        if (node.parent) {
            const { node: below, reference } = node.parent;
            const childShape = this.#shapeOf(below);
            this.#keepKey(childShape, below, reference);
            childShape.parents.push({ relationship: reference.relationshipName as string, shape });
        }
        return shape;
    }

    /** The key of a parent comes with it: `AccountId` when `Account.Name` is selected. Returns its column. */
    #keepKey(shape: RecordShape, node: Node, reference: FieldDescribe): number {
        const known = shape.slots.find((slot) => slot.name === reference.name);
        if (known) return known.index;
        const index = this.column(columnSql(node, reference));
        shape.slots.push({ name: reference.name, index, read: decoder(reference) });
        shape.implicit.push(reference.name);
        return index;
    }

    #addPolymorphic(
        base: RecordShape,
        node: Node,
        reference: FieldDescribe,
        rest: string[],
        sql: string,
        read: Reader
    ): void {
        const relationship = reference.relationshipName as string;
        let shape = base.parents.find((parent) => parent.relationship === relationship)?.shape;
        if (!shape) {
            const idIndex = this.#keepKey(base, node, reference);
            shape = {
                describe: null,
                idIndex,
                slots: [{ name: 'Id', index: idIndex, read: (value) => value }],
                implicit: ['Id'],
                formulas: [],
                compounds: [],
                parents: []
            };
            base.parents.push({ relationship, shape });
        }
        let describe: ObjectDescribe | undefined;
        for (const name of rest.slice(0, -1)) {
            describe = this.#targetOf(describe, reference, name);
            let inner: RecordShape | undefined = shape.parents.find((parent) => parent.relationship === name)?.shape;
            if (!inner) {
                const idIndex = this.column(
                    `sf_poly(${node.alias}.${quote(reference.name)}, '${[...rest.slice(0, rest.indexOf(name) + 1), 'Id'].join('.')}')`
                );
                inner = {
                    describe: describe ?? null,
                    idIndex,
                    slots: [{ name: 'Id', index: idIndex, read: (value) => value }],
                    implicit: ['Id'],
                    formulas: [],
                    compounds: [],
                    parents: []
                };
                shape.parents.push({ relationship: name, shape: inner });
            }
            shape = inner;
        }
        this.#addSlot(shape, rest[rest.length - 1] as string, sql, read);
    }

    #targetOf(
        from: ObjectDescribe | undefined,
        reference: FieldDescribe,
        relationship: string
    ): ObjectDescribe | undefined {
        const { schema } = this.#scope.statement.environment;
        const starts = from ? [from] : reference.referenceTo.map((name) => schema.object(name));
        for (const start of starts) {
            for (const field of start?.fields.values() ?? []) {
                if (field.relationshipName === relationship) return schema.object(field.referenceTo[0] ?? '');
            }
        }
        return undefined;
    }

    #addGroup(group: 'ALL' | 'STANDARD' | 'CUSTOM', position: number): void {
        for (const field of this.#scope.root.describe.fields.values()) {
            if (group !== 'ALL' && field.custom !== (group === 'CUSTOM')) continue;
            this.#addPath({ k: 'path', parts: [field.name], pos: position });
        }
    }

    #addTypeof(item: TypeofItem): void {
        const { schema } = this.#scope.statement.environment;
        if (item.path.parts.length !== 1) throw unsupported('TYPEOF of a path', item.pos);
        const name = item.path.parts[0] as string;
        const { describe } = this.#scope.root;
        const reference = [...describe.fields.values()].find(
            (field) => field.relationshipName?.toLowerCase() === name.toLowerCase()
        );
        if (!reference) throw noSuchParent(name, item.path.pos);
        if (reference.referenceTo.length < 2)
            throw malformed(`TYPEOF can only be used on polymorphic relationships: ${name}`, item.pos);
        this.#choose(reference.relationshipName as string, item.pos);
        const idIndex = this.#keepKey(this.root, this.#scope.root, reference);
        const branches = item.whens.map((when) => {
            const object = schema.object(when.type);
            if (!object) throw noSuchObject(when.type, when.pos);
            if (!reference.referenceTo.some((target) => target.toLowerCase() === object.name.toLowerCase()))
                throw unexpected(when.type, when.pos);
            return { object, query: selectOf(object.name, when.fields, when.pos) };
        });
        let otherwise: RecordShape | null = null;
        if (item.otherwise) {
            const before = this.root.parents.length;
            for (const path of item.otherwise) this.#addPath({ ...path, parts: [name, ...path.parts] });
            otherwise = this.root.parents.splice(before)[0]?.shape ?? null;
        }
        this.typeofs.push({ relationship: reference.relationshipName as string, idIndex, branches, otherwise });
    }
}

export function selectOf(object: string, fields: PathExpr[], pos: number): Query {
    return {
        select: fields.map((expr) => ({ k: 'field', expr, alias: null, pos: expr.pos })),
        from: [{ parts: [object], alias: null, pos }],
        scope: null,
        where: null,
        access: null,
        groupBy: null,
        having: null,
        orderBy: [],
        limit: null,
        offset: null,
        locking: null,
        allRows: false,
        pos
    };
}
