import { describe, expect, it } from '@jest/globals';
import { eventually } from '@crm-vision/common/testing';
import type { ResolveSessionResponse } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import { SessionCache } from './session-cache.js';

const user = { id: 'u1', email: 'ada@example.com', name: 'Ada', locale: 'en', theme: 'system', shortcuts: true, version: 1 };
const workspace = { id: 'w1', name: 'Acme', slug: 'acme', role: 'owner', timeZone: 'UTC', locale: 'en', country: '', version: 1 };
const answer: ResolveSessionResponse = { user, workspace, workspaces: [workspace], accessToken: 'a', accessTokenExpiresAt: '', sessionId: 's1', expiresAt: '', permissions: [] };

/** Auth, as it answers one call at a time, when told to. */
function auth() {
  const waiting: (() => void)[] = [];
  return {
    asked: () => waiting.length,
    answer: () => waiting.at(-1)?.(),
    resolve: () => new Promise<ResolveSessionResponse>((resolve) => waiting.push(() => resolve(answer))),
  };
}

describe('SessionCache', () => {
  it('asks once for many requests, and believes the answer for a while', async () => {
    const { asked, answer: reply, resolve } = auth();
    const cache = new SessionCache(resolve, 10_000);
    const found = [cache.find('token', ''), cache.find('token', '')];
    reply();
    expect((await Promise.all(found)).map(({ id }) => id)).toEqual(['s1', 's1']);
    await cache.find('token', '');
    expect(asked()).toBe(1);
  });

  it('keeps the workspaces of one session apart', () => {
    const { asked, resolve } = auth();
    const cache = new SessionCache(resolve, 10_000);
    void cache.find('token', 'w1');
    void cache.find('token', 'w2');
    expect(asked()).toBe(2);
  });

  it.each([{ sessionId: 's1' }, { userId: 'u1' }])('forgets at once what is revoked: %j', async (revocation) => {
    const { asked, answer: reply, resolve } = auth();
    const cache = new SessionCache(resolve, 10_000);
    const found = cache.find('token', '');
    reply();
    await found;
    cache.drop({ sessionId: 'other' });
    void cache.find('token', '');
    expect(asked()).toBe(1);
    cache.drop(revocation);
    void cache.find('token', '');
    expect(asked()).toBe(2);
  });

  it('does not believe an answer that auth gave before a revocation', async () => {
    const { asked, answer: reply, resolve } = auth();
    const cache = new SessionCache(resolve, 10_000);
    const found = cache.find('token', '');
    cache.drop({ sessionId: 's1' });
    reply();
    await found;
    void cache.find('token', '');
    expect(asked()).toBe(2);
  });

  it('asks again when the time is over', async () => {
    const { asked, answer: reply, resolve } = auth();
    const cache = new SessionCache(resolve, 1);
    const found = cache.find('token', '');
    reply();
    await found;
    await eventually(() => {
      void cache.find('token', '');
      expect(asked()).toBe(2);
    });
  });

  it('believes nothing when told to believe nothing', async () => {
    const { asked, answer: reply, resolve } = auth();
    const cache = new SessionCache(resolve, 0);
    const found = cache.find('token', '');
    reply();
    await found;
    void cache.find('token', '');
    expect(asked()).toBe(2);
  });
});
