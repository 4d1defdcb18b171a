// System.Url: parts of an address as java.net.URL gives them, and the addresses of the org.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_url.htm
import { throwApex } from '../../runtime/exceptions.ts';
import { nativeClass } from '../native.ts';
import { notNull } from './bean.ts';

/** The org's own address in Apex, whatever port serves it. */
const ORG_URL = 'https://local.my.salesforce.com';
const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };
const PARTS =
    /^([a-z][a-z0-9+.-]*):(?:\/\/(?:([^@/?#]*)@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d*))?)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i;

export class Url {
    static $native = 'System.Url';
    readonly protocol: string;
    readonly userInfo: string | null;
    readonly host: string;
    /** -1 where none is written. */
    readonly port: number;
    readonly path: string;
    readonly query: string | null;
    readonly ref: string | null;

    constructor(text: string) {
        const match = PARTS.exec(text);
        if (!match) throwApex('System.StringException', `no protocol: ${text}`);
        const [, protocol = '', userInfo, host = '', port, path = '', query, ref] = match as (string | undefined)[];
        this.protocol = protocol.toLowerCase();
        if (!(this.protocol in DEFAULT_PORTS))
            throwApex('System.StringException', `unknown protocol: ${this.protocol}`);
        this.userInfo = userInfo ?? null;
        this.host = host;
        this.port = port ? Number(port) : -1;
        this.path = path;
        this.query = query ?? null;
        this.ref = ref ?? null;
    }
    get authority(): string {
        return (
            (this.userInfo === null ? '' : `${this.userInfo}@`) +
            this.host +
            (this.port < 0 ? '' : `:${String(this.port)}`)
        );
    }
    get file(): string {
        return this.path + (this.query === null ? '' : `?${this.query}`);
    }
    toString(): string {
        return `${this.protocol}://${this.authority}${this.file}${this.ref === null ? '' : `#${this.ref}`}`;
    }
    /** The same but for the part after `#`. */
    sameFile(other: Url): boolean {
        const port = (url: Url): number | undefined => (url.port < 0 ? DEFAULT_PORTS[url.protocol] : url.port);
        return (
            this.protocol === other.protocol &&
            this.host.toLowerCase() === other.host.toLowerCase() &&
            port(this) === port(other) &&
            this.file === other.file
        );
    }
    apexEquals(other: unknown): boolean {
        return other instanceof Url && this.sameFile(other) && this.ref === other.ref;
    }
    apexKey(): string {
        return this.toString();
    }
}

/** A specification read in the context of another address. */
function within(context: Url, spec: string): Url {
    if (/^[a-z][a-z0-9+.-]*:/i.test(spec)) return new Url(spec);
    return new Url(new URL(spec, context.toString()).toString());
}

const withSlash = (file: string): string => (file === '' || file.startsWith('/') ? file : `/${file}`);

export const url = nativeClass({
    name: 'System.Url',
    constructors: {
        '(String spec)': (_type: unknown, spec: string | null) => new Url(notNull(spec)),
        '(System.Url context, String spec)': (_type: unknown, context: Url | null, spec: string | null) =>
            within(notNull(context), notNull(spec)),
        '(String protocol, String host, String file)': (_type: unknown, protocol: string, host: string, file: string) =>
            new Url(`${protocol}://${host}${withSlash(file)}`),
        '(String protocol, String host, Integer port, String file)': (
            _type: unknown,
            protocol: string,
            host: string,
            port: number,
            file: string
        ) => new Url(`${protocol}://${host}${port === -1 ? '' : `:${String(port)}`}${withSlash(file)}`)
    },
    statics: {
        'System.Url getCurrentRequestUrl()': () => new Url(ORG_URL),
        'System.Url getOrgDomainUrl()': () => new Url(ORG_URL),
        'System.Url getSalesforceBaseUrl()': () => new Url(ORG_URL)
    },
    methods: {
        'String getAuthority()': (self: Url) => self.authority,
        'Integer getDefaultPort()': (self: Url) => DEFAULT_PORTS[self.protocol] ?? -1,
        'String getFile()': (self: Url) => self.file,
        'String getHost()': (self: Url) => self.host,
        'String getPath()': (self: Url) => self.path,
        'Integer getPort()': (self: Url) => self.port,
        'String getProtocol()': (self: Url) => self.protocol,
        'String getQuery()': (self: Url) => self.query,
        'String getRef()': (self: Url) => self.ref,
        'String getUserInfo()': (self: Url) => self.userInfo,
        'Boolean sameFile(System.Url other)': (self: Url, other: Url | null) => self.sameFile(notNull(other)),
        'String toExternalForm()': (self: Url) => self.toString()
    },
    isInstance: (value) => value instanceof Url
});
