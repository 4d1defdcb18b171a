// System.Blob.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_blob.htm
import { Blob } from '../../../values/index.ts';
import { throwApex, unsupported } from '../../runtime/exceptions.ts';
import { nativeClass } from '../native.ts';
import { notNull } from './bean.ts';

export const blob = nativeClass({
    name: 'System.Blob',
    statics: {
        'Blob valueOf(String stringToBlob)': (text: string | null) => Blob.of(notNull(text)),
        'Blob toPdf(String stringToConvert)': () => unsupported('Blob.toPdf')
    },
    methods: {
        // A Blob that is null is noticed here, with the message of a null argument.
        'Integer size()': (self: Blob | null) => notNull(self).bytes.length,
        'String toString()': (self: Blob | null) =>
            notNull(self).text() ?? throwApex('System.StringException', 'BLOB is not a valid UTF-8 string')
    },
    isInstance: (value) => value instanceof Blob
});
