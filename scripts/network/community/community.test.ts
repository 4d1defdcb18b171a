import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startClient } from '../testSupport.ts';

const BASE = '/TGCommunityServices/v1';
const COMPANY = `${BASE}/companies/GC00000001SU`;
const user = {
    loginId: 'new.person',
    loginPassword: 'not-kept',
    firstName: 'New',
    lastName: 'Person',
    contactInformation: { email: 'new.person@summit.example' }
};

test('a company is read by its id and another id is not found', async (context) => {
    const { call } = await startClient(context);
    assert.equal((await call('GET', COMPANY)).body.companyName, 'Summit Outdoor Supply');
    const missing = await call('GET', `${BASE}/companies/GC99999999XX`);
    assert.deepEqual([missing.status, missing.body.errorCode], [404, 'company-not-found']);
});

test('the partner directory lists all partners or those with a name', async (context) => {
    const { call } = await startClient(context);
    assert.equal((await call('GET', `${COMPANY}/partnerDirectory`)).body.total, 8);
    const { body } = await call('GET', `${COMPANY}/partnerDirectory?partnerCompanyName=Demo%20Retailer`);
    assert.deepEqual(
        body.partners.map((each: any) => [each.ediAddress, each.status]),
        [['ZZ:DEMORETAILER', 'Approved']]
    );
});

test('a user is created, found by loginId, changed and deleted, and no secret is kept', async (context) => {
    const { call } = await startClient(context);
    const created = await call('POST', `${COMPANY}/users`, user);
    assert.equal(created.status, 201);
    assert.equal(created.body.loginPassword, undefined);
    const path = `${COMPANY}/users/${created.body.userId}`;
    const found = await call('GET', `${COMPANY}/users?loginId=new.person`);
    assert.equal(found.body.users[0].userId, created.body.userId);
    const changed = await call('PUT', path, { address: { city: 'Latham' } });
    assert.deepEqual([changed.body.address.city, changed.body.lastName], ['Latham', 'Person']);
    assert.equal((await call('DELETE', path)).status, 204);
    assert.equal((await call('GET', path)).status, 404);
});

test('a user without a name, or with a taken loginId, is refused', async (context) => {
    const { call } = await startClient(context);
    assert.equal((await call('POST', `${COMPANY}/users`, { loginId: 'x' })).body.errorCode, 'user-incomplete');
    assert.equal((await call('POST', `${COMPANY}/users`, { ...user, loginId: 'pat.morgan' })).status, 409);
});

test('roles are added by loginId without doubles', async (context) => {
    const { call } = await startClient(context);
    const path = `${COMPANY}/users/pat.morgan/roles`;
    await call('PUT', `${path}?action=Add`, [{ roleName: 'Partner Admin' }, { roleName: 'Community Viewer' }]);
    assert.deepEqual((await call('GET', path)).body.roles, [
        { roleName: 'Community Viewer' },
        { roleName: 'Partner Admin' }
    ]);
    assert.equal((await call('PUT', `${path}?action=Remove`, [])).body.errorCode, 'action-unknown');
});

test('entitlements are read for the company and for a user', async (context) => {
    const { call } = await startClient(context);
    assert.equal((await call('GET', `${COMPANY}/entitlements`)).body.owner, 'GC00000001SU');
    assert.equal((await call('GET', `${BASE}/users/pat.morgan/entitlements`)).body.owner, 'pat.morgan');
    assert.equal((await call('GET', `${BASE}/users/nobody/entitlements`)).status, 404);
});

const partnership = { partnerCompanyName: 'New Shop', ediAddress: 'ZZ:NEWSHOP', role: 'Both' };

test('a requested partnership is pending and approved later', async (context) => {
    const { call, clock } = await startClient(context);
    const asked = await call('POST', `${COMPANY}/partnerDirectory`, partnership);
    assert.deepEqual([asked.status, asked.body.status], [201, 'Pending Partner Approval']);
    const path = `${COMPANY}/partnerDirectory/${asked.body.partnershipId}`;
    clock.advance(9_999);
    assert.equal((await call('GET', path)).body.status, 'Pending Partner Approval');
    clock.advance(1);
    assert.equal((await call('GET', path)).body.status, 'Approved');
});

test('a partnership that the partner does not want is rejected with a reason', async (context) => {
    const { call, clock } = await startClient(context);
    const asked = await call('POST', `${COMPANY}/partnerDirectory`, { ...partnership, ediAddress: 'ZZ:REJECTME' });
    clock.advance(10_000);
    const { body } = await call('GET', `${COMPANY}/partnerDirectory/${asked.body.partnershipId}`);
    assert.equal(body.status, 'Rejected');
    assert.match(body.reason, /does not know/);
});

test('a partnership is refused when incomplete, malformed or there already', async (context) => {
    const { call } = await startClient(context);
    const ask = async (change: object) =>
        (await call('POST', `${COMPANY}/partnerDirectory`, { ...partnership, ...change })).body.errorCode;
    assert.equal(await ask({ ediAddress: '' }), 'partnership-incomplete');
    assert.equal(await ask({ ediAddress: 'NEWSHOP' }), 'edi-address-malformed');
    assert.equal(await ask({ role: 'Buyer' }), 'role-unknown');
    assert.equal(await ask({ ediAddress: 'ZZ:DEMORETAILER' }), 'partnership-exists');
});

test('a partnership is terminated and may be asked for again', async (context) => {
    const { call } = await startClient(context);
    const asked = await call('POST', `${COMPANY}/partnerDirectory`, partnership);
    const path = `${COMPANY}/partnerDirectory/${asked.body.partnershipId}`;
    assert.equal((await call('PUT', path, { status: 'Terminated' })).body.status, 'Terminated');
    assert.equal((await call('PUT', path, { status: 'Paused' })).body.errorCode, 'status-unknown');
    assert.equal((await call('POST', `${COMPANY}/partnerDirectory`, partnership)).status, 201);
});

test('an agreement is listed, read and changed, counting its revisions', async (context) => {
    const { call } = await startClient(context);
    assert.equal((await call('GET', `${COMPANY}/agreements`)).body.total, 2);
    const changed = await call('PUT', `${COMPANY}/agreements/AG-1001`, { status: 'Suspended' });
    assert.deepEqual([changed.status, changed.body.status, changed.body.revision], [200, 'Suspended', 2]);
    assert.equal((await call('GET', `${COMPANY}/agreements/AG-1001`)).body.partnerAddress, 'ZZ:DEMORETAILER');
    assert.equal((await call('GET', `${COMPANY}/agreements/AG-9`)).status, 404);
    assert.equal((await call('PUT', `${COMPANY}/agreements/AG-9`, { status: 'Active' })).status, 201);
});
