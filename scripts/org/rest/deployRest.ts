// Deploy by REST: a multipart body with the zip and its options.
import type { ApiContext } from './context.ts';
import type { ApiResponse } from './http.ts';
import { ApiError, json } from './http.ts';

export async function startDeploy(context: ApiContext): Promise<ApiResponse> {
    const boundary = /boundary="?([^";]+)"?/.exec(context.request.headers['content-type'] ?? '')?.[1];
    if (!boundary)
        throw new ApiError(
            400,
            'INVALID_MULTIPART_REQUEST',
            'The body must be multipart/form-data with the parts json and file'
        );
    const parts = partsOf(Buffer.from(context.request.body), boundary);
    const zip = parts.find((part) => /zip|filename=/i.test(part.head));
    const options = parts.find((part) => /json/i.test(part.head));
    if (!zip || !options)
        throw new ApiError(400, 'INVALID_MULTIPART_REQUEST', 'The body must have the parts json and file');
    const { deployOptions } = JSON.parse(options.data.toString('utf8')) as { deployOptions: Record<string, unknown> };
    const id = await context.deploys.deploy(
        context.org,
        zip.data,
        {
            checkOnly: deployOptions.checkOnly === true,
            rollbackOnError: deployOptions.rollbackOnError !== false,
            testLevel: typeof deployOptions.testLevel === 'string' ? deployOptions.testLevel : '',
            runTests: Array.isArray(deployOptions.runTests) ? (deployOptions.runTests as string[]) : []
        },
        context.sessions.admin
    );
    return json(201, {
        id,
        validatedDeployRequestId: null,
        deployOptions,
        deployResult: { id, status: 'Pending', done: false, success: false }
    });
}

export function deployStatus(context: ApiContext, id: string): ApiResponse {
    const status = context.deploys.find(id);
    return json(200, { id, deployOptions: {}, deployResult: status, validatedDeployRequestId: null });
}

function partsOf(body: Buffer, boundary: string): { head: string; data: Buffer }[] {
    const mark = Buffer.from(`--${boundary}`);
    const parts: { head: string; data: Buffer }[] = [];
    let at = body.indexOf(mark);
    while (at >= 0) {
        const next = body.indexOf(mark, at + mark.length);
        if (next < 0) break;
        const part = body.subarray(at + mark.length + 2, next - 2);
        const split = part.indexOf('\r\n\r\n');
        if (split >= 0)
            parts.push({ head: part.subarray(0, split).toString('latin1'), data: part.subarray(split + 4) });
        at = next;
    }
    return parts;
}
