// JSON of the few platform classes that have one: results of DML (tests make them by JSON.deserialize), their errors, addresses and
// locations.
import type { RecordError } from '../../../values/index.ts';
import { CompoundAddress, CompoundLocation, Double } from '../../../values/index.ts';
import { ApexList } from '../../runtime/collections.ts';
import type { DmlResult } from '../../runtime/platform.ts';
import { ActionError, ActionResult } from '../io/actionResult.ts';
import { LockResult, ProcessResult, UnlockResult } from '../org/approval.ts';
import { LeadConvertResult } from '../org/leadConvert.ts';
import {
    DeleteResult,
    EmptyRecycleBinResult,
    MergeResult,
    Outcome,
    SaveResult,
    UndeleteResult,
    UpsertResult
} from '../org/dmlResults.ts';
import { DatabaseError } from './databaseError.ts';
import type { JsonNode } from './jsonTree.ts';

/** Members of a platform object; null when it has no JSON. */
export function nativeJson(value: object): [string, unknown][] | null {
    if (value instanceof DatabaseError) {
        return [
            ['statusCode', value.error.code],
            ['message', value.error.message],
            ['fields', ApexList.of('String', [...value.error.fields])]
        ];
    }
    if (value instanceof ActionError)
        return [
            ['code', value.code],
            ['message', value.message]
        ];
    if (value instanceof ActionResult)
        return [
            ['success', value.success],
            ['errors', ApexList.of('Invocable.Action.Error', value.errors)],
            ['outputParameters', value.outputs]
        ];
    if (value instanceof Outcome) {
        const members: [string, unknown][] = [
            ['success', value.result.success],
            [idName(value), value.result.id],
            ['errors', value.errors]
        ];
        if (value instanceof UpsertResult) members.push(['created', value.result.created]);
        return members;
    }
    if (value instanceof CompoundLocation)
        return [
            ['latitude', new Double(value.latitude)],
            ['longitude', new Double(value.longitude)]
        ];
    if (value instanceof CompoundAddress)
        return Object.entries(value).map(([name, part]) => [
            name,
            typeof part === 'number' ? new Double(part) : (part as unknown)
        ]);
    return null;
}

/** The name that a result's JSON has for the id of its record. */
function idName(value: Outcome): string {
    if (value instanceof LeadConvertResult) return 'leadId';
    return value instanceof ProcessResult ? 'entityId' : 'id';
}

const RESULTS: Record<string, new (result: DmlResult) => Outcome> = {
    'Database.SaveResult': SaveResult,
    'Database.UpsertResult': UpsertResult,
    'Database.DeleteResult': DeleteResult,
    'Database.UndeleteResult': UndeleteResult,
    'Database.MergeResult': MergeResult,
    'Database.EmptyRecycleBinResult': EmptyRecycleBinResult,
    'Database.LeadConvertResult': LeadConvertResult,
    'Approval.LockResult': LockResult,
    'Approval.UnlockResult': UnlockResult,
    'Approval.ProcessResult': ProcessResult
};

/** The platform object that a JSON object stands for; undefined when the class has no JSON. `read` makes untyped values. */
export function nativeFromJson(
    className: string,
    node: JsonNode,
    read: (node: JsonNode) => unknown
): object | undefined {
    if (className === 'Database.Error') return new DatabaseError(errorOf(node));
    if (className === 'Invocable.Action.Error') return actionErrorOf(node);
    if (className === 'Invocable.Action.Result') return actionResultOf(node, read);
    const make = RESULTS[className];
    if (!make) return undefined;
    const errors = member(node, 'errors');
    return new make({
        id: text(member(node, 'id') ?? member(node, 'leadid') ?? member(node, 'entityid')),
        success: member(node, 'success')?.k === 'true',
        created: member(node, 'created')?.k === 'true',
        errors: errors?.k === 'array' ? errors.items.map(errorOf) : []
    });
}

function member(node: JsonNode, name: string): JsonNode | undefined {
    return node.k === 'object' ? node.entries.find((entry) => entry.name.toLowerCase() === name)?.value : undefined;
}

function actionErrorOf(node: JsonNode): ActionError {
    return new ActionError(text(member(node, 'code')), text(member(node, 'message')));
}

function actionResultOf(node: JsonNode, read: (node: JsonNode) => unknown): ActionResult {
    const errors = member(node, 'errors');
    const outputs = member(node, 'outputparameters');
    return new ActionResult(
        member(node, 'success')?.k === 'true',
        errors?.k === 'array' ? errors.items.map(actionErrorOf) : [],
        outputs?.k === 'object' ? outputs.entries.map((entry) => [entry.name, read(entry.value)] as const) : []
    );
}

function text(node: JsonNode | undefined): string | null {
    return node?.k === 'string' ? node.text : null;
}

function errorOf(node: JsonNode): RecordError {
    const fields = member(node, 'fields');
    return {
        code: text(member(node, 'statuscode')) ?? '',
        message: text(member(node, 'message')) ?? '',
        fields: fields?.k === 'array' ? fields.items.map((item) => text(item) ?? '') : []
    };
}
