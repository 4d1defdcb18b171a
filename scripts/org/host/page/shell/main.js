// The frame: header, navigation, the page that the address names, toasts.
import { components } from '/page/app.js';
import Toast from 'lightning/toast';
import { describe, objectOf } from './api.js';
import { listPage, recordPage } from './record.js';
import { element, listUrl } from './values.js';

const site = { ...(await (await fetch('/page/site.json')).json()), components };
const content = document.querySelector('#content');

async function header(current) {
    const labels = await Promise.all(
        [...new Set(['Account', ...site.tabs])].map(async (object) => {
            try {
                return { object, label: (await describe(object)).labelPlural };
            } catch {
                return null;
            }
        })
    );
    const links = labels
        .filter(Boolean)
        .map(({ object, label }) =>
            element('a', { href: listUrl(object), 'aria-current': object === current ? 'page' : null }, label)
        );
    document
        .querySelector('#header')
        .replaceChildren(
            element(
                'div',
                { class: 'frame-bar' },
                element('a', { class: 'frame-app', href: '/' }, site.appLabel ?? 'Local org'),
                element('nav', { class: 'frame-nav', 'aria-label': 'Tabs' }, ...links),
                element('span', { class: 'frame-note slds-text-body_small' }, 'Local org')
            )
        );
}

async function route() {
    const [, , kind, object, id] = window.location.pathname.split('/');
    if (kind !== 'r') return { object: object ?? 'Account', node: await listPage(site, object ?? 'Account') };
    const name = object === 'record' ? ((await objectOf(id)) ?? object) : object;
    return { object: name, node: await recordPage(site, name, id) };
}

async function show() {
    content.replaceChildren(element('p', { class: 'slds-p-around_large', role: 'status' }, 'Loading …'));
    try {
        const { object, node } = await route();
        content.replaceChildren(node);
        const title =
            content.querySelector('h1')?.lastElementChild?.textContent ?? content.querySelector('h1')?.textContent;
        document.title = `${title ?? object} | ${site.appLabel ?? 'Local org'}`;
        await header(object);
    } catch (error) {
        const message = element(
            'div',
            { class: 'slds-notify slds-notify_alert slds-alert_error', role: 'alert' },
            element('h2', {}, error.message)
        );
        content.replaceChildren(message);
        await header(null);
    }
}

/** Pages are whole loads of this document without leaving it: components go and come. */
function go(url, replace = false) {
    window.history[replace ? 'replaceState' : 'pushState'](null, '', url);
    void show();
    content.focus();
    window.scrollTo(0, 0);
}

document.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const inside = link?.origin === window.location.origin && /^\/(lightning\/|$)/.test(link.pathname);
    if (!inside || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
        return;
    event.preventDefault();
    go(link.pathname);
});
window.addEventListener('popstate', () => void show());
window.addEventListener('host:navigate', ({ detail: { url, replace, newTab } }) => {
    if (newTab) window.open(url, '_blank', 'noopener');
    else go(url, replace);
});
window.addEventListener(
    'lightning__showtoast',
    (event) => {
        const { title, message, messageData, variant, mode, toast } = event.detail ?? {};
        if (toast) return;
        event.stopImmediatePropagation();
        Toast.show({
            label: title,
            message,
            messageLinks: messageData,
            variant,
            mode: mode === 'sticky' ? 'sticky' : 'dismissible'
        });
    },
    true
);
await show();
