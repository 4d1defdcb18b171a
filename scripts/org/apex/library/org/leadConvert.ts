// Database.LeadConvert and its result: known by name, so that code which mentions them compiles; converting is unsupported.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_dml_convertLead.htm
import { unsupported } from '../../runtime/exceptions.ts';
import { nativeClass } from '../native.ts';

export const leadConvert = nativeClass({
    name: 'Database.LeadConvert',
    constructors: { '()': () => unsupported('Database.LeadConvert') },
    isInstance: () => false
});

export const leadConvertResult = nativeClass({ name: 'Database.LeadConvertResult', isInstance: () => false });
