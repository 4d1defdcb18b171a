// A record: its highlights, the components of its Lightning page, its fields and its related lists.
import { createElement } from 'lwc';
import { describe, query } from './api.js';
import { choose, SYSTEM } from './chosenFields.js';
import { element, fieldNode, labelOf, listUrl, objectIcon, recordUrl } from './values.js';

const MOST_RELATED = 50;
const MOST_HIGHLIGHTS = 7;
/** Fields of a list beside the name. */
const LIST_FIELDS = 8;

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
    else main.append(details, ...(await relatedLists(site, facts, id)));
    return element('div', {}, highlights(site, facts, fields, record), columns);
}

/** Records with the names of what they refer to. */
async function read(facts, fields, condition, limit) {
    const parents = await Promise.all(
        fields
            .filter(
                ({ type, relationshipName, referenceTo }) =>
                    type === 'reference' && relationshipName && referenceTo.length > 0
            )
            .map(async ({ relationshipName, referenceTo }) => {
                // What may be of several objects has the fields of the object Name.
                if (referenceTo.length !== 1) return `${relationshipName}.Name`;
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
    if (!component) {
        if (site.notShown.includes(name)) parent.append(note(`${name} is not shown by these pages`));
        return;
    }
    const tag = `c-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const node = createElement(tag, { is: component });
    Object.assign(node, { recordId, objectApiName: object });
    parent.append(node);
}

function note(text) {
    return element(
        'article',
        { class: 'slds-card slds-theme_shade' },
        element('p', { class: 'slds-p-around_small slds-text-body_small slds-text-color_weak' }, text)
    );
}

function highlights(site, facts, fields, record) {
    const nameField = fields.find((field) => field.nameField);
    const shown = choose(site, facts, 'highlights')
        .filter((field) => fieldNode(field, record) !== null)
        .slice(0, MOST_HIGHLIGHTS);
    const items = shown.map((field) =>
        element(
            'li',
            { class: 'slds-page-header__detail-block' },
            element('p', { class: 'slds-text-title slds-truncate', title: labelOf(field) }, labelOf(field)),
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
        return node ? [element('div', {}, element('dt', {}, labelOf(field)), element('dd', {}, node))] : [];
    });
    return element('dl', { class: 'frame-fields' }, ...entries);
}

async function relatedLists(site, facts, id) {
    const children = facts.childRelationships.filter(
        ({ childSObject, relationshipName }) =>
            relationshipName && /__c$|^OrderItem$|^OpportunityLineItem$/.test(childSObject)
    );
    const lists = await Promise.all(children.map((child) => relatedList(site, child, id)));
    return lists.filter(Boolean);
}

async function relatedList(site, { childSObject, field }, id) {
    const facts = await describe(childSObject);
    const rows = await read(
        facts,
        facts.fields.filter((one) => !SYSTEM.has(one.name) && one.type !== 'base64' && !one.compoundFieldName),
        `${field} = '${id}' ORDER BY CreatedDate`,
        MOST_RELATED
    );
    if (rows.length === 0) return null;
    return card(`${facts.labelPlural} (${rows.length})`, recordTable(site, facts, rows, field));
}

/** Rows with their name and the fields of the list that any of them has. */
function recordTable(site, facts, rows, without = null) {
    const name = facts.fields.find(({ nameField }) => nameField) ?? facts.fields[0];
    const columns = choose(site, facts, 'list')
        .filter((field) => field.name !== without && rows.some((row) => fieldNode(field, row) !== null))
        .slice(0, LIST_FIELDS);
    const head = element(
        'tr',
        { class: 'slds-line-height_reset' },
        ...[name, ...columns].map((field) =>
            element(
                'th',
                { scope: 'col', class: isNumber(field) ? 'slds-text-align_right' : null },
                element('div', { class: 'slds-truncate', title: labelOf(field) }, labelOf(field))
            )
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
                element(
                    'td',
                    { class: isNumber(field) ? 'slds-text-align_right' : null },
                    element('div', { class: 'slds-truncate' }, fieldNode(field, row))
                )
            )
        )
    );
    const table = element(
        'table',
        { class: 'slds-table slds-table_cell-buffer slds-table_bordered' },
        element('thead', {}, head),
        element('tbody', {}, ...body)
    );
    // A wide list scrolls: the region can be reached by keyboard.
    return element(
        'div',
        { class: 'slds-scrollable_x', tabindex: '0', role: 'region', 'aria-label': facts.labelPlural },
        table
    );
}

const isNumber = ({ type }) => ['currency', 'double', 'int', 'long', 'percent'].includes(type);

export async function listPage(site, object) {
    const facts = await describe(object);
    const fields = facts.fields.filter(
        (field) =>
            !SYSTEM.has(field.name) && field.type !== 'base64' && field.type !== 'textarea' && !field.compoundFieldName
    );
    const rows = await read(facts, fields, 'Id != null ORDER BY CreatedDate DESC', MOST_RELATED);
    const content =
        rows.length > 0
            ? recordTable(site, facts, rows)
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
