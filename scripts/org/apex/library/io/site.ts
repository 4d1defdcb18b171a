// System.Site: the Salesforce site a request came to. The local org has no sites, so no request comes to one, and what a method says
// of «the current site» is null, or false where it is a Boolean.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_sites.htm
import { unsupported } from '../../runtime/exceptions.ts';
import { nativeClass } from '../native.ts';

const none = (): null => null;
const no = (): boolean => false;
const noSite = (): never => unsupported('Site: the local org has no sites');

export const site = nativeClass({
    name: 'System.Site',
    statics: {
        'System.PageReference changePassword(String newPassword, String verifyNewPassword)': noSite,
        'System.PageReference changePassword(String newPassword, String verifyNewPassword, String oldPassword)': noSite,
        'Id createExternalUser(SObject user, String accountId)': noSite,
        'Id createExternalUser(SObject user, String accountId, String password)': noSite,
        'Id createPortalUser(SObject user, String accountId, String password)': noSite,
        'Boolean forgotPassword(String username)': noSite,
        'Id getAdminId()': none,
        'String getAdminEmail()': none,
        'String getAnalyticsTrackingCode()': none,
        'String getBaseCustomUrl()': none,
        'String getBaseInsecureUrl()': none,
        'String getBaseRequestUrl()': none,
        'String getBaseSecureUrl()': none,
        'String getBaseUrl()': none,
        'String getDomain()': none,
        'String getErrorDescription()': none,
        'String getErrorMessage()': none,
        'String getMasterLabel()': none,
        'String getName()': none,
        'String getOriginalUrl()': none,
        'String getPathPrefix()': none,
        'String getPrefix()': none,
        'Id getSiteId()': none,
        'String getSiteType()': none,
        'String getSiteTypeLabel()': none,
        'System.PageReference getTemplate()': none,
        'Boolean isLoginEnabled()': no,
        'Boolean isPasswordExpired()': no,
        'Boolean isRegistrationEnabled()': no,
        'Boolean isValidUsername(String username)': noSite,
        'System.PageReference login(String username, String password, String startUrl)': noSite,
        'void validatePassword(SObject user, String password, String confirmPassword)': noSite
    },
    isInstance: () => false
});
