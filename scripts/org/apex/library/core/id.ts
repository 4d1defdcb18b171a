// System.Id.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_id.htm
import { idTo18, isId } from '../../../values/index.ts';
import { throwApex } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { sobjectTypeToken } from '../../runtime/tokens.ts';
import { nativeClass } from '../native.ts';
import { nullArgument, orNull } from './elements.ts';

function valueOf(value: unknown): string {
    if (value === null) return nullArgument();
    const text = String(value);
    if (!isId(text)) throwApex('System.StringException', `Invalid id: ${text}`);
    return idTo18(text);
}

/** The 18-character form from 15 characters of any case, when the last three tell it. */
function restoreCase(value: string | null, restore: boolean | null): string {
    const text = value ?? nullArgument();
    if (restore !== true || text.length !== 18) return valueOf(text);
    const letters = [...text.slice(0, 15)].map((char, at) => {
        const bits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'.indexOf(text.charAt(15 + Math.floor(at / 5)).toUpperCase());
        return (bits >> (at % 5)) & 1 ? char.toUpperCase() : char.toLowerCase();
    });
    return valueOf(letters.join(''));
}

/** Objects that share their key prefix with others: their ids tell no type (NebulaLogger, LogEntryEventBuilder.setRecord). */
const TEMPLATES = /^(CaseComment|IdeaComment)$|(History|Feed)$/;

function typeOf(self: string): object {
    const object = platform().schema.objectByPrefix(self.slice(0, 3));
    return object && !TEMPLATES.test(object.name)
        ? sobjectTypeToken(object.name)
        : throwApex('System.SObjectException', `Cannot locate Apex Type for ID: ${self}`);
}

export const id = nativeClass({
    name: 'System.Id',
    statics: {
        'Id valueOf(String value)': valueOf,
        'Id valueOf(Object value)': orNull(valueOf),
        'Id valueOf(String value, Boolean restoreCasing)': restoreCase
    },
    methods: {
        'Schema.SObjectType getSObjectType()': typeOf,
        'String to15()': (self: string) => self.slice(0, 15),
        'Boolean startsWith(String prefix)': (self: string, prefix: string | null) =>
            self.startsWith(prefix ?? nullArgument())
    },
    isInstance: (value) => typeof value === 'string' && isId(value)
});
