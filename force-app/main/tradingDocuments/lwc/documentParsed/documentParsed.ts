import { LightningElement, api } from 'lwc';
import type { DocumentRow, LineView, NamedValue, ParsedDocument, PartyView } from 'trading-grid/apex';
import { nameWords, roleWord } from 'c/documentWords';
import amountLabel from '@salesforce/label/c.ColumnAmount';
import datesLabel from '@salesforce/label/c.DocumentDates';
import descriptionLabel from '@salesforce/label/c.ColumnDescription';
import identifiersLabel from '@salesforce/label/c.ColumnIdentifiers';
import lineLabel from '@salesforce/label/c.ColumnLine';
import linesLabel from '@salesforce/label/c.ColumnLines';
import notesLabel from '@salesforce/label/c.DocumentNotes';
import partiesLabel from '@salesforce/label/c.DocumentParties';
import priceLabel from '@salesforce/label/c.ColumnPrice';
import quantityLabel from '@salesforce/label/c.ColumnQuantity';
import referencesLabel from '@salesforce/label/c.DocumentReferences';
import unreadLabel from '@salesforce/label/c.DocumentUnread';

interface ShownLine extends LineView {
    key: string;
    identifierText: string;
    descriptionText: string;
}

interface ShownParty extends PartyView {
    key: string;
    title: string;
    roleText: string;
}

interface ShownPair extends NamedValue {
    title: string;
}

interface PairGroup {
    heading: string;
    pairs: ShownPair[];
}

/** A line that changes nothing carries this code. */
const NO_CHANGE = 'None';

const titled = (pairs: NamedValue[] | undefined): ShownPair[] =>
    (pairs ?? []).map((pair) => ({ ...pair, title: nameWords(pair.name) }));

/** What was read of a document: parties, lines, references, dates, notes. */
export default class DocumentParsed extends LightningElement {
    @api row?: DocumentRow;
    /** Null when the document could not be read. */
    @api parsed: ParsedDocument | null = null;

    readonly labels = {
        amount: amountLabel,
        description: descriptionLabel,
        identifiers: identifiersLabel,
        line: lineLabel,
        lines: linesLabel,
        notes: notesLabel,
        parties: partiesLabel,
        price: priceLabel,
        quantity: quantityLabel,
        unread: unreadLabel
    };

    get lines(): ShownLine[] {
        return (this.parsed?.lines ?? []).map((line, at) => ({
            ...line,
            key: String(at),
            identifierText: line.identifiers.map(({ name, value }) => `${nameWords(name)} ${value}`).join(', '),
            descriptionText: [line.changeCode === NO_CHANGE ? null : line.changeCode, line.description]
                .filter(Boolean)
                .join(' ')
        }));
    }

    get hasLines(): boolean {
        return this.lines.length > 0;
    }

    get parties(): ShownParty[] {
        return (this.parsed?.parties ?? []).map((party, at) => ({
            ...party,
            key: String(at),
            roleText: roleWord(party.role),
            title: [party.name, party.id === null ? null : `(${party.id})`].filter(Boolean).join(' ')
        }));
    }

    /** References and dates, each under its heading; what is empty is left out. */
    get pairGroups(): PairGroup[] {
        return [
            { heading: referencesLabel, pairs: titled(this.parsed?.references) },
            { heading: datesLabel, pairs: titled(this.parsed?.dates) }
        ].filter(({ pairs }) => pairs.length > 0);
    }

    get notes(): string[] {
        return this.parsed?.notes ?? [];
    }

    get hasNotes(): boolean {
        return this.notes.length > 0;
    }

    get reason(): string {
        return this.row?.errorText ?? unreadLabel;
    }
}
