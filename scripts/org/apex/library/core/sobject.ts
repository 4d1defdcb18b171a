// System.SObject: what every record can do.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject.htm
import { SObject } from '../../../values/index.ts';
import { ApexList, ApexMap } from '../../runtime/collections.ts';
import type { ApexException } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { sobjectTypeToken } from '../../runtime/tokens.ts';
import { addFieldError, addRecordError } from '../../runtime/recordErrors.ts';
import { nativeClass } from '../native.ts';
import { DatabaseError } from './databaseError.ts';
import { cloneSource, copyRecord } from './sobjectCopy.ts';
import {
    describeField,
    getChildren,
    getField,
    getParent,
    populated,
    putField,
    putParent,
    type FieldName
} from './sobjectFields.ts';

function clone(
    self: SObject,
    id?: boolean | null,
    deep?: boolean | null,
    times?: boolean | null,
    autonumber?: boolean | null
): SObject {
    return copyRecord(self, {
        preserveId: id === true,
        deep: deep === true,
        preserveTimestamps: times === true,
        preserveAutonumber: autonumber === true
    });
}

function clear(self: SObject): void {
    self.values = Object.create(null) as SObject['values'];
    self.parents = Object.create(null) as SObject['parents'];
    self.children = Object.create(null) as SObject['children'];
}

const isSet = (self: SObject, field: FieldName): boolean => describeField(self, field).name in self.values;
const fieldError = (self: SObject, field: FieldName, message: string | null): void =>
    addFieldError(self, describeField(self, field).name, message);

export const sobject = nativeClass({
    name: 'System.SObject',
    methods: {
        'void addError(String errorMsg)': addRecordError,
        'void addError(String errorMsg, Boolean escape)': addRecordError,
        'void addError(Exception exceptionError)': (self: SObject, error: ApexException) =>
            addRecordError(self, error.message),
        'void addError(Exception exceptionError, Boolean escape)': (self: SObject, error: ApexException) =>
            addRecordError(self, error.message),
        'void addError(String fieldName, String errorMsg)': fieldError,
        'void addError(Schema.SObjectField fieldToken, String errorMsg)': fieldError,
        'void addError(String fieldName, String errorMsg, Boolean escape)': fieldError,
        'void addError(Schema.SObjectField fieldToken, String errorMsg, Boolean escape)': fieldError,
        'void clear()': clear,
        'SObject clone()': clone,
        'SObject clone(Boolean preserveId)': clone,
        'SObject clone(Boolean preserveId, Boolean isDeepClone)': clone,
        'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps)': clone,
        'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)':
            clone,
        'Object get(String fieldName)': getField,
        'Object get(Schema.SObjectField field)': getField,
        'Id getCloneSourceId()': (self: SObject) => cloneSource(self)?.id ?? null,
        'List<Database.Error> getErrors()': (self: SObject) =>
            ApexList.of(
                'Database.Error',
                (self.errors ?? []).map((error) => new DatabaseError(error))
            ),
        'Database.DMLOptions getOptions()': (self: SObject) => self.dmlOptions,
        'SObject getSObject(String fieldName)': getParent,
        'SObject getSObject(Schema.SObjectField fieldName)': getParent,
        'List<SObject> getSObjects(String fieldName)': getChildren,
        'Schema.SObjectType getSObjectType()': (self: SObject) => sobjectTypeToken(self.describe.name),
        'Map<String,Object> getPopulatedFieldsAsMap()': (self: SObject) =>
            ApexMap.of('String', 'Object', populated(self)),
        'String getQuickActionName()': () => null,
        'Boolean hasErrors()': (self: SObject) => (self.errors ?? []).length > 0,
        'Boolean isClone()': (self: SObject) => cloneSource(self) !== null,
        'Boolean isSet(String fieldName)': isSet,
        'Boolean isSet(Schema.SObjectField field)': isSet,
        'Object put(String fieldName, Object value)': putField,
        'Object put(Schema.SObjectField field, Object value)': putField,
        'SObject putSObject(String fieldName, SObject value)': putParent,
        'SObject putSObject(Schema.SObjectField fieldName, SObject value)': putParent,
        'void recalculateFormulas()': (self: SObject) => platform().recalculateFormulas([self]),
        'void setOptions(Database.DMLOptions dmlOptions)': (self: SObject, given: SObject['dmlOptions']) => {
            self.dmlOptions = given;
        }
    },
    isInstance: (value) => value instanceof SObject
});
