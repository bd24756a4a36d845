import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Housekeeping } from '../../src/housekeeping/housekeeping.js';
import { type AuthUnderTest, newEmail, PASSWORD, resolve, signUp, signUpRequest, startAuth } from '../testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

const reused = expect.objectContaining({ kind: 'ruleBroken', code: 'IDEMPOTENCY_KEY_REUSED' });
const newKey = () => ({ idempotencyKey: randomUUID() });
const elsewhere = { ip: '198.51.100.9', userAgent: 'The same phone in another network' };
const kept = () => auth.testDatabase.sql<{ id: Buffer; proof: Buffer; answer: Buffer }>('select id, proof, answer from auth.kept_answer');
const sessionsOf = (email: string) => auth.testDatabase.sql('select 1 from auth.session s join auth.users u on u.id = s.user_id where u.email = $1', [email]);

describe('the same key and body', () => {
  it('signs up once: the same person, workspace and session, also from another network', async () => {
    const [request, key] = [signUpRequest(), newKey()];
    const first = await auth.sessions.signUp(request, key);
    expect(await auth.sessions.signUp({ ...request, device: elsewhere, deviceToken: '', replacedSessionToken: '' }, key)).toEqual(first);
    expect(await sessionsOf(request.email)).toHaveLength(1);
  });

  it('signs up once also when both come at the same moment', async () => {
    const [request, key] = [signUpRequest(), newKey()];
    const answers = await Promise.all(Array.from({ length: 3 }, () => auth.sessions.signUp(request, key)));
    expect(new Set(answers.map(({ sessionToken }) => sessionToken)).size).toBe(1);
  });

  it('signs in once, and again once that session has ended', async () => {
    const { email } = await signUp(auth);
    const [request, key] = [{ email, password: PASSWORD, device: elsewhere, deviceToken: '', replacedSessionToken: '' }, newKey()];
    const first = await auth.sessions.signIn(request, key);
    expect(await auth.sessions.signIn(request, key)).toEqual(first);
    await auth.sessions.signOut({ sessionToken: first.sessionToken });
    const again = await auth.sessions.signIn(request, key);
    expect(again.sessionToken).not.toBe(first.sessionToken);
    await expect(resolve(auth, again.sessionToken)).resolves.toMatchObject({ email });
  });

  it('gives the link of an invitation again, and the first one lives on', async () => {
    const owner = await signUp(auth);
    const [request, key] = [{ email: newEmail(), role: 'member' }, newKey()];
    const first = await auth.invitations.createInvitation(request, { ...owner, ...key });
    expect(await auth.invitations.createInvitation(request, { ...owner, ...key })).toEqual(first);
    const token = first.link.split('#')[1] ?? '';
    expect(await auth.invitations.resolveInvitation({ token })).toMatchObject({ email: request.email });
    const joining = { token, name: 'Grace', password: PASSWORD, device: elsewhere, deviceToken: '', replacedSessionToken: '' };
    const joined = await auth.invitations.acceptInvitation(joining, key);
    expect(await auth.invitations.acceptInvitation(joining, key)).toEqual(joined);
  });
});

describe('the same key and another body', () => {
  it('is refused, and the key of one person is nothing to another', async () => {
    const [request, key] = [signUpRequest(), newKey()];
    await auth.sessions.signUp(request, key);
    await expect(auth.sessions.signUp({ ...request, name: 'Somebody else' }, key)).rejects.toEqual(reused);
    await expect(auth.sessions.signUp(signUpRequest(), key)).resolves.toHaveProperty('sessionToken');
    const owner = await signUp(auth);
    await auth.invitations.createInvitation({ email: newEmail(), role: 'member' }, { ...owner, ...key });
    await expect(auth.invitations.createInvitation({ email: newEmail(), role: 'member' }, { ...owner, ...key })).rejects.toEqual(reused);
  });

  it('counts as guessing a password', async () => {
    const [request, key] = [signUpRequest(), newKey()];
    await auth.sessions.signUp(request, key);
    const guess = (number: number) => auth.sessions.signUp({ ...request, password: `guess number ${number}` }, key);
    for (let number = 0; number < 5; number += 1) await expect(guess(number)).rejects.toEqual(reused);
    await expect(guess(6)).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    await expect(auth.sessions.signIn({ email: request.email, password: PASSWORD, device: request.device, deviceToken: '', replacedSessionToken: '' }, {})).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });
});

describe('a request that failed', () => {
  it('leaves nothing behind: the same key may be used for the right one', async () => {
    const [request, key] = [signUpRequest(), newKey()];
    await expect(auth.sessions.signUp({ ...request, password: 'short' }, key)).rejects.toMatchObject({ code: 'PASSWORD_TOO_SHORT' });
    await expect(auth.sessions.signUp(request, key)).resolves.toHaveProperty('sessionToken');
  });
});

describe('what is kept', () => {
  it('shows no token, no password, no email and no key to who reads the table, and is gone after a day', async () => {
    const [request, key] = [signUpRequest(), newKey()];
    const { sessionToken } = await auth.sessions.signUp(request, key);
    const bytes = Buffer.concat((await kept()).flatMap(({ id, proof, answer }) => [id, proof, answer])).toString('latin1');
    for (const secret of [sessionToken, request.password, request.email, key.idempotencyKey]) expect(bytes).not.toContain(secret);
    await auth.testDatabase.sql(`update auth.kept_answer set created_at = now() - interval '25 hours'`);
    await new Housekeeping(auth.database, auth.logger).run();
    expect(await kept()).toEqual([]);
  });
});
