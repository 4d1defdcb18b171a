// Platform modules that @salesforce/lightning-types does not declare. No top-level import or export here: every
// declaration is ambient.

interface SfFieldId {
    fieldApiName: string;
    objectApiName: string;
}
interface SfErrorBody {
    message: string;
    errorCode?: string;
}
interface SfFetchResponse {
    body: SfErrorBody | SfErrorBody[];
    status?: number;
    statusText?: string;
}
interface SfWireResult<T> {
    data?: T;
    error?: SfFetchResponse;
}
/** An Apex method: to call, and to wire. */
type SfApexMethod<A, R> = ((params: A) => Promise<R>) &
    import('lwc').WireAdapterConstructor<Record<string, unknown>, SfWireResult<R>>;

declare module '@salesforce/apex' {
    export function refreshApex(wired: unknown): Promise<void>;
}
declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}
declare module 'lightning/navigation' {
    import type { LightningElement, WireAdapterConstructor } from 'lwc';
    export interface PageReference {
        type: string;
        attributes?: Record<string, unknown>;
        state?: Record<string, unknown>;
    }
    interface NavigationApi {
        [NavigationMixin.Navigate](reference: PageReference, replace?: boolean): void;
        [NavigationMixin.GenerateUrl](reference: PageReference): Promise<string>;
    }
    export function NavigationMixin<B extends new () => LightningElement>(
        base: B
    ): new () => InstanceType<B> & NavigationApi;
    export namespace NavigationMixin {
        const Navigate: unique symbol;
        const GenerateUrl: unique symbol;
    }
    export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference>;
}
declare module 'lightning/platformShowToastEvent' {
    export interface ToastParams {
        title: string;
        message?: string;
        variant?: 'info' | 'success' | 'warning' | 'error';
        mode?: 'dismissible' | 'pester' | 'sticky';
    }
    export class ShowToastEvent extends CustomEvent<ToastParams> {
        constructor(params: ToastParams);
    }
}
declare module 'lightning/empApi' {
    export interface EmpMessage<T = Record<string, unknown>> {
        channel: string;
        data: { payload: T; event: { replayId: number } };
    }
    export interface EmpSubscription {
        id: number;
        channel: string;
    }
    export function subscribe<T>(
        channel: string,
        replayId: number,
        callback: (message: EmpMessage<T>) => void
    ): Promise<EmpSubscription>;
    export function unsubscribe(subscription: EmpSubscription, callback?: (response: unknown) => void): Promise<void>;
    export function onError(callback: (error: unknown) => void): void;
    export function isEmpEnabled(): Promise<boolean>;
}
declare module 'lightning/modal' {
    import { LightningElement } from 'lwc';
    export default class LightningModal extends LightningElement {
        static open(
            options: { label: string; size?: 'small' | 'medium' | 'large' | 'full'; description?: string } & Record<
                string,
                unknown
            >
        ): Promise<unknown>;
        label: string;
        size: string;
        disableClose: boolean;
        close(result?: unknown): void;
    }
}
