// The metadata of one org: components taken in, kept or taken back; describes and facts are made from them when asked for.
import { isDeepStrictEqual } from 'node:util';
import type {
    ApexText,
    ComponentMessage,
    CredentialFacts,
    Deletion,
    FormulaWorld,
    Metadata,
    MetadataOptions,
    SetupFacts,
    SourceFile
} from './api.ts';
import { checkComponents, withoutEffect } from './check/index.ts';
import { checkDeletions } from './check/deletions.ts';
import type { FieldType, ObjectDescribe } from './describe.ts';
import { apexTexts } from './facts/apex.ts';
import { credentialFacts } from './facts/credentials.ts';
import { metadataRecord, recordName } from './facts/customMetadata.ts';
import type { Labels } from './facts/labels.ts';
import { labelIn, readLabels } from './facts/labels.ts';
import { resourceBytes } from './facts/resources.ts';
import { setupFacts, subscriberConfig } from './facts/setup.ts';
import type { Names } from './formula/index.ts';
import { Formulas } from './formula/index.ts';
import { localNames } from './names.ts';
import { buildObjects } from './objects/build.ts';
import type { Component } from './source/components.ts';
import { componentKey, readSource } from './source/components.ts';
import { standardObjects } from './standard/index.ts';
import type { SObject, Value } from '../values/index.ts';

interface Derived {
    objects: Map<string, ObjectDescribe>;
    prefixes: Map<string, ObjectDescribe>;
    labels: Labels;
    records: Map<string, SObject[]>;
    formulas: Formulas;
}

export class OrgMetadata implements Metadata {
    readonly #options: MetadataOptions;
    readonly #localName: (name: string) => string;
    #kept: Map<string, Component> = new Map();
    #working: Map<string, Component> = new Map();
    #derived: Derived | null = null;
    #version = 0;

    constructor(options: MetadataOptions) {
        this.#options = options;
        this.#localName = localNames(options.namespace);
    }

    get version(): number {
        return this.#version;
    }

