// Database.Error: what is wrong with a record.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database_error.htm
import type { RecordError } from '../../../values/index.ts';
import { ApexList } from '../../runtime/collections.ts';
import { enumConstant } from '../../runtime/enums.ts';
import { nativeClass } from '../native.ts';

export class DatabaseError {
    static $native = 'Database.Error';
    readonly error: RecordError;
    constructor(error: RecordError) {
        this.error = error;
    }
    toString(): string {
        return `Database.Error[getFields=(${this.error.fields.join(', ')});getMessage=${this.error.message};getStatusCode=${this.error.code};]`;
    }
}

export const databaseError = nativeClass({
    name: 'Database.Error',
    methods: {
        'List<String> getFields()': (self: DatabaseError) => ApexList.of('String', [...self.error.fields]),
        'String getMessage()': (self: DatabaseError) => self.error.message,
        'System.StatusCode getStatusCode()': (self: DatabaseError) =>
            enumConstant('System.StatusCode', self.error.code) ?? null
    },
    isInstance: (value) => value instanceof DatabaseError
});
