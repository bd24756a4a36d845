import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@crm-vision/common/testing';
import { request } from 'node:http';
import { expectAnswered } from './stack/coverage.js';
import { COOKIE, newEmail, PASSWORD, Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ crm: false });
});
afterAll(() => stack.stop());

const signUpBody = (email = newEmail()) => ({ email, password: PASSWORD, name: 'Ada Lovelace', workspaceName: 'Acme' });

/** For the app's scripts: there is a session, and no word more. */
const signedIn: unknown = expect.stringMatching(/^crm_signed_in=1; Path=\/; Expires=.+ GMT; SameSite=Lax$/);

/** For the next sign-in, and no proof of anything. */
const device: unknown = expect.stringMatching(/^crm_device=[\w-]{43}; Path=\/; Expires=.+ GMT; HttpOnly; SameSite=Strict$/);

describe('POST /api/v1/auth/sign-up', () => {
  it('201: makes the person, the workspace and a session in a cookie that scripts cannot read', async () => {
    const person = new Person(stack.origin);
    const reply = await person.post('/api/v1/auth/sign-up', { ...signUpBody(), locale: 'de', timeZone: 'Europe/Berlin' });
    expect(reply.status).toBe(201);
    expect(reply.json()).toMatchObject({ user: { name: 'Ada Lovelace', locale: 'de' }, workspace: { name: 'Acme', role: 'owner', timeZone: 'Europe/Berlin' } });
    expect(reply.text).not.toContain(person.cookie);
    expect(reply.headers['set-cookie']).toEqual([expect.stringMatching(new RegExp(`^${COOKIE}=[\\w-]{43}; Path=/; Expires=.+ GMT; HttpOnly; SameSite=Lax$`)), signedIn, device]);
    expect(await person.enter()).toMatchObject({ workspace: { name: 'Acme' }, permissions: expect.arrayContaining(['records.write', 'members.manage']) });
  });

  it('400: an offset is no time zone', async () => {
    const reply = await new Person(stack.origin).post('/api/v1/auth/sign-up', { ...signUpBody(), timeZone: '+02:00' });
    expect(reply.json()).toMatchObject({ status: 400, errors: [{ field: 'timeZone' }] });
  });

  it('422: an email can sign up once, and no word says that it did', async () => {
    const body = signUpBody();
    await new Person(stack.origin).post('/api/v1/auth/sign-up', body);
    const reply = await new Person(stack.origin).post('/api/v1/auth/sign-up', { ...body, password: 'nine other otters juggle', email: body.email.toUpperCase() });
    expect(reply.json()).toMatchObject({ status: 422, code: 'SIGN_UP_REFUSED' });
    expect(reply.headers['set-cookie']).toBeUndefined();
  });

  it('400: names a password that is too short or too common', async () => {
    const person = new Person(stack.origin);
    for (const [password, code] of [['short', 'PASSWORD_TOO_SHORT'], ['passwordpassword', 'PASSWORD_TOO_COMMON']]) {
      const reply = await person.post('/api/v1/auth/sign-up', { ...signUpBody(), password });
      expect(reply.json()).toMatchObject({ status: 400, code, errors: [{ field: 'password', code }] });
    }
  });
});

