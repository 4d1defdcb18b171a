// Database.LeadConvert and its result: known by name, so that code which mentions them compiles; converting is unsupported. Results can
// be made by JSON.deserialize, as tests do.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_dml_convertLead.htm
import { unsupported } from '../../runtime/exceptions.ts';
import { nativeClass } from '../native.ts';
import { Outcome, outcomeClass } from './dmlResults.ts';

export class LeadConvertResult extends Outcome {
    static $native = 'Database.LeadConvertResult';
}

/** There is no instance whose method could be called. */
const unmade = (): never => unsupported('Database.LeadConvert');

export const leadConvert = nativeClass({
    name: 'Database.LeadConvert',
    constructors: { '()': () => unsupported('Database.LeadConvert') },
    methods: {
        'Id getAccountId()': unmade,
        'Id getContactId()': unmade,
        'String getConvertedStatus()': unmade,
        'Id getLeadId()': unmade,
        'Id getOpportunityId()': unmade,
        'String getOpportunityName()': unmade,
        'Id getOwnerId()': unmade,
        'Boolean isDoNotCreateOpportunity()': unmade,
        'Boolean isOverWriteLeadSource()': unmade,
        'Boolean isSendNotificationEmail()': unmade,
        'void setAccountId(Id id)': unmade,
        'void setContactId(Id id)': unmade,
        'void setConvertedStatus(String status)': unmade,
        'void setDoNotCreateOpportunity(Boolean createOpportunity)': unmade,
        'void setLeadId(Id id)': unmade,
        'void setOpportunityId(Id id)': unmade,
        'void setOpportunityName(String name)': unmade,
        'void setOverwriteLeadSource(Boolean overwriteLeadSource)': unmade,
        'void setOwnerId(Id id)': unmade,
        'void setSendNotificationEmail(Boolean sendEmail)': unmade
    },
    isInstance: () => false
});

export const leadConvertResult = outcomeClass(LeadConvertResult, {
    'Id getAccountId()': () => null,
    'Id getContactId()': () => null,
    'Id getLeadId()': (self: Outcome) => self.result.id,
    'Id getOpportunityId()': () => null
});
