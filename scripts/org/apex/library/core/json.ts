// System.JSON and System.JSONToken.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Json.htm
import type { RtType } from '../../runtime/types.ts';
import { nativeClass } from '../native.ts';
import { notNull } from '../io/bean.ts';
import { deserialize, deserializeUntyped } from './jsonDeserialize.ts';
import { JsonGenerator } from './jsonGenerator.ts';
import { JsonParser } from './jsonParser.ts';
import { serialize } from './jsonSerialize.ts';
import { JSON_TOKENS } from './jsonTokens.ts';

function typed(text: string | null, type: RtType | null, strict: boolean): unknown {
    return deserialize(notNull(text), notNull(type), strict);
}

export const json = nativeClass({
    name: 'System.JSON',
    statics: {
        'System.JSONGenerator createGenerator(Boolean prettyPrint)': (pretty: boolean | null) =>
            new JsonGenerator(pretty === true),
        'System.JSONParser createParser(String jsonString)': (text: string | null) => new JsonParser(notNull(text)),
        'Object deserialize(String jsonString, System.Type apexType)': (text: string | null, type: RtType | null) =>
            typed(text, type, false),
        'Object deserializeStrict(String jsonString, System.Type apexType)': (
            text: string | null,
            type: RtType | null
        ) => typed(text, type, true),
        'Object deserializeUntyped(String jsonString)': (text: string | null) => deserializeUntyped(notNull(text)),
        'String serialize(Object objectToSerialize)': (value: unknown) =>
            serialize(value, { pretty: false, suppressNulls: false }),
        'String serialize(Object objectToSerialize, Boolean suppressApexObjectNulls)': (
            value: unknown,
            suppress: boolean | null
        ) => serialize(value, { pretty: false, suppressNulls: suppress === true }),
        'String serializePretty(Object objectToSerialize)': (value: unknown) =>
            serialize(value, { pretty: true, suppressNulls: false }),
        'String serializePretty(Object objectToSerialize, Boolean suppressApexObjectNulls)': (
            value: unknown,
            suppress: boolean | null
        ) => serialize(value, { pretty: true, suppressNulls: suppress === true })
    }
});

export const jsonToken = nativeClass({ name: 'System.JSONToken', kind: 'enum', enumValues: JSON_TOKENS });
