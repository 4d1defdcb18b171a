// What a static gate says of one place in the source.
export interface Finding {
    gate: 'checker' | 'analyzer' | 'formatter';
    /** Path relative to the project. */
    file: string;
    line: number;
    rule: string;
    message: string;
}

export function showFinding({ gate, file, line, rule, message }: Finding): string {
    return `${file}:${String(line)} ${message} (${gate}: ${rule})`;
}