describe('POST /api/v1/auth/sign-in', () => {
  it('200: answers with the workspaces and a new session', async () => {
    const { email, workspaceId } = await signUp(stack.origin);
    const person = new Person(stack.origin);
    const reply = await person.post('/api/v1/auth/sign-in', { email, password: PASSWORD });
    expect(reply.json()).toMatchObject({ user: { email }, workspaces: [{ id: workspaceId, role: 'owner' }] });
    expect(await person.enter()).toMatchObject({ user: { email } });
  });

  it('200: ends the session that the browser held', async () => {
    const person = await signUp(stack.origin);
    const before = person.at(stack.origin);
    expect((await person.post('/api/v1/auth/sign-in', { email: person.email, password: PASSWORD })).status).toBe(200);
    expect((await before.get('/api/v1/members')).status).toBe(401);
    expect((await person.get('/api/v1/sessions')).json<{ items: unknown[] }>().items).toHaveLength(1);
  });

  it('401: says the same for a wrong password and for an unknown email, and leaves a session that is there alone', async () => {
    const { email } = await signUp(stack.origin);
    const id = { 'X-Request-Id': 'the-same-request-id' };
    const person = new Person(stack.origin);
    const wrong = await person.post('/api/v1/auth/sign-in', { email, password: 'not the password at all' }, id);
    const unknown = await person.post('/api/v1/auth/sign-in', { email: newEmail(), password: 'not the password at all' }, id);
    expect(wrong.json()).toMatchObject({ status: 401, code: 'WRONG_CREDENTIALS' });
    expect(unknown.text).toBe(wrong.text);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('403: refuses a form on another site', async () => {
    const { email } = await signUp(stack.origin);
    const attempt = (headers: Record<string, string>) => new Person(stack.origin).post('/api/v1/auth/sign-in', { email, password: PASSWORD }, headers);
    expect((await attempt({ Origin: 'https://evil.example' })).json()).toMatchObject({ status: 403, code: 'FOREIGN_ORIGIN' });
    expect((await attempt({ Origin: 'null' })).status).toBe(403);
    expect((await attempt({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await attempt({ Origin: 'http://localhost' })).status).toBe(200);
    expect((await attempt({ Origin: stack.origin })).status).toBe(200);
  });
});

describe('a caller who hangs up', () => {
  it('is noted as such, and is no failure of ours', async () => {
    const body = JSON.stringify({ email: newEmail(), password: PASSWORD });
    const id = `hang-up-${crypto.randomUUID()}`;
    const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length, 'X-Request-Id': id };
    const outgoing = request(`${stack.origin}/api/v1/auth/sign-in`, { method: 'POST', agent: false, headers }).on('error', () => undefined);
    // Hashing the password takes longer than that.
    outgoing.end(body, () => setTimeout(() => outgoing.destroy(), 20));
    const lines = await eventually(() => {
      const found = (stack.gateways[0]?.output() ?? '').split('\n').filter((line) => line.includes(id));
      expect(found.length).toBeGreaterThan(0);
      return found;
    });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([expect.objectContaining({ level: 'info', status: 499, route: 'signIn' })]);
  });
});

describe('POST /api/v1/auth/sign-out', () => {
  it('204: ends the session at once, on every gateway, and takes the cookie away', async () => {
    const other = await stack.addGateway();
    const person = await signUp(stack.origin);
    const elsewhere = person.at(other);
    expect((await elsewhere.get('/api/v1/members')).status).toBe(200);
    const before = person.cookie;
    const reply = await person.post('/api/v1/auth/sign-out');
    expect(reply.status).toBe(204);
    expect(reply.headers['set-cookie']).toEqual(['crm_session', 'crm_signed_in'].map((name): unknown => expect.stringMatching(new RegExp(`^${name}=; Path=/; Expires=Thu, 01 Jan 1970`))));
    person.cookie = before;
    expect((await person.get('/api/v1/members')).status).toBe(401);
    elsewhere.cookie = before;
    expect((await elsewhere.get('/api/v1/session')).status).toBe(401);
  });

  it('403: needs the CSRF token', async () => {
    const person = await signUp(stack.origin);
    for (const token of ['', 'wrong', person.csrfToken.slice(1)]) {
      const reply = await person.post('/api/v1/auth/sign-out', undefined, { 'X-CSRF-Token': token });
      expect(reply.json()).toMatchObject({ status: 403, code: 'CSRF_TOKEN_INVALID', errors: [{ field: 'X-CSRF-Token' }] });
    }
    expect((await person.get('/api/v1/session')).status).toBe(200);
  });
});

describe('GET /api/v1/session', () => {
  it('200: renews the cookie, so that a session that is used does not end', async () => {
    const person = await signUp(stack.origin);
    const reply = await person.get('/api/v1/session');
    expect(reply.headers['set-cookie']).toEqual([expect.stringMatching(new RegExp(`^${COOKIE}=${person.cookie}; Path=/; Expires=.+ GMT; HttpOnly; SameSite=Lax$`)), signedIn]);
    expect((await person.get('/api/v1/members')).headers['set-cookie']).toBeUndefined();
  });

  it('401: without a cookie, with a forged one, with one that is over; the useless cookie goes', async () => {
    const person = new Person(stack.origin);
    expect((await person.get('/api/v1/session')).headers['set-cookie']).toBeUndefined();
    for (const cookie of ['x', 'A'.repeat(43), `${'A'.repeat(43)}; ${COOKIE}=B`, '%00', '🙂'.repeat(9), 'a'.repeat(5000)]) {
      const reply = await person.get('/api/v1/session', { Cookie: `${COOKIE}=${Buffer.from(cookie).toString('latin1')}` });
      expect(reply.status).toBe(401);
      expect(reply.headers['set-cookie']?.[0]).toContain('1970');
    }
  });

  it('404: says nothing about workspaces of others, 400 for what is no id', async () => {
    const [person, stranger] = await Promise.all([signUp(stack.origin), signUp(stack.origin)]);
    const id = { 'X-Request-Id': 'the-same-request-id' };
    const foreign = await person.get('/api/v1/session', { ...id, 'X-Workspace-Id': stranger.workspaceId });
    const unknown = await person.get('/api/v1/session', { ...id, 'X-Workspace-Id': crypto.randomUUID() });
    expect(foreign.json()).toMatchObject({ status: 404, code: 'WORKSPACE_NOT_FOUND' });
    expect(foreign.text).toBe(unknown.text);
    expect((await person.get('/api/v1/session', { 'X-Workspace-Id': 'mine' })).json()).toMatchObject({ status: 400, errors: [{ field: 'X-Workspace-Id' }] });
  });
});

describe('GET /api/v1/sessions and DELETE /api/v1/sessions/{id}', () => {
  it('shows where somebody is signed in, and ends one of them', async () => {
    const first = await signUp(stack.origin);
    const second = new Person(stack.origin);
    await second.post('/api/v1/auth/sign-in', { email: first.email, password: PASSWORD }, { 'User-Agent': 'Other browser' });
    await second.enter();
    const { items } = (await first.get('/api/v1/sessions')).json<{ items: { id: string; current: boolean; userAgent: string; ip: string }[] }>();
    expect(items).toHaveLength(2);
    const other = items.find(({ current }) => !current);
    expect(other).toMatchObject({ userAgent: 'Other browser', ip: '127.0.0.1' });
    expect((await first.delete(`/api/v1/sessions/${other?.id ?? ''}`)).status).toBe(204);
    expect((await second.get('/api/v1/members')).status).toBe(401);
    expect((await first.get('/api/v1/members')).status).toBe(200);
  });

  it("404: a session of somebody else is none", async () => {
    const [person, stranger] = await Promise.all([signUp(stack.origin), signUp(stack.origin)]);
    const { items } = (await stranger.get('/api/v1/sessions')).json<{ items: { id: string }[] }>();
    const id = { 'X-Request-Id': 'the-same-request-id' };
    const foreign = await person.delete(`/api/v1/sessions/${items[0]?.id ?? ''}`, id);
    expect(foreign.json()).toMatchObject({ status: 404, code: 'SESSION_NOT_FOUND' });
    expect((await person.delete(`/api/v1/sessions/${crypto.randomUUID()}`, id)).text).toBe(foreign.text);
    expect((await stranger.get('/api/v1/members')).status).toBe(200);
  });
});

describe('PATCH /api/v1/user', () => {
  it('200 and 400: a name has 120 characters, however many halves of UTF-16 they take', async () => {
    const person = await signUp(stack.origin);
    const longest = '🔑'.repeat(120);
    expect((await person.patch('/api/v1/user', { name: longest, version: 1 })).json()).toMatchObject({ name: longest });
    expect((await person.patch('/api/v1/user', { name: `${longest}a`, version: 2 })).json()).toMatchObject({ status: 400, errors: [{ field: 'name', code: 'TOO_BIG' }] });
  });

  it('200: changes what is given and nothing else, seen at once', async () => {
    const person = await signUp(stack.origin);
    const reply = await person.patch('/api/v1/user', { theme: 'dark', shortcuts: false, version: 1 });
    expect(reply.json()).toMatchObject({ name: 'Ada Lovelace', theme: 'dark', shortcuts: false });
    expect((await person.enter()).user).toMatchObject({ theme: 'dark', shortcuts: false });
  });

  it('200: keeps the time zone and formats of the person for every device, and takes them back', async () => {
    const person = await signUp(stack.origin);
    const chosen = { timeZone: 'Pacific/Chatham', dateOrder: 'dmy', clock: 'h23', numberFormat: 'apostrophePoint', weekStart: 'sat' };
    expect((await person.patch('/api/v1/user', { ...chosen, version: 1 })).json()).toMatchObject({ ...chosen, version: 2 });
    expect((await person.enter()).user).toMatchObject(chosen);
    const none = { timeZone: null, dateOrder: null, clock: null, numberFormat: null, weekStart: null };
    expect((await person.patch('/api/v1/user', { ...none, version: 2 })).json()).toMatchObject({ ...none, version: 3 });
  });

  it.each([['timeZone', '+02:00'], ['timeZone', 'Europe/Bonn'], ['dateOrder', 'ydm'], ['clock', '24'], ['numberFormat', '1.234,5'], ['weekStart', 1], ['version', 0]])('400: refuses %s %j', async (field, value) => {
    const person = await signUp(stack.origin);
    expect((await person.patch('/api/v1/user', { version: 1, [field]: value })).json()).toMatchObject({ status: 400, errors: [{ field }] });
  });

  it('409: a change of what has changed meanwhile shows how it is', async () => {
    const person = await signUp(stack.origin);
    await person.patch('/api/v1/user', { clock: 'h12', version: 1 });
    expect((await person.patch('/api/v1/user', { clock: 'h23', version: 1 })).json()).toMatchObject({ status: 409, code: 'STALE_VERSION', current: { clock: 'h12', version: 2 } });
  });
});

describe('POST /api/v1/user/change-password', () => {
  it('204: ends every session, gives this browser a new one, and only the new password works', async () => {
    const person = await signUp(stack.origin);
    const other = new Person(stack.origin);
    await other.post('/api/v1/auth/sign-in', { email: person.email, password: PASSWORD });
    const newPassword = 'another long pass phrase';
    const before = person.at(stack.origin);
    expect((await person.post('/api/v1/user/change-password', { currentPassword: PASSWORD, newPassword })).status).toBe(204);
    expect((await other.get('/api/v1/session')).status).toBe(401);
    expect(person.cookie).not.toBe(before.cookie);
    expect((await before.get('/api/v1/session')).status).toBe(401);
    expect((await before.get('/api/v1/members')).status).toBe(401);
    const { csrfToken } = before;
    expect((await person.patch('/api/v1/user', { theme: 'dark', version: 1 })).json()).toMatchObject({ status: 403, code: 'CSRF_TOKEN_INVALID' });
    expect((await person.enter()).csrfToken).not.toBe(csrfToken);
    expect((await person.patch('/api/v1/user', { theme: 'dark', version: 1 })).status).toBe(200);
    expect((await other.post('/api/v1/auth/sign-in', { email: person.email, password: PASSWORD })).status).toBe(401);
    expect((await other.post('/api/v1/auth/sign-in', { email: person.email, password: newPassword })).status).toBe(200);
  });

  it('403 with a wrong password, 400 with a new one that is too short or too common', async () => {
    const person = await signUp(stack.origin);
    const change = async (currentPassword: string, newPassword: string) => (await person.post('/api/v1/user/change-password', { currentPassword, newPassword })).json();
    expect(await change('not the password', 'another long pass phrase')).toMatchObject({ status: 403, code: 'WRONG_CREDENTIALS' });
    expect(await change(PASSWORD, 'short')).toMatchObject({ status: 400, code: 'PASSWORD_TOO_SHORT' });
    expect(await change(PASSWORD, 'passwordpassword')).toMatchObject({ status: 400, code: 'PASSWORD_TOO_COMMON' });
  });
});

expectAnswered('Sign-in');
