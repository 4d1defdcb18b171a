// What talks to the org: Schema, Database, Test, Limits, events, jobs, users. One line a class, alphabetical.
import type { NativeClass } from '../native.ts';
import { allowsCallouts, batchable, batchableContext, finalizer, finalizerContext, parentJobResult, queueable, queueableContext, raisesPlatformEvents, schedulable, schedulableContext, stateful } from './asyncContexts.ts';
import { limits } from './limits.ts';
import { describeFieldResult, displayTypes, picklistEntry, soapTypes, sobjectField } from './schemaFields.ts';
import { childRelationship, describeSObjectResult, describeTabSetResult, fieldSet, fieldSetMember, recordTypeInfo, schema, sobjectDescribeOptions, sobjectType, sobjectTypeFieldSets, sobjectTypeFields } from './schemaObjects.ts';
import { test, testBroker } from './test.ts';
import { trigger, triggerOperation } from './trigger.ts';
import { featureManagement, userInfo } from './userInfo.ts';

export const orgClasses: readonly NativeClass[] = [
    allowsCallouts,
    batchable,
    batchableContext,
    childRelationship,
    describeFieldResult,
    describeSObjectResult,
    describeTabSetResult,
    displayTypes,
    featureManagement,
    fieldSet,
    fieldSetMember,
    finalizer,
    finalizerContext,
    limits,
    parentJobResult,
    picklistEntry,
    queueable,
    queueableContext,
    raisesPlatformEvents,
    recordTypeInfo,
    schedulable,
    schedulableContext,
    schema,
    soapTypes,
    sobjectDescribeOptions,
    sobjectField,
    sobjectType,
    sobjectTypeFieldSets,
    sobjectTypeFields,
    stateful,
    test,
    testBroker,
    trigger,
    triggerOperation,
    userInfo
];
