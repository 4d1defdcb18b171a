// The package's reader in a local org of this process, as the fuzz test asks it.
import { packagedOrg, postRest } from '../../cli/support/inProcessOrg.ts';
import type { Answer } from './fuzz.ts';

export interface FuzzReader {
    read: (bytes: Uint8Array) => Answer;
    close: () => void;
}

export function openFuzzReader(): FuzzReader {
    const packaged = packagedOrg();
    return {
        read: (bytes) => {
            const reply = postRest(packaged, '/v1/read', bytes);
            return { status: reply.status, text: Buffer.from(reply.body).toString('utf8') };
        },
        close: () => {
            packaged.org.close();
        }
    };
}
