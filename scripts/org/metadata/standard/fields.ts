// The fields of the standard objects: type, size and flags from the overlay, or guessed from the Java type and the name.
import type { FieldDescribe, FieldType, PicklistValue } from '../describe.ts';
import { newField, splitLabel } from '../make.ts';
import { FIELD_LABELS, FIELD_LABELS_OF, FIELD_OVERLAY } from './overlay.ts';
import { standardPicklist } from './picklists.ts';
import { RAW } from './raw.ts';
import { CASCADES, polymorphicTargets } from './relationships.ts';
import { isReadOnlyField } from './rules.ts';

/** A value of a picklist as the tables write it (`*New`, `#Closed`, `Stage|10|Pipeline`) without its marks. */
export function picklistValue(written: string): PicklistValue {
    const value = written.replace(/^[*#+]+/, '').split('|')[0] ?? '';
    return { value, label: value, active: true, isDefault: written.startsWith('*'), validFor: null };
}

export function cascades(child: string, field: string): boolean {
    if (CASCADES.has(`${child}.${field}`)) return true;
    const base = /^(.*)(Feed|History|Share)$/.exec(child);
    return (
        base !== null &&
        base[1] !== undefined &&
        RAW[base[1]] !== undefined &&
        (field === 'ParentId' || field === `${base[1]}Id`)
    );
}

interface Marks {
    type: FieldType;
    sizes: number[];
    flags: string;
    defaultValue: string | null;
}

const overlays = new Map<string, Map<string, Marks>>();

function overlay(object: string, field: string): Marks | undefined {
    let fields = overlays.get(object);
    if (!fields) {
        fields = new Map();
        for (const entry of (FIELD_OVERLAY[object] ?? '').split(' ').filter(Boolean)) {
            const match = /^(\w+):(\w+)(?:\(([\d,]+)\))?([!^@+*#~]*)(?:=(\S+))?$/.exec(entry);
            if (!match) throw new Error(`Bad overlay entry of ${object}: ${entry}`);
            fields.set(match[1] ?? '', {
                type: match[2] as FieldType,
                sizes: (match[3] ?? '').split(',').filter(Boolean).map(Number),
                flags: match[4] ?? '',
                defaultValue: match[5] ?? null
            });
        }
        overlays.set(object, fields);
    }
    return fields.get(field);
}

const JAVA_TYPES: Readonly<Record<string, FieldType>> = {
    Boolean: 'boolean',
    Integer: 'int',
    Long: 'long',
    Decimal: 'double',
    Date: 'date',
    Datetime: 'datetime',
    Time: 'time',
    Blob: 'base64',
    Address: 'address',
    Location: 'location',
    Id: 'reference'
};
const MONEY = /Amount|Price|Cost|Revenue|Total$|Subtotal|Mrr$/;

function guessType(object: string, field: string, java: string): { type: FieldType; length: number } {
    if (java === 'Decimal')
        return {
            type: MONEY.test(field) ? 'currency' : /Percent|Probability|Discount/.test(field) ? 'percent' : 'double',
            length: 0
        };
    const simple = JAVA_TYPES[java];
    if (simple) return { type: simple, length: 0 };
    if (java !== 'String') return { type: 'anytype', length: 0 };
    if (standardPicklist(object, field))
        return {
            type: 'picklist',
            length: field.endsWith('AccessLevel') || field.endsWith('Accuracy') || field === 'RowCause' ? 40 : 255
        };
    if (/Street$/.test(field)) return { type: 'textarea', length: 255 };
    if (/City$/.test(field)) return { type: 'string', length: 40 };
    if (/PostalCode$/.test(field)) return { type: 'string', length: 20 };
    if (/(State|Country)$/.test(field)) return { type: 'string', length: 80 };
    if (/Email$|EmailAddress$/.test(field)) return { type: 'email', length: 80 };
    if (/Phone$|Fax$/.test(field)) return { type: 'phone', length: 40 };
    if (/Url$|^Website$/.test(field)) return { type: 'url', length: 255 };
    if (/Description$|^Body$|^CommentBody$/.test(field)) return { type: 'textarea', length: 32000 };
    if (/^(DeveloperName|MasterLabel|Label)$/.test(field)) return { type: 'string', length: 80 };
    if (field === 'NamespacePrefix') return { type: 'string', length: 15 };
    if (/(Id|ById)$/.test(field)) return { type: 'string', length: 18 };
    return { type: 'string', length: 255 };
}

export function standardField(
    object: string,
    objectLabel: string,
    name: string,
    java: string,
    targets: Map<string, string[]>
): FieldDescribe {
    const base = object.endsWith('ChangeEvent') ? object.slice(0, -11) : object;
    const marks = overlay(object, name) ?? (base === object ? undefined : overlay(base, name));
    const isId = name === 'Id';
    const reference = java.startsWith('>') || (java === 'Id' && !isId);
    const guess = isId
        ? { type: 'id' as FieldType, length: 18 }
        : reference
          ? { type: 'reference' as FieldType, length: 18 }
          : guessType(base, name, java);
    const type = marks?.type ?? guess.type;
    const flags = marks?.flags ?? '';
    const textual =
        /^(string|textarea|picklist|combobox|multipicklist|email|phone|url|encryptedstring|id|reference)$/.test(type);
    const [size, scale] = marks?.sizes ?? [];
    const numeric = /^(double|currency|percent)$/.test(type);
    const geo = /(Latitude|Longitude)$/.test(name);
    const readOnly = isId || flags.includes('^') || isReadOnlyField(object, name) || type === 'address';
    const required = flags.includes('!');
    const picklist = /^(picklist|multipicklist|combobox)$/.test(type)
        ? (standardPicklist(base, name) ?? []).map(picklistValue)
        : [];
    const boolean = type === 'boolean';
    const hasDefault =
        boolean || marks?.defaultValue != null || picklist.some((value) => value.isDefault) || name === 'OwnerId';
    const audit = /^(CreatedDate|LastModifiedDate|SystemModstamp|CreatedById|LastModifiedById)$/.test(name);
    return newField({
        name,
        label:
            FIELD_LABELS_OF[`${base}.${name}`] ??
            (isId ? `${objectLabel} ID` : (FIELD_LABELS[name] ?? splitLabel(name))),
        type,
        length: textual ? (size ?? guess.length) || 255 : 0,
        precision: numeric ? (geo ? 18 : (size ?? 18)) : type === 'int' ? (size ?? 9) : 0,
        scale: numeric ? (geo ? 15 : (scale ?? 2)) : 0,
        nillable: !(
            required ||
            boolean ||
            isId ||
            audit ||
            flags.includes('~') ||
            (name === 'OwnerId' && object !== 'Group')
        ),
        required: required && !readOnly,
        unique: flags.includes('*'),
        idLookup:
            isId ||
            flags.includes('+') ||
            (flags.includes('#') &&
                type === 'string' &&
                /^(Account|Contact|Lead|Opportunity|Product2|Pricebook2|Campaign|Asset|User|CaseComment)$/.test(
                    object
                )) ||
            // `Profile = new Profile(Name = '…')` names a user's profile (soql-lib).
            (/^(Profile|RecordType)$/.test(object) && name === 'Name') ||
            (/^(Contact|Lead|User)$/.test(object) && name === 'Email'),
        nameField: flags.includes('#'),
        autoNumber: flags.includes('~'),
        displayFormat: flags.includes('~') ? '{00000000}' : null,
        createable: !readOnly,
        updateable: !readOnly && !flags.includes('@'),
        filterable:
            !/^(address|location|base64|anytype)$/.test(type) && !(type === 'textarea' && (size ?? guess.length) > 255),
        sortable:
            !/^(address|location|base64|anytype|multipicklist)$/.test(type) &&
            !(type === 'textarea' && (size ?? guess.length) > 255),
        groupable:
            !/^(address|location|base64|anytype|multipicklist|datetime|double|currency|percent|time)$/.test(type) &&
            !(type === 'textarea' && (size ?? guess.length) > 255),
        aggregatable:
            !/^(address|location|base64|anytype|multipicklist|boolean)$/.test(type) &&
            !(type === 'textarea' && (size ?? guess.length) > 255),
        defaultedOnCreate: hasDefault || audit || isId,
        defaultValueFormula: boolean
            ? (marks?.defaultValue ?? 'false')
            : marks?.defaultValue != null
              ? `"${marks.defaultValue}"`
              : null,
        referenceTo: reference ? referenceTo(object, name, java, targets) : [],
        relationshipName: reference && java.startsWith('>') ? name.slice(0, -2) : null,
        cascadeDelete: cascades(object, name),
        picklistValues: picklist,
        compoundFieldName: compoundOf(object, name)
    });
}

function referenceTo(object: string, field: string, java: string, targets: Map<string, string[]>): string[] {
    const simple = java.slice(1);
    if (java.startsWith('>') && simple !== 'Name' && simple !== 'SObject') return RAW[simple] ? [simple] : [];
    return polymorphicTargets(object, field) ?? targets.get(`${object}.${field}`) ?? [];
}

function compoundOf(object: string, field: string): string | null {
    const raw = RAW[object]?.fields ?? {};
    const address = /^(.*?)(Street|City|State|PostalCode|Country|Latitude|Longitude|GeocodeAccuracy)$/.exec(field);
    if (address && raw[`${address[1]}Address`] === 'Address') return `${address[1]}Address`;
    if (/^(FirstName|LastName|Salutation)$/.test(field) && /^(Contact|Lead|User|Individual)$/.test(object))
        return 'Name';
    return null;
}
