import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectAnswered } from './stack/coverage.js';
import { invite, newEmail, PASSWORD, Person, signUp, tokenOf } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

let stack: Stack;
let owner: Person;
let member: Person;
let viewer: Person;
let stranger: Person;
beforeAll(async () => {
  stack = await startStack({ crm: false });
  [owner, stranger] = await Promise.all([signUp(stack.origin), signUp(stack.origin, 'Other')]);
  [member, viewer] = await Promise.all([invite(owner, 'member'), invite(owner, 'viewer')]);
});
afterAll(() => stack.stop());

interface Items<T> { items: T[] }
interface Invitation { id: string; email: string; role: string }
const sameId = { 'X-Request-Id': 'the-same-request-id' };
const newInvitation = async (role = 'member') => (await owner.post('/api/v1/invitations', { email: newEmail(), role })).json<{ invitation: Invitation; link: string }>();

describe('PATCH /api/v1/workspace', () => {
  it('200: an owner renames it, and everybody sees it at once', async () => {
    expect((await owner.patch('/api/v1/workspace', { name: 'Acme & Sons', timeZone: 'Europe/Berlin', version: 1 })).json()).toMatchObject({ name: 'Acme & Sons', timeZone: 'Europe/Berlin', version: 2 });
    expect((await owner.enter()).workspace).toMatchObject({ name: 'Acme & Sons', version: 2 });
  });

  it('400: an offset is no time zone', async () => {
    expect((await owner.patch('/api/v1/workspace', { timeZone: '+02:00', version: 1 })).json()).toMatchObject({ status: 400, errors: [{ field: 'timeZone' }] });
  });

  it('400: names the version when there is none', async () => {
    expect((await owner.patch('/api/v1/workspace', { locale: 'de' })).json()).toMatchObject({ status: 400, errors: [{ field: 'version' }] });
  });

  it('409: shows what somebody else saved meanwhile', async () => {
    const person = await signUp(stack.origin);
    const { version } = (await person.enter()).workspace;
    await person.patch('/api/v1/workspace', { name: 'First', version });
    expect((await person.patch('/api/v1/workspace', { name: 'Second', version })).json())
      .toMatchObject({ status: 409, code: 'STALE_VERSION', current: { name: 'First', role: 'owner', version: version + 1 } });
    expect((await person.enter()).workspace.name).toBe('First');
  });

  it('403: members and viewers may not', async () => {
    for (const person of [member, viewer]) expect((await person.patch('/api/v1/workspace', { name: 'Mine', version: 1 })).json()).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  });
});

describe('GET /api/v1/members', () => {
  it('200: everybody in the workspace, and nobody else', async () => {
    const { items } = (await viewer.get('/api/v1/members')).json<Items<{ userId: string; role: string }>>();
    expect(items.map(({ userId }) => userId).sort()).toEqual([owner, member, viewer].map(({ userId }) => userId).sort());
  });
});

