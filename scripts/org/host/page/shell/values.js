// Field values as nodes: links for references, local dates, grouped numbers.
export function element(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
        if (value !== null && value !== false) node.setAttribute(name, value);
    node.append(...children.filter((child) => child !== null));
    return node;
}

const dates = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

export const recordUrl = (object, id) => `/lightning/r/${object}/${id}/view`;
export const listUrl = (object) => `/lightning/o/${object}/list`;

/** `Owner ID` names a record, which is shown by its name. */
export const labelOf = ({ label, type }) => (type === 'reference' ? label.replace(/ ID$/, '') : label);

/** What a field shows; null when it is empty. */
export function fieldNode(field, record) {
    const value = record[field.name];
    if (value === null || value === undefined || value === '') return null;
    switch (field.type) {
        case 'reference': {
            const parent = field.relationshipName ? record[field.relationshipName] : null;
            return element(
                'a',
                { href: recordUrl(parent?.attributes?.type ?? field.referenceTo[0] ?? 'record', value) },
                nameOf(parent) ?? value
            );
        }
        case 'date':
            return document.createTextNode(dates.format(new Date(value)));
        case 'datetime':
            return element('time', { datetime: value }, moments.format(new Date(value)));
        case 'boolean':
            return document.createTextNode(value ? 'Yes' : 'No');
        case 'currency':
            return document.createTextNode(
                value.toLocaleString('en-US', {
                    minimumFractionDigits: 2,
                    maximumFractionDigits: Math.max(2, field.scale)
                })
            );
        case 'double':
        case 'int':
        case 'long':
            return document.createTextNode(
                value.toLocaleString('en-US', {
                    minimumFractionDigits: field.scale,
                    maximumFractionDigits: field.scale
                })
            );
        case 'percent':
            return document.createTextNode(`${value}%`);
        case 'url':
            return /^https?:/.test(value)
                ? element('a', { href: value, rel: 'noopener', target: '_blank' }, value)
                : document.createTextNode(value);
        default:
            return document.createTextNode(
                typeof value === 'object'
                    ? Object.values(value)
                          .filter((part) => typeof part === 'string')
                          .join(', ')
                    : String(value)
            );
    }
}

function nameOf(parent) {
    if (!parent) return null;
    const { attributes: _, Id: __, ...fields } = parent;
    return Object.values(fields)[0] ?? null;
}

const COLOURS = ['#5867e8', '#0b827c', '#9050e9', '#dd7a01', '#0176d3', '#3ba755'];

/** A square with the object's first letter, its colour by its name. */
export function objectIcon(label, object) {
    const sum = [...object].reduce((total, char) => total + char.charCodeAt(0), 0);
    return element(
        'span',
        { class: 'frame-icon', style: `background:${COLOURS[sum % COLOURS.length]}`, 'aria-hidden': 'true' },
        label.charAt(0)
    );
}
