// Named credentials as callouts use them: those with external credentials (and external auth identity providers), and the legacy
// ones ("NamedCredential", "ExternalCredential", "ExternalAuthIdentityProvider", Metadata API Developer Guide).
import type { CredentialFacts } from '../api.ts';
import type { Components } from '../objects/build.ts';
import { componentKey } from '../source/components.ts';
import { childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';

interface Parameter {
    type: string;
    name: string;
    value: string | null;
    xml: XmlElement;
}

export function credentialFacts(
    components: Components,
    localName: (name: string) => string,
    name: string
): CredentialFacts | null {
    const xml = components.get(componentKey('NamedCredential', localName(name)))?.xml;
    if (!xml) return null;
    const kind = textOf(xml, 'namedCredentialType') ?? 'Legacy';
    return kind === 'Legacy' ? legacy(xml, name) : secured(components, localName, xml, name);
}

const plain = (url: string, name: string): CredentialFacts => ({
    url,
    secretNames: [name],
    tokenUrl: null,
    scope: null,
    clientAuthentication: 'basic',
    tokenQuery: {},
    protocol: 'none',
    generateAuthorizationHeader: false,
    headers: []
});

function legacy(xml: XmlElement, name: string): CredentialFacts {
    const protocol = textOf(xml, 'protocol') ?? 'NoAuthentication';
    const facts = {
        ...plain(textOf(xml, 'endpoint') ?? '', name),
        scope: textOf(xml, 'oauthScope'),
        tokenUrl: textOf(xml, 'authTokenEndpointUrl'),
        generateAuthorizationHeader: textOf(xml, 'generateAuthorizationHeader') !== 'false'
    };
    return {
        ...facts,
        protocol:
            protocol === 'NoAuthentication'
                ? 'none'
                : protocol === 'Password'
                  ? 'basic'
                  : protocol === 'Oauth'
                    ? 'oauthClientCredentials'
                    : 'custom'
    };
}

function parameters(xml: XmlElement, element: string): Parameter[] {
    return childrenOf(xml, element).map((one) => ({
        type: textOf(one, 'parameterType') ?? '',
        name: textOf(one, 'parameterName') ?? '',
        value: textOf(one, 'parameterValue'),
        xml: one
    }));
}

function secured(
    components: Components,
    localName: (name: string) => string,
    xml: XmlElement,
    name: string
): CredentialFacts {
    const own = parameters(xml, 'namedCredentialParameters');
    const facts = {
        ...plain(own.find((one) => one.type === 'Url')?.value ?? '', name),
        headers: headersOf(own, 'HttpHeader'),
        generateAuthorizationHeader: textOf(xml, 'generateAuthorizationHeader') !== 'false'
    };
    const authentication = own.find((one) => one.type === 'Authentication');
    const external = authentication && localName(textOf(authentication.xml, 'externalCredential') ?? '');
    const credential = external ? components.get(componentKey('ExternalCredential', external))?.xml : null;
    if (!external || !credential) return facts;
    return withExternal(components, localName, facts, external, credential);
}

const headersOf = (list: readonly Parameter[], type: string): { name: string; value: string }[] =>
    list.filter((one) => one.type === type).map((one) => ({ name: one.name, value: one.value ?? '' }));

function withExternal(
    components: Components,
    localName: (name: string) => string,
    facts: CredentialFacts,
    name: string,
    xml: XmlElement
): CredentialFacts {
    const list = parameters(xml, 'externalCredentialParameters');
    const protocol = textOf(xml, 'authenticationProtocol') ?? 'NoAuthentication';
    const found: CredentialFacts = {
        ...facts,
        secretNames: [...facts.secretNames, name],
        headers: [...facts.headers, ...headersOf(list, 'AuthHeader')],
        protocol:
            protocol === 'NoAuthentication'
                ? 'none'
                : protocol === 'Oauth'
                  ? 'oauthClientCredentials'
                  : protocol === 'Basic' || protocol === 'Password'
                    ? 'basic'
                    : 'custom',
        tokenUrl: list.find((one) => one.type === 'AuthProviderUrl')?.value ?? null,
        scope: list.find((one) => one.type === 'AuthParameter' && one.name === 'Scope')?.value ?? null,
        tokenQuery: queryOf(list, 'AuthProviderUrlQueryParameter'),
        // "ClientCredentialsClientSecretBasic" and "…Jwt" are the variants; without Basic the secret goes in the body.
        clientAuthentication: list.some(
            (one) => one.type === 'AuthProtocolVariant' && /Basic/.test(one.value ?? one.name)
        )
            ? 'basic'
            : 'body'
    };
    const provider = list.find((one) => one.type === 'ExternalAuthIdentityProvider');
    const named = provider && localName(textOf(provider.xml, 'externalAuthIdentityProvider') ?? provider.value ?? '');
    const definition = named ? components.get(componentKey('ExternalAuthIdentityProvider', named))?.xml : null;
    return named && definition ? withProvider(found, named, definition) : found;
}

function withProvider(facts: CredentialFacts, name: string, xml: XmlElement): CredentialFacts {
    const list = parameters(xml, 'externalAuthIdentityProviderParameters');
    return {
        ...facts,
        secretNames: [...facts.secretNames, name],
        tokenUrl: list.find((one) => one.type === 'TokenUrl')?.value ?? facts.tokenUrl,
        scope: list.find((one) => one.type === 'DefaultScope' || one.name === 'Scope')?.value ?? facts.scope,
        // "The default value is ClientSecretBasic."
        clientAuthentication: list.some((one) => one.value === 'ClientSecretPost') ? 'body' : 'basic',
        tokenQuery: { ...facts.tokenQuery, ...queryOf(list, 'TokenRequestQueryParameter') }
    };
}

function queryOf(list: readonly Parameter[], type: string): Record<string, string> {
    return Object.fromEntries(list.filter((one) => one.type === type).map((one) => [one.name, one.value ?? '']));
}
