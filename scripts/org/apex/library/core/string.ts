// System.String: the class, put together from its parts.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_string.htm
import { nativeClass } from '../native.ts';
import { stringEscapes } from './stringEscapes.ts';
import { stringEdits } from './stringEdits.ts';
import { stringParts } from './stringParts.ts';
import { stringStatics } from './stringStatics.ts';
import { stringTests } from './stringTests.ts';

export const string = nativeClass({
    name: 'System.String',
    statics: stringStatics,
    methods: { ...stringTests, ...stringParts, ...stringEdits, ...stringEscapes },
    isInstance: (value) => typeof value === 'string'
});
