// Database.LeadConvert and its result: known by name, so that code which mentions them compiles; converting is unsupported. Results can
// be made by JSON.deserialize, as tests do.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_dml_convertLead.htm
import { unsupported } from '../../runtime/exceptions.ts';
import { nativeClass } from '../native.ts';
import { Outcome, outcomeClass } from './dmlResults.ts';

export class LeadConvertResult extends Outcome {
    static $native = 'Database.LeadConvertResult';
}

export const leadConvert = nativeClass({
    name: 'Database.LeadConvert',
    constructors: { '()': () => unsupported('Database.LeadConvert') },
    isInstance: () => false
});

export const leadConvertResult = outcomeClass(LeadConvertResult, {
    'Id getAccountId()': () => null,
    'Id getContactId()': () => null,
    'Id getLeadId()': (self: Outcome) => self.result.id,
    'Id getOpportunityId()': () => null
});
