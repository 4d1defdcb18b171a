// CaseStatus as the Object Reference describes it, with the values of a new org; a test sees it, as it sees other objects that manage the org:
// https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-casestatus.html
import { test } from 'node:test';
import { runsApex } from './testing.ts';

test('the statuses of cases tell the default and the closed ones', () => {
    runsApex(
        {},
        `List<CaseStatus> all = [SELECT ApiName, MasterLabel, IsClosed, IsDefault FROM CaseStatus WITH USER_MODE ORDER BY SortOrder];
         Assert.areEqual(4, all.size());
         Assert.areEqual('New', all[0].ApiName);
         Assert.isTrue(all[0].IsDefault);
         Assert.areEqual('Closed', all[3].MasterLabel);
         Assert.isFalse(all[0].IsClosed);
         Assert.isTrue(all[3].IsClosed);`
    );
});

// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_leadstatus.htm
test('leads, tasks and opportunities have their statuses as records too', () => {
    runsApex(
        {},
        `Assert.areEqual('Closed - Converted', [SELECT MasterLabel FROM LeadStatus WHERE IsConverted = TRUE].MasterLabel);
         Assert.areEqual('Completed', [SELECT MasterLabel FROM TaskStatus WHERE IsClosed = TRUE].MasterLabel);
         Assert.areEqual('Closed Won', [SELECT MasterLabel FROM OpportunityStage WHERE IsWon = TRUE].MasterLabel);
         Assert.areEqual(10, [SELECT DefaultProbability FROM OpportunityStage WHERE ApiName = 'Prospecting'].DefaultProbability);`
    );
});
