// What Salesforce refuses is refused with its message.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schema } from '../metadata/describe.ts';
import { standardObjects } from '../metadata/standard/index.ts';
import { DECLARATION_REFUSALS } from './declarations.cases.ts';
import { compile } from './index.ts';
import { nativeClasses } from './library/index.ts';
import { MORE_REFUSALS } from './refusals.cases.ts';
import { createSoql } from '../soql/index.ts';
import { createStore } from '../store/index.ts';
import { REFUSALS } from './strictness.cases.ts';
import { schemaOf } from './testing.ts';

const standard = standardObjects();
const schema: Schema = schemaOf(
    ...[...standard.values()].filter((object) => ['Account', 'Contact', 'User'].includes(object.name))
);

const store = createStore({ file: null });
store.applySchema(schema.objects());
const soql = createSoql(schema, store, { namespace: null });

for (const refusal of [...REFUSALS, ...DECLARATION_REFUSALS, ...MORE_REFUSALS]) {
    test(`the compiler refuses ${refusal.what}`, () => {
        const classes = refusal.classes ?? [
            `public class T {\n class TestException extends Exception {}\n static void nothing() {}\n static void m() {\n${refusal.body!}\n}\n}`
        ];
        const sources = classes.map((text, index) => ({
            path: `F${index}.cls`,
            kind: 'class' as const,
            text,
            apiVersion: 67
        }));
        const messages = compile(sources, {
            schema,
            namespace: null,
            natives: nativeClasses,
            checkQuery: (text) => soql.check(text)
        }).diagnostics.map((diagnostic) => diagnostic.message);
        assert.ok(
            messages.includes(refusal.message),
            `wanted: ${refusal.message}\n got: ${messages.join('\n      ') || '(nothing)'}`
        );
    });
}
