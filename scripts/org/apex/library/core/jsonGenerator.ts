// System.JSONGenerator: JSON written piece by piece.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_JsonGenerator.htm
import type { ApexDate, ApexDatetime, ApexTime, Blob, Decimal, Double } from '../../../values/index.ts';
import { nativeClass, type NativeFunction } from '../native.ts';
import { nullArgument } from './elements.ts';
import { writeValue } from './jsonSerialize.ts';
import { JsonWriter } from './jsonWriter.ts';

export class JsonGenerator {
    static $native = 'System.JSONGenerator';
    readonly writer: JsonWriter;
    constructor(pretty: boolean) {
        this.writer = new JsonWriter(pretty);
    }
}

type Written = string | number | bigint | boolean | ApexDate | ApexDatetime | ApexTime | Blob | Decimal | Double | null;

/** writeString, writeNumber … and writeStringField, writeNumberField … of a type; null is refused except in writeObject. */
function writers(name: string, types: readonly string[]): Record<string, NativeFunction> {
    const methods: Record<string, NativeFunction> = {};
    for (const type of types) {
        methods[`void write${name}(${type} value)`] = (self: JsonGenerator, value: Written) => write(self, value);
        methods[`void write${name}Field(String fieldName, ${type} value)`] = (
            self: JsonGenerator,
            field: string | null,
            value: Written
        ) => {
            self.writer.name(field ?? nullArgument());
            write(self, value);
        };
    }
    return methods;
}

function write(self: JsonGenerator, value: Written): void {
    writeValue(self.writer, value, false);
}

function start(kind: 'object' | 'array'): NativeFunction {
    return (self: JsonGenerator, field: string | null) => {
        self.writer.name(field ?? nullArgument());
        self.writer.start(kind);
    };
}

export const jsonGenerator = nativeClass({
    name: 'System.JSONGenerator',
    methods: {
        'void close()': (self: JsonGenerator) => {
            self.writer.closed = true;
        },
        'String getAsString()': (self: JsonGenerator) => {
            self.writer.closed = true;
            return self.writer.text;
        },
        'Boolean isClosed()': (self: JsonGenerator) => self.writer.closed,
        ...writers('Blob', ['Blob']),
        ...writers('Boolean', ['Boolean']),
        ...writers('Date', ['Date']),
        ...writers('DateTime', ['Datetime']),
        ...writers('Id', ['Id']),
        ...writers('Number', ['Decimal', 'Double', 'Integer', 'Long']),
        ...writers('String', ['String']),
        ...writers('Time', ['Time']),
        'void writeEndArray()': (self: JsonGenerator) => self.writer.end('array'),
        'void writeEndObject()': (self: JsonGenerator) => self.writer.end('object'),
        'void writeFieldName(String fieldName)': (self: JsonGenerator, field: string | null) =>
            self.writer.name(field ?? nullArgument()),
        'void writeNull()': (self: JsonGenerator) => self.writer.raw('null'),
        'void writeNullField(String fieldName)': (self: JsonGenerator, field: string | null) => {
            self.writer.name(field ?? nullArgument());
            self.writer.raw('null');
        },
        'void writeObject(Object value)': (self: JsonGenerator, value: unknown) =>
            writeValue(self.writer, value, false),
        'void writeObjectField(String fieldName, Object value)': (
            self: JsonGenerator,
            field: string | null,
            value: unknown
        ) => {
            self.writer.name(field ?? nullArgument());
            writeValue(self.writer, value, false);
        },
        'void writeStartArray()': (self: JsonGenerator) => self.writer.start('array'),
        'void writeStartArrayField(String fieldName)': start('array'),
        'void writeStartObject()': (self: JsonGenerator) => self.writer.start('object'),
        'void writeStartObjectField(String fieldName)': start('object')
    },
    isInstance: (value) => value instanceof JsonGenerator
});
