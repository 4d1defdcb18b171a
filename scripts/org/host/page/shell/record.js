// A record: its highlights, the components of its Lightning page, its fields and its related lists.
import { createElement } from 'lwc';
import { describe, query } from './api.js';
import { element, fieldNode, listUrl, objectIcon, recordUrl } from './values.js';

const SYSTEM = new Set([
    'Id',
    'IsDeleted',
    'SystemModstamp',
    'CreatedById',
    'LastModifiedById',
    'LastModifiedDate',
    'LastViewedDate',
    'LastReferencedDate',
    'LastActivityDate'
]);
const MOST_RELATED = 50;
/** Fields of a related list beside the name. */
const LIST_FIELDS = 6;

export async function recordPage(site, object, id) {
    const facts = await describe(object);
    const fields = facts.fields.filter(
        (field) => !SYSTEM.has(field.name) && field.type !== 'base64' && !field.compoundFieldName
    );
    const record = await read(facts, fields, `Id = '${id.replace(/[^A-Za-z0-9]/g, '')}'`, 1).then((rows) => rows[0]);
    if (!record) throw new Error(`There is no ${facts.label} with the id ${id}.`);
    const page = site.recordPages.find((one) => one.object === object);
    const main = element('div', { class: 'frame-stack' });
    if (page)
        for (const { components } of page.regions) for (const name of components) mount(main, site, name, object, id);
    const details = card('Details', detailList(fields, record));
    const columns = element('div', { class: page ? 'frame-columns' : 'frame-columns frame-wide' }, main);
    if (page) columns.append(details);
    else main.append(details, ...(await relatedLists(facts, id)));
    return element('div', {}, highlights(facts, fields, record), columns);
}

/** Records with the names of what they refer to. */
async function read(facts, fields, condition, limit) {
    const parents = await Promise.all(
        fields
            .filter(
                ({ type, relationshipName, referenceTo }) =>
                    type === 'reference' && relationshipName && referenceTo.length === 1
            )
            .map(async ({ relationshipName, referenceTo }) => {
                const name = (await describe(referenceTo[0])).fields.find(({ nameField }) => nameField);
                return name ? `${relationshipName}.${name.name}` : null;
            })
    );
    const names = ['Id', ...fields.map(({ name }) => name), ...parents.filter(Boolean)];
    const { records } = await query(
        `SELECT ${[...new Set(names)].join(', ')} FROM ${facts.name} WHERE ${condition} LIMIT ${limit}`
    );
    return records;
}

