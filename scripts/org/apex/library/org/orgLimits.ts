// System.OrgLimits: limits of the org, as a Developer Edition has them. The local org counts nothing against them.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_OrgLimits.htm
import { ApexList, ApexMap } from '../../runtime/collections.ts';
import { nativeClass } from '../native.ts';

class OrgLimit {
    static $native = 'System.OrgLimit';
    readonly name: string;
    readonly max: number;
    constructor(name: string, max: number) {
        this.name = name;
        this.max = max;
    }
    toString(): string {
        return `System.OrgLimit[${this.name}: 0/${this.max}]`;
    }
}

const LIMITS = [
    ['ConcurrentAsyncGetReportInstances', 200],
    ['ConcurrentSyncReportRuns', 20],
    ['DailyApiRequests', 15_000],
    ['DailyAsyncApexExecutions', 250_000],
    ['DailyBulkApiBatches', 15_000],
    ['DailyDurableGenericStreamingApiEvents', 10_000],
    ['DailyDurableStreamingApiEvents', 10_000],
    ['DailyGenericStreamingApiEvents', 10_000],
    ['DailyStandardVolumePlatformEvents', 10_000],
    ['DailyStreamingApiEvents', 10_000],
    ['DailyWorkflowEmails', 990],
    ['DataStorageMB', 5],
    ['FileStorageMB', 20],
    ['HourlyAsyncReportRuns', 1200],
    ['HourlyDashboardRefreshes', 200],
    ['HourlyDashboardResults', 5000],
    ['HourlyDashboardStatuses', 999_999_999],
    ['HourlyODataCallout', 1000],
    ['HourlyPublishedPlatformEvents', 50_000],
    ['HourlyPublishedStandardVolumePlatformEvents', 1000],
    ['HourlySyncReportRuns', 500],
    ['HourlyTimeBasedWorkflow', 50],
    ['MassEmail', 10],
    ['MonthlyPlatformEvents', 10_000],
    ['Package2VersionCreates', 6],
    ['PermissionSets', 1500],
    ['SingleEmail', 15],
    ['StreamingApiConcurrentClients', 20]
] as const;

const all = LIMITS.map(([name, max]) => new OrgLimit(name, max));

export const orgLimits = nativeClass({
    name: 'System.OrgLimits',
    statics: {
        'List<System.OrgLimit> getAll()': () => ApexList.of('System.OrgLimit', [...all]),
        'Map<String, System.OrgLimit> getMap()': () =>
            ApexMap.of(
                'String',
                'System.OrgLimit',
                all.map((limit) => [limit.name, limit] as const)
            )
    }
});

export const orgLimit = nativeClass({
    name: 'System.OrgLimit',
    methods: {
        'String getName()': (self: OrgLimit) => self.name,
        'Integer getLimit()': (self: OrgLimit) => self.max,
        'Integer getValue()': () => 0,
        'String toString()': (self: OrgLimit) => self.toString()
    },
    isInstance: (value) => value instanceof OrgLimit
});
