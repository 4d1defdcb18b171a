// System.JSONParser: JSON read token by token.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_JsonParser.htm
import { Decimal } from '../../../values/index.ts';
import { enumConstant } from '../../runtime/enums.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import type { RtType } from '../../runtime/types.ts';
import { nativeClass } from '../native.ts';
import { nullArgument } from './elements.ts';
import { JsonReader } from './jsonDeserialize.ts';
import { primitive } from './jsonPrimitives.ts';
import { JsonTokens, type Token } from './jsonTokens.ts';
import { nodeFrom } from './jsonTree.ts';

const KINDS: Record<string, string> = {
    VALUE_STRING: 'string',
    VALUE_NUMBER_INT: 'int',
    VALUE_NUMBER_FLOAT: 'float',
    VALUE_TRUE: 'true',
    VALUE_FALSE: 'false'
};

export class JsonParser {
    static $native = 'System.JSONParser';
    readonly tokens: JsonTokens;
    current: Token | null = null;
    cleared: Token | null = null;
    /** Names of the objects around the current token; null for arrays and before the first name. */
    private readonly names: (string | null)[] = [];

    constructor(text: string) {
        this.tokens = new JsonTokens(text);
    }

    next(): Token | null {
        const token = this.tokens.next();
        this.current = token;
        if (token?.kind === 'START_OBJECT' || token?.kind === 'START_ARRAY') this.names.push(null);
        else if (token?.kind === 'END_OBJECT' || token?.kind === 'END_ARRAY') this.names.pop();
        else if (token?.kind === 'FIELD_NAME') this.names[this.names.length - 1] = token.text;
        return token;
    }

    /** The name that the current token has in the object around it. */
    get name(): string | null {
        if (this.current?.kind === 'START_OBJECT' || this.current?.kind === 'START_ARRAY')
            return this.names[this.names.length - 2] ?? null;
        return this.names[this.names.length - 1] ?? null;
    }

    read(type: RtType | null, strict: boolean): unknown {
        if (type === null) return nullArgument();
        if (!this.current || this.current.kind === 'FIELD_NAME') this.next();
        if (!this.current) return throwApex('System.JSONException', 'No content to map to Object due to end of input');
        const node = nodeFrom(
            this.current,
            () => this.next() ?? throwApex('System.JSONException', 'Unexpected end-of-input')
        );
        return new JsonReader(this.tokens, strict).value(node, type);
    }

    skip(): void {
        if (this.current?.kind !== 'START_OBJECT' && this.current?.kind !== 'START_ARRAY') return;
        for (let depth = 1; depth > 0;) {
            const token = this.next();
            if (!token) return;
            if (token.kind.startsWith('START_')) depth++;
            else if (token.kind.startsWith('END_')) depth--;
        }
    }
}

const constant = (token: Token | null): unknown =>
    token ? (enumConstant('System.JSONToken', token.kind) ?? null) : null;

/** The current value as a type; refuses tokens that are none. */
function valueAs(type: string) {
    return (self: JsonParser): unknown => {
        const token = self.current;
        if (token?.kind === 'VALUE_NULL') return null;
        const kind = token ? KINDS[token.kind] : undefined;
        const value = token && kind ? primitive(type, kind, token.text) : undefined;
        if (value === undefined)
            return throwApex(
                'System.JSONException',
                `Current token (${token?.kind ?? 'null'}) cannot be converted to ${type}`
            );
        return value;
    };
}

/** Numbers are read as numbers only, with the fraction cut off for whole types. */
function numberAs(type: string) {
    return (self: JsonParser): unknown => {
        const token = self.current;
        if (token?.kind !== 'VALUE_NUMBER_INT' && token?.kind !== 'VALUE_NUMBER_FLOAT')
            return throwApex(
                'System.JSONException',
                `Current token (${token?.kind ?? 'null'}) not numeric, can not use numeric value accessors`
            );
        const text = type === 'Integer' || type === 'Long' ? String(Decimal.parse(token.text).truncate()) : token.text;
        return (
            primitive(type, 'int', text) ??
            throwApex(
                'System.JSONException',
                `Numeric value (${token.text}) out of range of ${type === 'Integer' ? 'int' : 'long'}`
            )
        );
    };
}

function nextValue(self: JsonParser): unknown {
    const token = self.next();
    return constant(token?.kind === 'FIELD_NAME' ? self.next() : token);
}

export const jsonParser = nativeClass({
    name: 'System.JSONParser',
    methods: {
        'void clearCurrentToken()': (self: JsonParser) => {
            self.cleared = self.current;
            self.current = null;
        },
        'Blob getBlobValue()': valueAs('Blob'),
        'Boolean getBooleanValue()': (self: JsonParser) => {
            const kind = self.current?.kind;
            if (kind === 'VALUE_TRUE' || kind === 'VALUE_FALSE') return kind === 'VALUE_TRUE';
            return throwApex('System.JSONException', `Current token (${kind ?? 'null'}) not of boolean type`);
        },
        'String getCurrentName()': (self: JsonParser) => self.name,
        'System.JSONToken getCurrentToken()': (self: JsonParser) => constant(self.current),
        'Datetime getDatetimeValue()': valueAs('Datetime'),
        'Date getDateValue()': valueAs('Date'),
        'Decimal getDecimalValue()': numberAs('Decimal'),
        'Double getDoubleValue()': numberAs('Double'),
        'Id getIdValue()': valueAs('Id'),
        'Integer getIntegerValue()': numberAs('Integer'),
        'System.JSONToken getLastClearedToken()': (self: JsonParser) => constant(self.cleared),
        'Long getLongValue()': numberAs('Long'),
        'String getText()': (self: JsonParser) => self.current?.text ?? null,
        'Time getTimeValue()': valueAs('Time'),
        'Boolean hasCurrentToken()': (self: JsonParser) => self.current !== null,
        'System.JSONToken nextToken()': (self: JsonParser) => constant(self.next()),
        'System.JSONToken nextValue()': nextValue,
        'Object readValueAs(System.Type apexType)': (self: JsonParser, type: RtType | null) => self.read(type, false),
        'Object readValueAsStrict(System.Type apexType)': (self: JsonParser, type: RtType | null) =>
            self.read(type, true),
        'void skipChildren()': (self: JsonParser) => self.skip()
    },
    isInstance: (value) => value instanceof JsonParser
});
