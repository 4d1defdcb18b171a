// What no permission governs: system fields of every object, and the objects and fields that every user reads.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_enforce_usermode.htm
/** Fields that no permission governs. */
export const openForAll = new Set([
    'id',
    'name',
    'ownerid',
    'createdbyid',
    'createddate',
    'lastmodifiedbyid',
    'lastmodifieddate',
    'systemmodstamp',
    'isdeleted',
    'recordtypeid',
    'currencyisocode',
    'setupownerid',
    'firstname',
    'lastname',
    'salutation',
    'developername',
    'masterlabel',
    'replayid',
    'eventuuid'
]);
/** Objects everyone reads. */
export const readableByAll = new Set([
    'user',
    'profile',
    'recordtype',
    'casestatus',
    'leadstatus',
    'taskstatus',
    'opportunitystage',
    'organization',
    'group',
    'queuesobject',
    'userrole',
    'permissionset',
    'permissionsetassignment',
    'apexclass',
    'staticresource',
    'contentversion',
    'contentdocument',
    'contentdocumentlink',
    'attachment',
    'asyncapexjob',
    'crontrigger',
    'businesshours',
    'entitydefinition',
    'fielddefinition',
    'custompermission',
    'setupentityaccess',
    'emailtemplate',
    'task',
    'event'
]);

/** Of activities a profile without permissions sees only what every page shows; of the other open objects, everything. */
export function openFields(object: string, field: string): boolean {
    if (object === 'task' || object === 'event') return activityFields.has(field);
    return readableByAll.has(object);
}

const activityFields = new Set([
    'subject',
    'status',
    'priority',
    'whatid',
    'whoid',
    'activitydate',
    'activitydatetime',
    'startdatetime',
    'enddatetime',
    'durationinminutes',
    'isclosed',
    'accountid'
]);
