import { LightningElement, api } from 'lwc';
import cutLabel from '@salesforce/label/c.DocumentCut';
import missingLabel from '@salesforce/label/c.DocumentNoPayload';
import rawLabel from '@salesforce/label/c.DocumentRaw';

/** Breaks an interchange after each segment, when it has no line breaks of its own. */
function withBreaks(text: string): string {
    if (text.includes('\n')) return text;
    const terminator = text.startsWith('ISA') ? text.charAt(105) : text.startsWith('UN') ? "'" : '';
    return terminator === '' ? text : text.split(terminator).join(`${terminator}\n`).trimEnd();
}

export default class DocumentRaw extends LightningElement {
    /** The document as it came; null when there is no payload. */
    @api text: string | null = null;
    /** True when `text` is only the beginning. */
    @api isCut = false;

    readonly labels = { cut: cutLabel, missing: missingLabel, raw: rawLabel };

    get shown(): string {
        return withBreaks(this.text ?? '');
    }

    get hasText(): boolean {
        return this.text !== null && this.text !== '';
    }
}
