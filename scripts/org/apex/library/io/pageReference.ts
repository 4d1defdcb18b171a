// System.PageReference and System.Cookie: addresses of pages. The local org renders no pages, so reading a page's content says so.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_system_pagereference.htm
import type { SObject } from '../../../values/index.ts';
import { ApexMap } from '../../runtime/collections.ts';
import { throwApex, unsupported } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';
import { notNull } from './bean.ts';

const decode = (text: string): string => {
    try {
        return decodeURIComponent(text.replaceAll('+', ' '));
    } catch {
        return text;
    }
};
const encode = (text: string | null): string =>
    encodeURIComponent(text ?? '')
        .replaceAll('%20', '+')
        .replaceAll("'", '%27');

export class PageReference {
    static $native = 'System.PageReference';
    readonly path: string;
    anchor: string | null;
    redirect = false;
    redirectCode = 0;
    readonly parameters = ApexMap.of<string, string | null>('String', 'String');
    readonly headers = ApexMap.of<string, string | null>('String', 'String');
    readonly cookies = ApexMap.of<string, Cookie>('String', 'System.Cookie');

    constructor(text: string) {
        const [address = '', anchor] = text.split('#');
        const [path = '', query] = address.split('?');
        this.path = path;
        this.anchor = anchor ?? null;
        for (const part of (query ?? '').split('&').filter((item) => item !== '')) {
            const [name = '', value = ''] = part.split('=');
            this.parameters.put(decode(name), decode(value));
        }
    }
    get url(): string {
        const query = this.parameters
            .entries()
            .filter(([, value]) => value !== null)
            .map(([name, value]) => `${encode(name)}=${encode(value)}`)
            .join('&');
        return (
            this.path +
            (query === '' ? '' : `${this.path.includes('?') ? '&' : '?'}${query}`) +
            (this.anchor === null ? '' : `#${this.anchor}`)
        );
    }
    toString(): string {
        return `System.PageReference[${this.url}]`;
    }
}

class Cookie {
    static $native = 'System.Cookie';
    readonly name: string;
    readonly value: string | null;
    readonly path: string | null;
    readonly maxAge: number;
    readonly secure: boolean;
    readonly sameSite: string | null;
    constructor(
        name: string,
        value: string | null,
        path: string | null,
        maxAge: number,
        secure: boolean,
        sameSite: string | null
    ) {
        this.name = name;
        this.value = value;
        this.path = path;
        this.maxAge = maxAge;
        this.secure = secure;
        this.sameSite = sameSite;
    }
}

/** The page that the transaction is about. Tests may use its parameters without naming a page first. */
let current: { requestId: string; page: PageReference | null } = { requestId: '', page: null };

export function currentPage(): PageReference | null {
    const { requestId, isTest } = platform();
    if (current.requestId !== requestId) current = { requestId, page: isTest ? new PageReference('') : null };
    return current.page;
}

export function setCurrentPage(page: PageReference | null): void {
    current = { requestId: platform().requestId, page };
}

function setRedirectCode(self: PageReference, code: number | null): PageReference {
    if (![0, 301, 302, 303].includes(notNull(code)))
        throwApex('System.IllegalArgumentException', `Invalid redirect code: ${String(code)}`);
    self.redirectCode = notNull(code);
    return self;
}

const noContent = (): never => unsupported('PageReference.getContent: pages are not rendered');

export const pageReference = nativeClass({
    name: 'System.PageReference',
    constructors: {
        '(String partialUrl)': (_type: unknown, text: string | null) => new PageReference(notNull(text)),
        '(SObject record)': (_type: unknown, record: SObject | null) =>
            new PageReference(`/${notNull(record).id ?? ''}`)
    },
    statics: {
        'System.PageReference forResource(String resourceName)': (name: string | null) =>
            new PageReference(`/resource/${notNull(name)}`),
        'System.PageReference forResource(String resourceName, String path)': (
            name: string | null,
            path: string | null
        ) => new PageReference(`/resource/${notNull(name)}/${notNull(path)}`)
    },
    methods: {
        'String getAnchor()': (self: PageReference) => self.anchor,
        'Blob getContent()': noContent,
        'Blob getContentAsPDF()': noContent,
        'Map<String,System.Cookie> getCookies()': (self: PageReference) => self.cookies,
        'Map<String,String> getHeaders()': (self: PageReference) => self.headers,
        'Map<String,String> getParameters()': (self: PageReference) => self.parameters,
        'Boolean getRedirect()': (self: PageReference) => self.redirect,
        'Integer getRedirectCode()': (self: PageReference) => self.redirectCode,
        'String getUrl()': (self: PageReference) => self.url,
        'System.PageReference setAnchor(String anchor)': (self: PageReference, anchor: string | null) => {
            self.anchor = anchor;
            return self;
        },
        'void setCookies(List<System.Cookie> cookies)': (self: PageReference, cookies: { items: Cookie[] } | null) => {
            for (const cookie of notNull(cookies).items) self.cookies.put(cookie.name, cookie);
        },
        'System.PageReference setRedirect(Boolean redirect)': (self: PageReference, redirect: boolean | null) => {
            self.redirect = redirect === true;
            return self;
        },
        'System.PageReference setRedirectCode(Integer redirectCode)': setRedirectCode
    },
    isInstance: (value) => value instanceof PageReference
});

export const cookie = nativeClass({
    name: 'System.Cookie',
    constructors: {
        '(String name, String value, String path, Integer maxAge, Boolean isSecure)': (
            _type: unknown,
            name: string,
            value: string | null,
            path: string | null,
            age: number,
            secure: boolean
        ) => new Cookie(name, value, path, age, secure, null),
        '(String name, String value, String path, Integer maxAge, Boolean isSecure, String SameSite)': (
            _type: unknown,
            name: string,
            value: string | null,
            path: string | null,
            age: number,
            secure: boolean,
            site: string | null
        ) => new Cookie(name, value, path, age, secure, site)
    },
    methods: {
        'Integer getMaxAge()': (self: Cookie) => self.maxAge,
        'String getName()': (self: Cookie) => self.name,
        'String getPath()': (self: Cookie) => self.path,
        'String getSameSite()': (self: Cookie) => self.sameSite,
        'String getValue()': (self: Cookie) => self.value,
        'Boolean isSecure()': (self: Cookie) => self.secure
    },
    isInstance: (value) => value instanceof Cookie
});
