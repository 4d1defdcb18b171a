// What the Jest mocks export on top of the platform modules.
declare module 'lightning/navigation' {
    export function getNavigateCalledWith(): { pageReference: PageReference; replace?: boolean };
}
declare namespace jest {
    interface Matchers<R> {
        toBeAccessible(): Promise<R>;
    }
}
