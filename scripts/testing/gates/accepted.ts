// Findings that are wrong or that we accept, each with its reason. A line that no longer matches anything fails the gate.
import type { Finding } from './finding.ts';

export interface Acceptance {
    rule: RegExp;
    file: RegExp;
    message: RegExp;
    reason: string;
}

export const ACCEPTED: readonly Acceptance[] = [
    {
        rule: /ProtectSensitiveData/,
        file: /\/objects\//,
        message: /Key__c is a potential auth token/,
        reason: 'A business key of a document, order or partner; the rule goes by the word Key.'
    },
    {
        rule: /AvoidHardcodedCredentialsInVarDecls/,
        file: /NetworkEndpointSelector\.cls$/,
        message: /variable: credential /,
        reason: 'The name of a Named Credential; the rule goes by the word.'
    },
    {
        rule: /ProtectSensitiveData/,
        file: /NetworkEndpointSetting__mdt\/fields\/(NamedCredential|TokenPath)__c/,
        message: /potential auth token/,
        reason: 'The name of a Named Credential and the path of the token call; neither is a secret.'
    },
    {
        rule: /ProtectSensitiveData/,
        file: /\/(TradeInvoice|TradeInvoiceEntry)__c\/fields\/Credit/,
        message: /potential auth token/,
        reason: 'A credit note and an amount credited; the rule takes Cred for a credential.'
    },
    {
        rule: /AvoidGetHeapSizeInLoop/,
        file: /PayloadDownloadJob\.cls$/,
        message: /getHeapSize/,
        reason: 'Asked once for each callout, which costs a thousand times as much; it keeps a download within the heap.'
    },
    {
        rule: /^Warning$/,
        file: /\.cls$/,
        message: /^'\w+' is currently a legal method name/,
        reason: 'Legal method names; the words are reserved for the future only.'
    }
];

/** The findings left, and the acceptances that were not needed. */
export function withoutAccepted(findings: readonly Finding[]): { left: Finding[]; unused: Acceptance[] } {
    const used = new Set<Acceptance>();
    const left = findings.filter((finding) => {
        const found = ACCEPTED.find(
            (one) => one.rule.test(finding.rule) && one.file.test(finding.file) && one.message.test(finding.message)
        );
        if (found) used.add(found);
        return !found;
    });
    return { left, unused: ACCEPTED.filter((one) => !used.has(one)) };
}
