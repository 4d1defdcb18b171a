import { LightningElement, api } from 'lwc';
import { stateWord } from 'c/documentWords';
import type { StateWord } from 'c/documentWords';

export default class DocumentState extends LightningElement {
    /** Received, Staged, Processed, Failed, Ignored, Blocked or Duplicate. */
    @api state: string | null = null;

    get word(): StateWord {
        return stateWord(this.state);
    }
}
