// System.Collator: the order of texts in the language of the user.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Collator.htm
import { intlLocale } from '../../../values/index.ts';
import { platform } from '../../runtime/platform.ts';
import { nativeClass } from '../native.ts';

class Collator {
    static $native = 'System.Collator';
    readonly order: Intl.Collator;
    constructor(locale: string) {
        this.order = new Intl.Collator(locale);
    }
}

export const collator = nativeClass({
    name: 'System.Collator',
    interfaces: ['Comparator<String>'],
    statics: { 'System.Collator getInstance()': () => new Collator(intlLocale(platform().user.locale)) },
    methods: {
        'Integer compare(String first, String second)': (self: Collator, a: string | null, b: string | null) => {
            if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
            return Math.sign(self.order.compare(a, b));
        }
    },
    isInstance: (value) => value instanceof Collator
});
