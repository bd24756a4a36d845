import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TokenVerifier } from '@crm-vision/common/grpc';
import { decodeProtectedHeader } from 'jose';
import { SigningKeysRepository } from '../../src/keys/signing-keys.repository.js';
import { SigningKeys } from '../../src/keys/signing-keys.js';
import { type AuthUnderTest, resolve, settings, signUp, startAuth } from '../testing.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
let auth: AuthUnderTest;
beforeAll(async () => {
  auth = await startAuth();
});
afterAll(() => auth.stop());

interface KeySet {
  keys: { kid: string; alg: string; d?: string }[];
}

async function published(): Promise<KeySet> {
  return JSON.parse((await auth.keyring.listSigningKeys({})).jwks) as KeySet;
}

function verifier(): TokenVerifier {
  return new TokenVerifier({ fetchKeys: published });
}

const kidOf = (token: string): string => String(decodeProtectedHeader(token).kid);
const inDays = (days: number): Date => new Date(Date.now() + days * DAY);

describe('ListSigningKeys: OK', () => {
  it('publishes public halves alone, and keeps the private ones encrypted', async () => {
    const { keys } = await published();
    expect(keys).toEqual([expect.objectContaining({ alg: 'ES256', kty: 'EC', crv: 'P-256', use: 'sig' })]);
    expect(keys[0]!.d).toBeUndefined();
    const [row] = await auth.testDatabase.sql<{ raw: string }>("select encode(private_jwk, 'escape') as raw from auth.signing_key");
    expect(row!.raw).not.toMatch(/"d"|P-256/);
  });
});

describe('rotation', () => {
  it('publishes the next key before it signs, and signs nobody out', async () => {
    const [first] = (await published()).keys;
    const person = await signUp(auth);
    const oldVerifier = verifier();
    await oldVerifier.verify(person.token);

    await auth.keys.refresh(new Date(inDays(settings.SIGNING_KEY_DAYS).getTime() - HOUR / 2));
    expect((await published()).keys).toHaveLength(2);
    expect((await published()).keys[0]!.kid).toBe(first!.kid);
    expect(kidOf((await resolve(auth, person.sessionToken)).token)).toBe(first!.kid);

    await auth.testDatabase.sql("update auth.signing_key set signs_from = now() - case when kid = $1 then interval '30 days' else interval '1 second' end", [first!.kid]);
    await auth.keys.refresh();
    const { token } = await resolve(auth, person.sessionToken);
    expect(kidOf(token)).not.toBe(first!.kid);
    await expect(verifier().verify(token)).resolves.toMatchObject({ userId: person.userId });
    await expect(verifier().verify(person.token)).resolves.toMatchObject({ userId: person.userId });
    await expect(auth.sessions.listSessions({}, { token: person.token })).resolves.toBeDefined();
  });

  it('drops a key when none of its tokens can be left', async () => {
    await auth.testDatabase.sql("update auth.signing_key set signs_from = signs_from - interval '1 day'");
    const before = (await published()).keys.map(({ kid }) => kid);
    await auth.keys.refresh();
    expect((await published()).keys.map(({ kid }) => kid)).toEqual([before[0]]);
  });

  it('makes one key when two processes start at once', async () => {
    await auth.testDatabase.sql('delete from auth.signing_key');
    const start = (): SigningKeys => new SigningKeys(new SigningKeysRepository(auth.database, Buffer.alloc(32, 1).toString('base64')), settings, auth.logger);
    const [one, other] = [start(), start()];
    await Promise.all([one.refresh(), other.refresh()]);
    expect(one.current().kid).toBe(other.current().kid);
    expect(await auth.testDatabase.sql('select kid from auth.signing_key')).toHaveLength(1);
  });

  it('signs with a new key when AUTH_ENCRYPTION_KEY was changed, and still verifies with the old one', async () => {
    const withKey = (byte: number): SigningKeys => new SigningKeys(new SigningKeysRepository(auth.database, Buffer.alloc(32, byte).toString('base64')), settings, auth.logger);
    const [before, after] = [withKey(1), withKey(2)];
    await before.refresh();
    await after.refresh();
    expect(after.current().kid).not.toBe(before.current().kid);
    expect((await after.fetchKeys()).keys.map(({ kid }) => kid)).toEqual([after.current().kid, before.current().kid]);
  });
});
