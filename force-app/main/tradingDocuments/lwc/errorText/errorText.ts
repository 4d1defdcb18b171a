import unknownError from '@salesforce/label/c.ErrorUnknown';

interface Failure {
    body?: { message?: string; output?: { errors?: { message: string }[] } } | { message: string }[];
    message?: string;
    statusText?: string;
}

/** One sentence for any error of a wire, a call or JavaScript. */
export function errorText(error: unknown): string {
    const messages = messagesOf(error as Failure | null | undefined).filter((message) => message !== '');
    return messages.length > 0 ? messages.join(', ') : unknownError;
}

function messagesOf(error: Failure | null | undefined): string[] {
    if (!error) return [];
    if (Array.isArray(error.body)) return error.body.map(({ message }) => message);
    const output = error.body?.output?.errors?.map(({ message }) => message) ?? [];
    return output.length > 0 ? output : [error.body?.message ?? error.message ?? error.statusText ?? ''];
}
