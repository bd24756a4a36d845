import { api } from '@/lib/api/api-client.js';
import { ApiError } from '@/lib/api/api-error.js';
import type { InputOf, Schemas } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { setFormats } from '@/lib/formats/formats.js';
import { sessionQuery } from './session.js';

type User = Schemas['User'];
export type UserChange = Omit<InputOf<'patch', '/user'>['body'], 'version'>;

let last: Promise<unknown> = Promise.resolve();

/** One after the other: each change is made on the version that the one before it left. */
export function updateUser(change: UserChange): Promise<User> {
  const turn = last.then(() => sendOnNewest(change));
  last = turn.catch(() => undefined);
  return turn;
}

/** What the person chose on another device meanwhile stays; what they choose here holds. */
async function sendOnNewest(change: UserChange): Promise<User> {
  try {
    return await send(change);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'STALE_VERSION') throw error;
    rememberUser(error.current as User);
    return send(change);
  }
}

export function rememberUser(change: Partial<User>): void {
  const session = queryClient.setQueryData(sessionQuery.queryKey, (known) => known && { ...known, user: { ...known.user, ...change } });
  if (session) setFormats(session.user);
}

async function send(change: UserChange): Promise<User> {
  const version = queryClient.getQueryData(sessionQuery.queryKey)?.user.version ?? 1;
  const { data } = await api.patch('/user', { body: { ...change, version } });
  rememberUser(data);
  return data;
}
