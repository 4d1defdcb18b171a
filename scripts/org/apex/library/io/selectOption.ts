// System.SelectOption: a choice of a select list on a page.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_pages_selectoption.htm
import { type Bean, beanClass, notNull } from './bean.ts';

const option = beanClass(
    'System.SelectOption',
    ['Boolean disabled', 'Boolean escapeItem', 'String label', 'String value'],
    {},
    true
);
const make = option.constructors?.['()'] as () => Bean;

/**
 * Options are sorted by value, and by label where values are the same.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_collections_lists_sorting_selectoption.htm
 */
const order = (option: Bean): string => `${String(option.read('value'))}\u0000${String(option.read('label'))}`;

function create(value: string | null, label: string | null, disabled: boolean | null = false): Bean {
    const made = Object.assign(make(), { sortKey: () => order(made) });
    made.write('value', notNull(value));
    made.write('label', notNull(label));
    made.write('disabled', disabled === true);
    made.write('escapeItem', true);
    return made;
}

export const selectOption = {
    ...option,
    constructors: {
        '(String value, String label)': (_type: unknown, value: string | null, label: string | null) =>
            create(value, label),
        '(String value, String label, Boolean isDisabled)': (
            _type: unknown,
            value: string | null,
            label: string | null,
            disabled: boolean | null
        ) => create(value, label, disabled)
    }
};
