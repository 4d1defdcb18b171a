// System.Iterator and System.Iterable, and the iterators that lists and sets hand out.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_iterable.htm
import { throwApex } from '../../runtime/exceptions.ts';
import { invokeMethod } from '../../runtime/invoke.ts';
import { nativeClass } from '../native.ts';

/** Iterator of a platform collection over the elements it had when it was made. */
export class ItemsIterator {
    static $native = 'System.Iterator';
    private readonly items: readonly unknown[];
    private at = 0;
    constructor(items: readonly unknown[]) {
        this.items = items;
    }
    hasNext(): boolean {
        return this.at < this.items.length;
    }
    next(): unknown {
        if (!this.hasNext()) throwApex('System.NoSuchElementException', 'Iterator has no more elements.');
        return this.items[this.at++];
    }
}

export const iterator = nativeClass({
    name: 'System.Iterator',
    kind: 'interface',
    typeParams: ['T'],
    methods: {
        'Boolean hasNext()': (self: ItemsIterator) => self.hasNext(),
        'T next()': (self: ItemsIterator) => self.next()
    },
    isInstance: (value) => value instanceof ItemsIterator
});

export const iterable = nativeClass({
    name: 'System.Iterable',
    kind: 'interface',
    typeParams: ['T'],
    methods: { 'System.Iterator<T> iterator()': (self: object) => invokeMethod(self, 'iterator', []) as object }
});
