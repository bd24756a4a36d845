import { api } from '@/lib/api/api-client.js';
import { ApiError } from '@/lib/api/api-error.js';
import type { InputOf, Schemas } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { sessionQuery } from './session.js';

type User = Schemas['User'];
export type UserChange = Omit<InputOf<'patch', '/user'>['body'], 'version'>;

/** What the person chose on another device meanwhile stays; what they choose here holds. */
export async function updateUser(change: UserChange): Promise<User> {
  try {
    return await send(change);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'STALE_VERSION') throw error;
    rememberUser(error.current as User);
    return send(change);
  }
}

export function rememberUser(change: Partial<User>): void {
  queryClient.setQueryData(sessionQuery.queryKey, (session) => session && { ...session, user: { ...session.user, ...change } });
}

async function send(change: UserChange): Promise<User> {
  const version = queryClient.getQueryData(sessionQuery.queryKey)?.user.version ?? 1;
  const { data } = await api.patch('/user', { body: { ...change, version } });
  rememberUser(data);
  return data;
}
