// System.InstallHandler and UninstallHandler: scripts of managed packages, run by Test.testInstall and Test.testUninstall.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_interface_System_InstallHandler.htm
import { invokeMethod } from '../../runtime/invoke.ts';
import { platform } from '../../runtime/platform.ts';
import type { Version } from '../core/version.ts';
import { nativeClass } from '../native.ts';
import { notNull } from './bean.ts';

class InstallContext {
    static $native = 'System.InstallContext';
    readonly previous: Version | null;
    readonly push: boolean;
    constructor(previous: Version | null, push: boolean) {
        this.previous = previous;
        this.push = push;
    }
}
class UninstallContext {
    static $native = 'System.UninstallContext';
}

const organization = (): string => platform().user.organizationId;
const user = (): string => platform().user.id;

export function testInstall(handler: object | null, previous: Version | null, push: boolean | null = false): void {
    invokeMethod(notNull(handler), 'onInstall', [new InstallContext(previous, push === true)]);
}

export function testUninstall(handler: object | null): void {
    invokeMethod(notNull(handler), 'onUninstall', [new UninstallContext()]);
}

export const installHandler = nativeClass({
    name: 'System.InstallHandler',
    kind: 'interface',
    methods: {
        'void onInstall(System.InstallContext context)': (self: object, context: unknown) =>
            invokeMethod(self, 'onInstall', [context]) as null
    }
});

export const installContext = nativeClass({
    name: 'System.InstallContext',
    kind: 'interface',
    methods: {
        'Id installerId()': user,
        'Boolean isPush()': (self: InstallContext) => self.push,
        'Boolean isUpgrade()': (self: InstallContext) => self.previous !== null,
        'Id organizationId()': organization,
        'System.Version previousVersion()': (self: InstallContext) => self.previous
    },
    isInstance: (value) => value instanceof InstallContext
});

export const uninstallHandler = nativeClass({
    name: 'System.UninstallHandler',
    kind: 'interface',
    methods: {
        'void onUninstall(System.UninstallContext context)': (self: object, context: unknown) =>
            invokeMethod(self, 'onUninstall', [context]) as null
    }
});

export const uninstallContext = nativeClass({
    name: 'System.UninstallContext',
    kind: 'interface',
    methods: { 'Id organizationId()': organization, 'Id uninstallerId()': user },
    isInstance: (value) => value instanceof UninstallContext
});
