// What code of public projects asks of the org, as the reference of each class has it.
import { test } from 'node:test';
import { runsApex } from './testing.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_businesshours.htm
test('the default business hours are open at any time', () => {
    runsApex(
        {},
        `BusinessHours hours = [SELECT Id FROM BusinessHours WHERE IsDefault = TRUE];
         Datetime start = Datetime.newInstanceGmt(2026, 1, 5, 0, 0, 0);
         Assert.areEqual(129600000L, BusinessHours.diff(hours.Id, start, start.addHours(36)));
         Assert.areEqual(-3600000L, BusinessHours.diff(hours.Id, start, start.addHours(-1)));
         Assert.areEqual(start.addHours(30), BusinessHours.add(hours.Id, start, 108000000L));
         Assert.isTrue(BusinessHours.isWithin(hours.Id, start));
         Assert.areEqual(start, BusinessHours.nextStartDate(hours.Id, start));`
    );
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_sobject_describe.htm
test('histories and shares name the object they are of', () => {
    runsApex(
        {},
        `Schema.DescribeSObjectResult share = AccountShare.SObjectType.getDescribe();
         Assert.areEqual('Share', share.getAssociateEntityType());
         Assert.areEqual('Account', share.getAssociateParentEntity());
         Assert.areEqual('History', OpportunityFieldHistory.SObjectType.getDescribe().getAssociateEntityType());
         Assert.isNull(Account.SObjectType.getDescribe().getAssociateEntityType());`
    );
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_namespace_VisualEditor.htm
test('a class offers the rows of a dynamic picklist', () => {
    runsApex(
        {
            'classes/Sides.cls': `public class Sides extends VisualEditor.DynamicPickList {
                public override VisualEditor.DataRow getDefaultValue() { return new VisualEditor.DataRow('Right', 'right'); }
                public override VisualEditor.DynamicPickListRows getValues() {
                    VisualEditor.DynamicPickListRows rows = new VisualEditor.DynamicPickListRows();
                    rows.addRow(new VisualEditor.DataRow('Left', 'left'));
                    rows.addRow(getDefaultValue());
                    return rows;
                }
            }`
        },
        `VisualEditor.DynamicPickList sides = new Sides();
         Assert.areEqual(2, sides.getValues().size());
         Assert.areEqual('Left', sides.getValues().get(0).getLabel());
         Assert.areEqual('right', sides.getDefaultValue().getValue());`
    );
});

// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_sites.htm
test('where there is no site its name and id are null', () => {
    runsApex({}, 'Assert.isNull(Site.getSiteId()); Assert.isNull(Site.getName());');
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_scheduler.htm
test('a job may be scheduled for a year', () => {
    runsApex(
        {
            'classes/Job.cls':
                'public class Job implements Schedulable { public void execute(SchedulableContext context) { } }'
        },
        `Id job = System.schedule('late', '0 0 0 1 1 ? 2100', new Job());
         Assert.areEqual(2100, [SELECT NextFireTime FROM CronTrigger WHERE Id = :job].NextFireTime.year());`
    );
});

// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_role.htm
test('a role needs no more than its name', () => {
    runsApex(
        {},
        "UserRole role = new UserRole(Name = 'Buyers', DeveloperName = 'Buyers'); insert role; Assert.isNotNull(role.Id);"
    );
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_collections_lists_sorting_selectoption.htm
test('options of a select list are sorted by value, then label', () => {
    runsApex(
        {},
        `List<SelectOption> options = new List<SelectOption>{
             new SelectOption('C', 'France'), new SelectOption('A', 'US'), new SelectOption('A', 'Canada') };
         options.sort();
         Assert.areEqual('Canada', options[0].getLabel());
         Assert.areEqual('US', options[1].getLabel());
         Assert.areEqual('C', options[2].getValue());`
    );
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL_agg_fns.htm
test('aggregates count each row that they are made of, and counts count one', () => {
    runsApex(
        {},
        `insert new List<Account>{ new Account(Name = 'A', AnnualRevenue = 1), new Account(Name = 'B'), new Account(Name = 'B') };
         Integer before = Limits.getQueryRows();
         List<AggregateResult> sums = [SELECT SUM(AnnualRevenue) total FROM Account];
         Assert.areEqual(1, sums.size());
         Assert.areEqual(3, Limits.getQueryRows() - before);
         List<AggregateResult> maxima = [SELECT Name, MAX(CreatedDate) FROM Account GROUP BY Name];
         Assert.areEqual(6, Limits.getQueryRows() - before);
         List<AggregateResult> counts = [SELECT COUNT(Id) FROM Account];
         Assert.areEqual(7, Limits.getQueryRows() - before);
         List<AggregateResult> groups = [SELECT Name, COUNT(Id) FROM Account GROUP BY Name];
         Assert.areEqual(9, Limits.getQueryRows() - before);`
    );
});
