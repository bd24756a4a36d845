import { api } from '@/lib/api/api-client.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { askConflict } from '@/lib/records/conflict-question.js';
import { saveRecord } from '@/lib/records/save-record.js';
import { sessionQuery } from '@/lib/session/session.js';

type Workspace = Schemas['Workspace'];
export type WorkspaceChange = Partial<Pick<Workspace, 'name' | 'timeZone' | 'locale' | 'country'>>;

/**
 * `base` is the workspace as it was when the person began: what somebody else changed since in the same field asks which stays.
 * A new time zone moves the days of filters.
 */
export async function updateWorkspace(base: Workspace, change: WorkspaceChange): Promise<Workspace> {
  const { data } = await saveRecord<Workspace>({
    base,
    patch: change,
    send: (version, patch) => api.patch('/workspace', { body: { ...patch, version } }),
    ask: (conflicts) => askConflict(conflicts, ''),
  });
  queryClient.setQueryData(sessionQuery.queryKey, (session) => session && {
    ...session,
    workspace: data,
    workspaces: session.workspaces.map((workspace) => (workspace.id === data.id ? data : workspace)),
  });
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  return data;
}