describe('POST /api/v1/invitations', () => {
  it('201: gives a link that is shown once', async () => {
    const { invitation, link } = await newInvitation('viewer');
    expect(link).toMatch(/^http:\/\/localhost.*\/join#[\w-]{43}$/);
    const list = await owner.get('/api/v1/invitations');
    expect(list.json<Items<Invitation>>().items).toContainEqual(expect.objectContaining({ id: invitation.id, role: 'viewer' }));
    expect(list.text).not.toContain(tokenOf(link));
  });

  it('403 for members, 409 for somebody who is one', async () => {
    expect((await member.post('/api/v1/invitations', { email: newEmail(), role: 'viewer' })).status).toBe(403);
    expect((await member.get('/api/v1/invitations')).status).toBe(403);
    expect((await owner.post('/api/v1/invitations', { email: viewer.email, role: 'viewer' })).json()).toMatchObject({ status: 409, code: 'ALREADY_A_MEMBER' });
  });
});

const RESOLVE = '/api/v1/auth/invitations/resolve';
const ACCEPT = '/api/v1/auth/invitations/accept';

describe('POST /api/v1/auth/invitations/resolve and accept', () => {
  it('shows where it leads, lets one person in, and is used up', async () => {
    const { invitation, link } = await newInvitation();
    const guest = new Person(stack.origin);
    const token = tokenOf(link);
    expect((await guest.post(RESOLVE, { token })).json()).toMatchObject({ email: invitation.email, workspaceName: 'Acme & Sons', role: 'member', invitedByName: 'Ada Lovelace' });
    expect((await guest.post(ACCEPT, { token, name: 'Grace', password: 'short' })).json()).toMatchObject({ status: 400, code: 'PASSWORD_TOO_SHORT' });
    expect((await guest.post(ACCEPT, { token, name: 'Grace', password: 'passwordpassword' })).json()).toMatchObject({ status: 400, code: 'PASSWORD_TOO_COMMON' });
    expect((await guest.post(ACCEPT, { token, name: 'Grace', password: PASSWORD })).status).toBe(201);
    expect(await guest.enter()).toMatchObject({ workspace: { id: owner.workspaceId, role: 'member' } });
    expect((await guest.post(RESOLVE, { token })).json()).toMatchObject({ status: 404, code: 'INVITATION_NOT_FOUND' });
    expect((await guest.post(ACCEPT, { token, name: 'Grace', password: PASSWORD })).status).toBe(404);
  });

  it('asks somebody who is known for their password, and adds the workspace', async () => {
    const known = await signUp(stack.origin, 'Own');
    const { link } = (await owner.post('/api/v1/invitations', { email: known.email, role: 'admin' })).json<{ link: string }>();
    const token = tokenOf(link);
    const guest = new Person(stack.origin);
    expect((await guest.post(ACCEPT, { token, password: 'not the password at all' })).json()).toMatchObject({ status: 401, code: 'WRONG_CREDENTIALS' });
    expect((await guest.post(ACCEPT, { token, password: PASSWORD })).status).toBe(201);
    const { workspaces } = await guest.enter();
    expect(workspaces).toHaveLength(2);
    expect((await guest.enter(owner.workspaceId)).workspace).toMatchObject({ id: owner.workspaceId, role: 'admin' });
    expect((await guest.enter(known.workspaceId)).workspace).toMatchObject({ id: known.workspaceId, role: 'owner' });
  });

  it('404: for a token that nobody made, the same as for one that is used', async () => {
    const guest = new Person(stack.origin);
    expect((await guest.post(RESOLVE, { token: 'x'.repeat(43) })).json()).toMatchObject({ status: 404, code: 'INVITATION_NOT_FOUND' });
  });
});

describe('DELETE /api/v1/invitations/{id}', () => {
  it('204: the link leads nowhere any more; 404 for those of others and for none', async () => {
    const { invitation, link } = await newInvitation();
    expect((await member.delete(`/api/v1/invitations/${invitation.id}`)).status).toBe(403);
    const foreign = await stranger.delete(`/api/v1/invitations/${invitation.id}`, sameId);
    expect(foreign.json()).toMatchObject({ status: 404, code: 'INVITATION_NOT_FOUND' });
    expect((await stranger.delete(`/api/v1/invitations/${crypto.randomUUID()}`, sameId)).text).toBe(foreign.text);
    expect((await owner.delete(`/api/v1/invitations/${invitation.id}`)).status).toBe(204);
    expect((await new Person(stack.origin).post(RESOLVE, { token: tokenOf(link) })).status).toBe(404);
  });
});

describe('PATCH /api/v1/members/{userId}', () => {
  it('200: the new role counts from the next request on', async () => {
    const person = await invite(owner, 'viewer');
    expect((await owner.patch(`/api/v1/members/${person.userId}`, { role: 'admin' })).json()).toMatchObject({ userId: person.userId, role: 'admin' });
    expect((await person.get('/api/v1/invitations')).status).toBe(200);
  });

  it('422 for the last owner, 404 for strangers, 403 for members', async () => {
    expect((await owner.patch(`/api/v1/members/${owner.userId}`, { role: 'member' })).json()).toMatchObject({ status: 422, code: 'LAST_OWNER' });
    const foreign = await owner.patch(`/api/v1/members/${stranger.userId}`, { role: 'viewer' }, sameId);
    expect(foreign.json()).toMatchObject({ status: 404, code: 'MEMBER_NOT_FOUND' });
    expect((await owner.patch(`/api/v1/members/${crypto.randomUUID()}`, { role: 'viewer' }, sameId)).text).toBe(foreign.text);
    expect((await member.patch(`/api/v1/members/${viewer.userId}`, { role: 'admin' })).status).toBe(403);
  });
});

describe('DELETE /api/v1/members/{userId}', () => {
  it('204: the access ends at once, and the name stays for old records', async () => {
    const person = await invite(owner, 'member');
    expect((await owner.delete(`/api/v1/members/${person.userId}`)).status).toBe(204);
    // Nothing is left to be signed in to.
    expect((await person.get('/api/v1/members')).status).toBe(401);
    const { items } = (await owner.get('/api/v1/members?includeRemoved=true')).json<Items<{ userId: string; status: string }>>();
    expect(items.find(({ userId }) => userId === person.userId)).toMatchObject({ status: 'removed' });
  });

  it('422 for the last owner, 404 for strangers, 403 for members', async () => {
    expect((await owner.delete(`/api/v1/members/${owner.userId}`)).json()).toMatchObject({ status: 422, code: 'LAST_OWNER' });
    expect((await owner.delete(`/api/v1/members/${stranger.userId}`)).json()).toMatchObject({ status: 404, code: 'MEMBER_NOT_FOUND' });
    expect((await member.delete(`/api/v1/members/${viewer.userId}`)).status).toBe(403);
  });
});

expectAnswered('Members');
expectAnswered('Workspace');
