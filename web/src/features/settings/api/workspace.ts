import { api } from '@/lib/api/api-client.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { sessionQuery } from '@/lib/session/session.js';

export type WorkspaceChange = Pick<Schemas['Workspace'], 'name' | 'timeZone' | 'locale' | 'country'>;

/** A new time zone moves the days of filters. */
export async function updateWorkspace(change: WorkspaceChange): Promise<void> {
  const { data } = await api.patch('/workspace', { body: change });
  queryClient.setQueryData(sessionQuery.queryKey, (session) => session && {
    ...session,
    workspace: data,
    workspaces: session.workspaces.map((workspace) => (workspace.id === data.id ? data : workspace)),
  });
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}
