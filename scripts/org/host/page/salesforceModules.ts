// `@salesforce/…` modules that components import, made on the fly for rollup.
// https://developer.salesforce.com/docs/platform/lwc/guide/reference-salesforce-modules.html
import type { Plugin } from 'rollup';

const KINDS =
    /^@salesforce\/(apex|schema|label|resourceUrl|customPermission|userPermission|messageChannel|user|i18n|client|community)(?:\/(.+))?$/;
const text = (value: unknown): string => JSON.stringify(value);

/** `labels` by name; base components bring labels of their own, which are left alone. */
export function salesforceModules(labels: Record<string, string>, userId: string): Plugin {
    return {
        name: 'salesforce-modules',
        resolveId(id) {
            const match = KINDS.exec(id);
            if (!match || (match[1] === 'label' && match[2]?.startsWith('c.') !== true)) return null;
            return `\0salesforce:${id}`;
        },
        load(id) {
            const match = id.startsWith('\0salesforce:') ? KINDS.exec(id.slice('\0salesforce:'.length)) : null;
            return match ? source(match[1] ?? '', match[2] ?? '', labels, userId) : null;
        }
    };
}

function source(kind: string, name: string, labels: Record<string, string>, userId: string): string {
    switch (kind) {
        case 'apex':
            return name === ''
                ? `export { refreshHandle as refreshApex } from 'host/platform'; export const getSObjectValue = (record, field) => record?.[field.fieldApiName ?? field];`
                : `import { apex } from 'host/platform'; export default apex(${text(name)});`;
        case 'schema': {
            const [objectApiName, ...field] = name.split('.');
            return `export default ${text(field.length > 0 ? { objectApiName, fieldApiName: field.join('.') } : { objectApiName })};`;
        }
        case 'label': {
            const label = labels[name.slice(2)];
            if (label === undefined) throw new Error(`The project has no custom label ${name.slice(2)}`);
            return `export default ${text(label)};`;
        }
        case 'resourceUrl':
            return `export default ${text(`/resource/${name}`)};`;
        case 'messageChannel':
            return `export default ${text({ name })};`;
        case 'user':
            return `export default ${name === 'Id' ? text(userId) : 'false'};`;
        case 'i18n':
            return `export default ${text(I18N[name] ?? '')};`;
        case 'client':
            return `export default 'Large';`;
        default:
            // The page's user is the administrator, who has every permission.
            return `export default true;`;
    }
}

const I18N: Readonly<Record<string, string>> = {
    locale: 'en-US',
    lang: 'en-US',
    currency: 'USD',
    dir: 'ltr',
    timeZone: 'America/Los_Angeles',
    'dateTime.shortDateFormat': 'M/d/yyyy',
    'number.decimalSeparator': '.',
    'number.groupingSeparator': ','
};
