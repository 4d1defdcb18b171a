// System.UserInfo: the user whose transaction it is.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_userinfo.htm
import { unsupported } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { TimeZone } from '../core/timeZone.ts';
import { nativeClass } from '../native.ts';

const user = (): ReturnType<typeof platform>['user'] => platform().user;

export const userInfo = nativeClass({
    name: 'System.UserInfo',
    statics: {
        'Id getUserId()': () => user().id,
        'String getUserName()': () => user().username,
        'String getName()': () => user().name,
        'String getFirstName()': () => user().firstName,
        'String getLastName()': () => user().lastName,
        'String getUserEmail()': () => user().email,
        'Id getProfileId()': () => user().profileId,
        'Id getUserRoleId()': () => user().roleId,
        'String getUserType()': () => user().userType,
        'String getLocale()': () => user().locale,
        'String getLanguage()': () => user().language,
        'System.TimeZone getTimeZone()': () => new TimeZone(user().timeZone),
        'String getDefaultCurrency()': () => user().currency,
        'String getSessionId()': () => (platform().isTest ? null : user().sessionId),
        'Id getOrganizationId()': () => user().organizationId,
        'String getOrganizationName()': () => user().organizationName,
        'String getUiTheme()': () => 'Theme4d',
        'String getUiThemeDisplayed()': () => 'Theme4d',
        'Boolean isMultiCurrencyOrganization()': () => false,
        'Boolean isCurrentUserLicensed(String namespace)': () => true,
        'Boolean isCurrentUserLicensedForPackage(Id packageId)': () => true,
        'Boolean hasPackageLicense(Id packageId)': () => true
    }
});

/** Feature parameters belong to a managed package and its license management org. */
const noParameters = (): never => unsupported('FeatureManagement: the local org keeps no feature parameters');

export const featureManagement = nativeClass({
    name: 'System.FeatureManagement',
    statics: {
        'Boolean checkPermission(String apiName)': (name: string) =>
            platform().hasCustomPermission(name.replace(/^\w+__(?=\w)/, '')) || platform().hasCustomPermission(name),
        'Boolean checkPackageBooleanValue(String apiName)': () => false,
        'Date checkPackageDateValue(String apiName)': () => unsupported('FeatureManagement.checkPackageDateValue'),
        'Integer checkPackageIntegerValue(String apiName)': () => 0,
        'void setPackageBooleanValue(String apiName, Boolean value)': noParameters,
        'void setPackageDateValue(String apiName, Date value)': noParameters,
        'void setPackageIntegerValue(String apiName, Integer value)': noParameters
    }
});
