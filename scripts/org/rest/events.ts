// POST /sobjects/Some__e publishes a platform event; the answer says that it was taken, not that it was delivered.
import { SObject } from '../values/index.ts';
import type { ApiContext } from './context.ts';
import type { ApiResponse } from './http.ts';
import { ApiError, json, jsonOf, objectOf } from './http.ts';
import { mustObject, recordFromJson } from './recordJson.ts';

export function publish(context: ApiContext, object: string): ApiResponse {
    const record = recordFromJson(
        context.org.schema,
        new SObject(mustObject(context.org.schema, object)),
        objectOf(jsonOf(context.request), 'The event')
    );
    const [result] = context.org.dml('insert', [record], { allOrNone: false, userId: context.userId });
    if (!result?.success)
        throw new ApiError(
            400,
            result?.errors[0]?.code ?? 'UNKNOWN_EXCEPTION',
            result?.errors[0]?.message ?? 'unknown',
            result?.errors[0]?.fields ?? []
        );
    return json(201, {
        id: result.id,
        success: true,
        errors: [{ statusCode: 'OPERATION_ENQUEUED', message: result.id, fields: [] }]
    });
}
