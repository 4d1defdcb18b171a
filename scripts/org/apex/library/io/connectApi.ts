// ConnectApi: none of it is offered, but in tests its methods are refused as Salesforce refuses them without SeeAllData, which
// code uses to find out how it runs.
// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/connectAPI_TestingApex.htm
import { throwApex, unsupported } from '../../runtime/exceptions.ts';
import { platform } from '../../runtime/platform.ts';
import { type NativeClass, nativeClass } from '../native.ts';

function refuse(method: string): never {
    if (!platform().isTest) unsupported(`ConnectApi.${method}`);
    return throwApex(
        'System.UnsupportedOperationException',
        'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).'
    );
}

export const connectApiClasses: readonly NativeClass[] = [
    nativeClass({ name: 'ConnectApi.FollowingPage' }),
    nativeClass({
        name: 'ConnectApi.ChatterUsers',
        statics: {
            'ConnectApi.FollowingPage getFollowings(String communityId, String userId)': () =>
                refuse('ChatterUsers.getFollowings')
        }
    })
];
