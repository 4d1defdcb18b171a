// Everything the compiler can complain of. A diagnostic names file, line and column; `unsupported` says that
// the org knows the construct but cannot run it yet, which is never a guess.

export interface Diagnostic {
    file: string;
    line: number;
    column: number;
    /** kebab-case: syntax-error, unknown-type, unknown-method, unknown-field, type-mismatch, unsupported, … */
    code: string;
    message: string;
}
