// What talks to the org: Schema, Database, Test, Limits, events, jobs, users. One line a class, alphabetical.
import type { NativeClass } from '../native.ts';
import { accessLevel } from './accessLevel.ts';
import { approvalClasses } from './approval.ts';
import {
    allowsCallouts,
    batchable,
    batchableContext,
    finalizer,
    finalizerContext,
    parentJobResult,
    queueable,
    queueableContext,
    raisesPlatformEvents,
    schedulable,
    schedulableContext,
    stateful
} from './asyncContexts.ts';
import { cursor, cursorFetchResult, paginationCursor } from './cursor.ts';
import { customMetadata, customSetting } from './customData.ts';
import { database, savepoint } from './database.ts';
import { assignmentRuleHeader, dmlOptions, duplicateRuleHeader, emailHeader } from './dmlOptions.ts';
import {
    deleteResult,
    emptyRecycleBinResult,
    mergeResult,
    saveResult,
    undeleteResult,
    upsertResult
} from './dmlResults.ts';
import {
    eventBus,
    failureResult,
    invalidReplayIdException,
    publishFailureCallback,
    publishOutcome,
    publishSuccessCallback,
    retryableException,
    successResult,
    triggerContext
} from './eventBus.ts';
import {
    formula,
    formulaBuilder,
    formulaGlobal,
    formulaInstance,
    formulaRecalcFieldError,
    formulaRecalcResult,
    formulaReturnType
} from './formula.ts';
import { leadConvert, leadConvertResult } from './leadConvert.ts';
import { businessHours } from './businessHours.ts';
import { changeEventHeader } from './changeEventHeader.ts';
import { limits } from './limits.ts';
import { orgLimit, orgLimits } from './orgLimits.ts';
import { queryLocator, queryLocatorIterator } from './queryLocator.ts';
import { describeFieldResult, displayTypes, picklistEntry, soapTypes, sobjectField } from './schemaFields.ts';
import { describeTabSetResult, schema } from './schema.ts';
import { childRelationship } from './schemaChildren.ts';
import { fieldSet, fieldSetMember, sobjectTypeFieldSets } from './schemaFieldSets.ts';
import { describeSObjectResult, sobjectDescribeOptions, sobjectType, sobjectTypeFields } from './schemaObjects.ts';
import { recordTypeInfo } from './schemaRecordTypes.ts';
import { search, searchResult, searchResults, suggestionOption, suggestionResults } from './search.ts';
import { accessType, security, sobjectAccessDecision } from './security.ts';
import { statusCode } from './statusCode.ts';
import { test, testBroker } from './test.ts';
import { trigger, triggerOperation } from './trigger.ts';
import { featureManagement, userInfo } from './userInfo.ts';

export const orgClasses: readonly NativeClass[] = [
    accessLevel,
    accessType,
    allowsCallouts,
    ...approvalClasses,
    assignmentRuleHeader,
    batchable,
    batchableContext,
    businessHours,
    changeEventHeader,
    childRelationship,
    cursor,
    cursorFetchResult,
    customMetadata,
    customSetting,
    database,
    deleteResult,
    describeFieldResult,
    describeSObjectResult,
    describeTabSetResult,
    displayTypes,
    dmlOptions,
    duplicateRuleHeader,
    emailHeader,
    emptyRecycleBinResult,
    eventBus,
    failureResult,
    featureManagement,
    fieldSet,
    fieldSetMember,
    finalizer,
    finalizerContext,
    invalidReplayIdException,
    formula,
    formulaBuilder,
    formulaGlobal,
    formulaInstance,
    formulaRecalcFieldError,
    formulaRecalcResult,
    formulaReturnType,
    leadConvert,
    leadConvertResult,
    limits,
    mergeResult,
    orgLimit,
    orgLimits,
    paginationCursor,
    parentJobResult,
    picklistEntry,
    publishFailureCallback,
    publishOutcome,
    publishSuccessCallback,
    queryLocator,
    queryLocatorIterator,
    queueable,
    queueableContext,
    raisesPlatformEvents,
    recordTypeInfo,
    retryableException,
    savepoint,
    saveResult,
    schedulable,
    schedulableContext,
    schema,
    search,
    searchResult,
    searchResults,
    security,
    soapTypes,
    sobjectAccessDecision,
    sobjectDescribeOptions,
    sobjectField,
    sobjectType,
    sobjectTypeFields,
    sobjectTypeFieldSets,
    stateful,
    statusCode,
    successResult,
    suggestionOption,
    suggestionResults,
    test,
    testBroker,
    trigger,
    triggerContext,
    triggerOperation,
    undeleteResult,
    upsertResult,
    userInfo
];
