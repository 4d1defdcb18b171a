// System.Network: the Experience Cloud site a user is in. The local org has none, so nobody is in one.
// https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_Network.htm
import { unsupported } from '../../runtime/exceptions.ts';
import { nativeClass } from '../native.ts';

const noSite = (): never => unsupported('Network: the local org has no sites');

export const network = nativeClass({
    name: 'System.Network',
    constructors: { '()': noSite },
    statics: {
        'System.PageReference communitiesLanding()': noSite,
        'System.PageReference forwardToAuthPage(String startURL)': noSite,
        'System.PageReference forwardToAuthPage(String startURL, String displayType)': noSite,
        'String getLoginUrl(String networkId)': noSite,
        'String getLogoutUrl(String networkId)': noSite,
        'Id getNetworkId()': () => null,
        'String getSelfRegUrl(String networkId)': noSite
    },
    isInstance: () => false
});
