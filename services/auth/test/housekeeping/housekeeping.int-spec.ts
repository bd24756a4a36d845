import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@crm-vision/common/ids';
import { Housekeeping } from '../../src/housekeeping/housekeeping.js';
import { type AuthUnderTest, failure, PASSWORD, resolve, signUp, startAuth } from '../testing.js';

let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

const count = async (table: string): Promise<number> => (await auth.testDatabase.sql<{ n: number }>(`select count(*)::int as n from auth.${table}`))[0]!.n;
const tables = ['idempotency_key', 'sign_in_attempt', 'session', 'known_device'];
const counts = (): Promise<number[]> => Promise.all(tables.map(count));

describe('housekeeping', () => {
  it.each([2000, 1])('takes away what is over in every workspace, and nothing else, %p at once', async (most) => {
    await auth.testDatabase.sql(`truncate ${tables.map((table) => `auth.${table}`).join()} cascade`);
    const [one, other] = [await signUp(auth), await signUp(auth)];
    for (const { token } of [one, other]) await auth.users.updateUser({ theme: 'dark' }, { token, idempotencyKey: newId() });
    await failure(auth.sessions.signIn({ email: one.email, password: 'wrong', device: undefined, deviceToken: '', replacedSessionToken: '' }));
    const housekeeping = new Housekeeping(auth.database, auth.logger, most);
    await housekeeping.run();
    // Both sign-ups count for their address and its network, the sign-in for five.
    expect(await counts()).toEqual([2, 7, 2, 2]);

    await auth.testDatabase.sql("update auth.idempotency_key set created_at = now() - interval '25 hours'");
    await auth.testDatabase.sql("update auth.sign_in_attempt set updated_at = now() - interval '25 hours'");
    await auth.testDatabase.sql("update auth.session set revoked_at = now() - interval '31 days' where id = $1", [other.sessionId]);
    await auth.testDatabase.sql("update auth.known_device set used_at = now() - interval '366 days' where user_id = $1", [other.userId]);
    await housekeeping.run();
    expect(await counts()).toEqual([0, 0, 1, 1]);
    await expect(resolve(auth, one.sessionToken)).resolves.toBeDefined();
    await expect(auth.sessions.signIn({ email: one.email, password: PASSWORD, device: undefined, deviceToken: '', replacedSessionToken: '' })).resolves.toBeDefined();
  });
});