function mount(parent, site, name, object, recordId) {
    const component = site.components[name];
    if (!component) return;
    const tag = `c-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const node = createElement(tag, { is: component });
    Object.assign(node, { recordId, objectApiName: object });
    parent.append(node);
}

function highlights(facts, fields, record) {
    const nameField = fields.find((field) => field.nameField);
    const shown = fields
        .filter((field) => !field.nameField && field.name !== 'CreatedDate' && fieldNode(field, record) !== null)
        .slice(0, 5);
    const items = shown.map((field) =>
        element(
            'li',
            { class: 'slds-page-header__detail-block' },
            element('p', { class: 'slds-text-title slds-truncate', title: field.label }, field.label),
            element('p', { class: 'slds-truncate' }, fieldNode(field, record))
        )
    );
    const title = element(
        'div',
        { class: 'slds-page-header__name-title' },
        element(
            'h1',
            {},
            element('span', {}, facts.label),
            element('span', { class: 'slds-page-header__title slds-truncate' }, String(record[nameField?.name ?? 'Id']))
        )
    );
    const row = element(
        'div',
        { class: 'slds-page-header__row' },
        element(
            'div',
            { class: 'slds-page-header__col-title' },
            element(
                'div',
                { class: 'slds-media' },
                element('div', { class: 'slds-media__figure' }, objectIcon(facts.label, facts.name)),
                element('div', { class: 'slds-media__body' }, title)
            )
        )
    );
    return element(
        'div',
        { class: 'slds-page-header slds-page-header_record-home' },
        row,
        element(
            'div',
            { class: 'slds-page-header__row slds-page-header__row_gutters' },
            element(
                'div',
                { class: 'slds-page-header__col-details' },
                element('ul', { class: 'slds-page-header__detail-row' }, ...items)
            )
        )
    );
}

function card(title, ...content) {
    return element(
        'article',
        { class: 'slds-card' },
        element('div', { class: 'slds-card__header' }, element('h2', { class: 'slds-card__header-title' }, title)),
        element('div', { class: 'slds-card__body slds-card__body_inner slds-p-bottom_medium' }, ...content)
    );
}

function detailList(fields, record) {
    const entries = fields.flatMap((field) => {
        const node = fieldNode(field, record);
        return node ? [element('div', {}, element('dt', {}, field.label), element('dd', {}, node))] : [];
    });
    return element('dl', { class: 'frame-fields' }, ...entries);
}

async function relatedLists(facts, id) {
    const children = facts.childRelationships.filter(
        ({ childSObject, relationshipName }) =>
            relationshipName && /__c$|^OrderItem$|^OpportunityLineItem$/.test(childSObject)
    );
    const lists = await Promise.all(children.map((child) => relatedList(child, id)));
    return lists.filter(Boolean);
}

async function relatedList({ childSObject, field }, id) {
    const facts = await describe(childSObject);
    const rows = await read(
        facts,
        facts.fields.filter((one) => !SYSTEM.has(one.name) && one.type !== 'base64' && !one.compoundFieldName),
        `${field} = '${id}' ORDER BY CreatedDate`,
        MOST_RELATED
    );
    if (rows.length === 0) return null;
    return card(`${facts.labelPlural} (${rows.length})`, recordTable(facts, rows, field));
}

/** Rows with their name and the first fields that any of them has. */
export function recordTable(facts, rows, without = null) {
    const name = facts.fields.find(({ nameField }) => nameField) ?? facts.fields[0];
    const filled = (field) => rows.some((row) => fieldNode(field, row) !== null);
    const columns = facts.fields
        .filter(
            (field) =>
                field !== name &&
                field.name !== without &&
                !SYSTEM.has(field.name) &&
                field.name !== 'CreatedDate' &&
                field.type !== 'textarea' &&
                !field.compoundFieldName &&
                filled(field)
        )
        .slice(0, LIST_FIELDS);
    const head = element(
        'tr',
        { class: 'slds-line-height_reset' },
        ...[name, ...columns].map((field) =>
            element('th', { scope: 'col' }, element('div', { class: 'slds-truncate', title: field.label }, field.label))
        )
    );
    const body = rows.map((row) =>
        element(
            'tr',
            { class: 'slds-hint-parent' },
            element(
                'th',
                { scope: 'row' },
                element('a', { href: recordUrl(facts.name, row.Id) }, String(row[name.name] ?? row.Id))
            ),
            ...columns.map((field) =>
                element('td', {}, element('div', { class: 'slds-truncate' }, fieldNode(field, row)))
            )
        )
    );
    return element(
        'table',
        { class: 'slds-table slds-table_cell-buffer slds-table_bordered' },
        element('thead', {}, head),
        element('tbody', {}, ...body)
    );
}

export async function listPage(object) {
    const facts = await describe(object);
    const fields = facts.fields.filter(
        (field) =>
            !SYSTEM.has(field.name) && field.type !== 'base64' && field.type !== 'textarea' && !field.compoundFieldName
    );
    const rows = await read(facts, fields, 'Id != null ORDER BY CreatedDate DESC', MOST_RELATED);
    const content =
        rows.length > 0
            ? recordTable(facts, rows)
            : element(
                  'p',
                  { class: 'slds-text-align_center slds-p-around_large' },
                  `There are no ${facts.labelPlural.toLowerCase()} yet.`
              );
    return element(
        'article',
        { class: 'slds-card' },
        element(
            'div',
            { class: 'slds-card__header slds-grid' },
            element(
                'div',
                { class: 'slds-media' },
                element('div', { class: 'slds-media__figure' }, objectIcon(facts.label, object)),
                element(
                    'div',
                    { class: 'slds-media__body' },
                    element(
                        'h1',
                        { class: 'slds-text-heading_medium' },
                        element('a', { href: listUrl(object) }, facts.labelPlural)
                    )
                )
            )
        ),
        element('div', { class: 'slds-card__body' }, content)
    );
}
