// System.AccessLevel: user or system mode of a database operation.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_AccessLevel.htm
import { unsupported } from '../../runtime/exceptions.ts';
import type { AccessMode } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';

export class AccessLevel {
    static $native = 'System.AccessLevel';
    readonly mode: AccessMode;
    constructor(mode: AccessMode) {
        this.mode = mode;
    }
    toString(): string {
        return `AccessLevel[mode=${this.mode === 'user' ? 'USER_MODE' : 'SYSTEM_MODE'}]`;
    }
}

const userMode = new AccessLevel('user');
const systemMode = new AccessLevel('system');

/** Mode of an optional argument; without one the class's own version decides. */
export function modeOf(level: AccessLevel | null | undefined): AccessMode {
    return level?.mode ?? 'default';
}

export const accessLevel = nativeClass({
    name: 'System.AccessLevel',
    staticProperties: {
        'System.AccessLevel USER_MODE': { get: () => userMode },
        'System.AccessLevel SYSTEM_MODE': { get: () => systemMode }
    },
    methods: {
        'System.AccessLevel withPermissionSetId(Id permissionSetId)': () =>
            unsupported('AccessLevel.withPermissionSetId')
    },
    isInstance: (value) => value instanceof AccessLevel
});