    apply(files: readonly SourceFile[], deletions: readonly Deletion[]): ComponentMessage[] {
        const read = readSource(files, this.#localName);
        const all = [
            ...read.deletions,
            ...deletions.map((one) => ({ type: one.type, name: this.#localName(one.name) }))
        ];
        const before = this.#working;
        const next = new Map(before);
        for (const one of read.components)
            if (one.problems.length === 0) next.set(componentKey(one.type, one.fullName), one);
        const gone = checkDeletions(next, all);
        this.#put(next);
        const checkFormula = (text: string, describe: ObjectDescribe, type: FieldType): void =>
            this.#now.formulas.check(text, describe, type);
        const context = {
            components: next,
            localName: this.#localName,
            object: (name: string) => this.object(name),
            checkFormula
        };
        const problems = checkComponents(read.components, context);
        const messages = read.components.map((one) => {
            const found = one.problems[0] ?? problems.get(one);
            const known = before.get(componentKey(one.type, one.fullName));
            if (!found) return accepted(one, known);
            if (one.problems.length === 0) this.#takeBack(next, one, known);
            return refused(one, found);
        });
        this.#put(next);
        return [...gone, ...messages];
    }

    #takeBack(next: Map<string, Component>, component: Component, known: Component | undefined): void {
        if (known) next.set(componentKey(component.type, component.fullName), known);
        else next.delete(componentKey(component.type, component.fullName));
    }

    #put(components: Map<string, Component>): void {
        this.#working = components;
        this.#derived = null;
    }

    commit(): void {
        this.#kept = this.#working;
        this.#version++;
    }

    rollback(): void {
        this.#put(this.#kept);
        // Rows copied from a state that is gone must not be taken for those of the present one.
        this.#version++;
    }

    get #now(): Derived {
        if (this.#derived) return this.#derived;
        const objects = buildObjects(this.#working, this.#localName);
        const prefixes = new Map<string, ObjectDescribe>();
        for (const object of objects.values())
            if (object.keyPrefix !== null && !prefixes.has(object.keyPrefix)) prefixes.set(object.keyPrefix, object);
        this.#derived = {
            objects,
            prefixes,
            labels: readLabels(this.#working, this.#localName),
            records: new Map(),
            formulas: new Formulas(this.#names())
        };
        return this.#derived;
    }

    #names(): Names {
        return {
            object: (name) => this.object(name),
            localName: this.#localName,
            labelExists: (name) => this.label(null, name, null) !== undefined,
            permissionExists: (name) => this.#component('CustomPermission', name) !== undefined,
            metadataRecordExists: (type, name) =>
                this.#component('CustomMetadata', `${type}.${name}`) !== undefined ||
                this.#component('CustomMetadata', `${type.replace(/__mdt$/, '')}.${name}`) !== undefined
        };
    }

    object(name: string): ObjectDescribe | undefined {
        const { objects } = this.#now;
        return objects.get(name.toLowerCase()) ?? objects.get(this.#localName(name).toLowerCase());
    }
    objects(): Iterable<ObjectDescribe> {
        return this.#now.objects.values();
    }
    objectByPrefix(prefix: string): ObjectDescribe | undefined {
        return this.#now.prefixes.get(prefix);
    }

    apexSources(): ApexText[] {
        return apexTexts(this.#working, this.#options.apiVersion);
    }

    evaluate(formula: string, world: FormulaWorld, returnType: string, blanksAsZero: boolean): Value {
        return this.#now.formulas.evaluate(formula, world, returnType as FieldType, blanksAsZero);
    }

    checkFormula(formula: string, object: ObjectDescribe, returnType: string): void {
        this.#now.formulas.check(formula, object, returnType as FieldType);
    }

    customMetadata(object: string): readonly SObject[] {
        const describe = this.object(object);
        if (!describe) return [];
        const { records } = this.#now;
        const known = records.get(describe.name);
        if (known) return known;
        const source = {
            localName: this.#localName,
            namespace: this.#options.namespace,
            object: (name: string) => this.object(name)
        };
        const rows = [...this.#working.values()]
            .filter(
                (one) =>
                    one.type === 'CustomMetadata' && recordName(one).type.toLowerCase() === describe.name.toLowerCase()
            )
            .flatMap((one) => metadataRecord(one, source) ?? []);
        records.set(describe.name, rows);
        return rows;
    }

    label(namespace: string | null, name: string, language: string | null): string | undefined {
        const own =
            namespace === null ||
            namespace.toLowerCase() === 'c' ||
            namespace.toLowerCase() === this.#options.namespace?.toLowerCase();
        return own ? labelIn(this.#now.labels, this.#localName(name), language) : undefined;
    }

    staticResource(name: string): Uint8Array | undefined {
        const found = this.#component('StaticResource', name);
        return found && resourceBytes(found);
    }

    pageExists(name: string): boolean {
        return this.#component('ApexPage', name) !== undefined;
    }

    credential(name: string): CredentialFacts | null {
        return credentialFacts(this.#working, this.#localName, name);
    }

    subscriberConfig(trigger: string): { batchSize: number | null; userName: string | null } | null {
        return subscriberConfig(this.#working, this.#localName, trigger);
    }

    setup(): SetupFacts {
        return setupFacts(this.#working, this.#localName, this.#options.apiVersion);
    }

    #component(type: string, name: string): Component | undefined {
        return this.#working.get(componentKey(type, this.#localName(name)));
    }
}

/** Apex is reported by the file of its text, as the compiler does. */
function fileOf(component: Component): string {
    return (component.type === 'ApexClass' || component.type === 'ApexTrigger') && component.contentFile !== null
        ? component.contentFile
        : component.file;
}

function accepted(component: Component, known: Component | undefined): ComponentMessage {
    const created =
        !known && !(component.type === 'CustomObject' && standardObjects().has(component.fullName.toLowerCase()));
    const warning = withoutEffect(component.type);
    return {
        fullName: component.fullName,
        componentType: component.type,
        fileName: fileOf(component),
        success: true,
        created,
        changed: created || !same(component, known),
        deleted: false,
        problem: warning,
        problemType: warning === null ? null : 'Warning',
        line: warning === null ? null : 1,
        column: warning === null ? null : 1
    };
}

function same(a: Component, b: Component | undefined): boolean {
    return (
        b !== undefined &&
        isDeepStrictEqual(a.xml, b.xml) &&
        isDeepStrictEqual(a.content, b.content) &&
        isDeepStrictEqual(a.bundle, b.bundle)
    );
}

function refused(
    component: Component,
    problem: { message: string; line: number; column: number; file?: string }
): ComponentMessage {
    return {
        fullName: component.fullName,
        componentType: component.type,
        fileName: problem.file ?? component.file,
        success: false,
        created: false,
        changed: false,
        deleted: false,
        problem: problem.message,
        problemType: 'Error',
        line: problem.line,
        column: problem.column
    };
}
