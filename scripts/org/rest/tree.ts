// POST /composite/tree/OBJECT: parents with nested children, kept together or not at all.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobject_tree.htm
import { childRelationship } from '../metadata/describe.ts';
import { SObject } from '../values/index.ts';
import type { ApiContext } from './context.ts';
import type { ApiResponse } from './http.ts';
import { ApiError, json, jsonOf, objectOf } from './http.ts';
import { mustObject, recordFromJson } from './recordJson.ts';

interface TreeNode {
    referenceId: string;
    record: SObject;
    children: { field: string; nodes: TreeNode[] }[];
}

interface Saved {
    referenceId: string;
    id: string;
}

/** A refused record of a tree, by its reference id. */
class TreeFault extends Error {
    readonly results: Record<string, unknown>[];
    constructor(results: Record<string, unknown>[]) {
        super('A record of the tree was refused');
        this.results = results;
    }
}

export async function tree(context: ApiContext, object: string): Promise<ApiResponse> {
    const body = objectOf(jsonOf(context.request), 'The request');
    if (!Array.isArray(body.records)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'records must be an array');
    const roots = body.records.map((entry) => treeNode(context, object, objectOf(entry, 'A record')));
    const saved: Saved[] = [];
    try {
        await context.org.atomically(() => {
            saveLevel(context, roots, saved);
            return Promise.resolve();
        });
    } catch (error) {
        if (error instanceof TreeFault) return json(400, { hasErrors: true, results: error.results });
        throw error;
    }
    return json(201, { hasErrors: false, results: saved });
}

function treeNode(context: ApiContext, object: string, body: Record<string, unknown>): TreeNode {
    const describe = mustObject(context.org.schema, object);
    const attributes = body.attributes as { referenceId?: string } | undefined;
    const own: Record<string, unknown> = {};
    const children: TreeNode['children'] = [];
    for (const [key, value] of Object.entries(body)) {
        const nested = value as { records?: unknown[] } | null;
        const relationship =
            typeof value === 'object' && nested?.records ? childRelationship(describe, key) : undefined;
        if (relationship && nested?.records) {
            children.push({
                field: relationship.field,
                nodes: nested.records.map((entry) =>
                    treeNode(context, relationship.childObject, objectOf(entry, 'A record'))
                )
            });
        } else own[key] = value;
    }
    return {
        referenceId: attributes?.referenceId ?? '',
        record: recordFromJson(context.org.schema, new SObject(describe), own),
        children
    };
}

function saveLevel(context: ApiContext, nodes: TreeNode[], saved: Saved[]): void {
    const results = context.org.dml(
        'insert',
        nodes.map((node) => node.record),
        { allOrNone: false, userId: context.userId }
    );
    const faults = results.flatMap((result, index) =>
        result.success
            ? []
            : [
                  {
                      referenceId: nodes[index]?.referenceId ?? '',
                      errors: result.errors.map((error) => ({
                          statusCode: error.code,
                          message: error.message,
                          fields: error.fields
                      }))
                  }
              ]
    );
    if (faults.length > 0) throw new TreeFault(faults);
    nodes.forEach((node, index) => {
        const id = results[index]?.id ?? '';
        saved.push({ referenceId: node.referenceId, id });
        for (const child of node.children) {
            for (const grandchild of child.nodes) grandchild.record.values[child.field] = id;
            saveLevel(context, child.nodes, saved);
        }
    });
}
