import { currentCall, runInCall } from '@crm-vision/common/context';
import type { CallOptions } from '@crm-vision/common/grpc-client';
import type { ResolveSessionResponse } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import { describe, expect, it } from '@jest/globals';
import { SessionCache } from './session-cache.js';
import { sharedResolve } from './shared-resolve.js';

const user = { id: 'u1', email: 'ada@example.com', name: 'Ada', locale: 'en', theme: 'system', shortcuts: true, version: 1 };
const workspace = { id: 'w1', name: 'Acme', slug: 'acme', role: 'owner', timeZone: 'UTC', locale: 'en', country: '', version: 1 };
const answer: ResolveSessionResponse = { user, workspace, workspaces: [workspace], accessToken: 'a', accessTokenExpiresAt: '', sessionId: 's1', expiresAt: '', permissions: [] };

/** A channel: a call ends with the signal that it was given, or with that of the request that it serves. */
function channel(): { reply: () => void; resolveSession: (request: unknown, options?: CallOptions) => Promise<ResolveSessionResponse> } {
  let reply: () => void = () => undefined;
  return {
    reply: () => reply(),
    resolveSession: (_request, options) => {
      const signal = options?.signal ?? currentCall()?.signal;
      return new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('cancelled')));
        reply = () => resolve(answer);
      });
    },
  };
}

describe('the answer that many requests wait for', () => {
  it('comes to the others when the first of them hangs up', async () => {
    const auth = channel();
    const cache = new SessionCache(sharedResolve(auth), 10_000);
    const hangUp = new AbortController();
    const request = (signal: AbortSignal) => runInCall({ requestId: 'r', signal, deadline: Date.now() + 5000 }, () => cache.find('token', ''));
    const first = request(hangUp.signal);
    const second = request(new AbortController().signal);
    hangUp.abort();
    auth.reply();
    expect(await second).toMatchObject({ id: 's1' });
    await first;
  });
});
