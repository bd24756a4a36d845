import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import { apiContext, setCsrfToken, setWorkspaceId } from '@/lib/api/api-context.js';
import { ApiError } from '@/lib/api/api-error.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { setFormats } from '@/lib/formats/formats.js';
import { tabMemory } from '@/lib/storage.js';
import { undoStack } from '@/lib/undo/undo.js';
import { isDraft } from '@/lib/use-draft.js';

export type Session = Schemas['Session'];

/** Set and cleared by the server beside the session itself, which scripts cannot see. */
const SIGNED_IN = 'crm_signed_in=';
const DRAFTS_OF = 'drafts-of';

/** One call says who is signed in, where, and what they may do. Null = signed out. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: fetchSession,
  staleTime: 5 * 60_000,
});

export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('This part of the page is only for people who are signed in.');
  return data;
}

/** After signing in, signing up or switching: everything known belongs to someone or somewhere else. */
export async function startSession(workspaceId?: string): Promise<Session | null> {
  setWorkspaceId(workspaceId ?? null);
  queryClient.clear();
  return queryClient.fetchQuery(sessionQuery);
}

export async function switchWorkspace(workspaceId: string): Promise<void> {
  undoStack.clear();
  await startSession(workspaceId);
}

/** Spares a visitor a question whose answer is known: nobody signed in on this device, or they signed out. */
export function mayBeSignedIn(): boolean {
  return document.cookie.includes(SIGNED_IN);
}

export function endSession(): void {
  setCsrfToken(null);
  setWorkspaceId(null);
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, null);
}

async function fetchSession(): Promise<Session | null> {
  try {
    return remember(await api.get('/session'));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 401) return null;
    const lostWorkspace = apiContext().workspaceId !== null && (error.status === 403 || error.status === 404);
    if (!lostWorkspace) throw error;
    setWorkspaceId(null);
    return remember(await api.get('/session'));
  }
}

function remember(session: Session): Session {
  keepDraftsOf(`${session.user.id} ${session.workspace.id}`);
  setCsrfToken(session.csrfToken);
  setWorkspaceId(session.workspace.id);
  setFormats(session.user);
  return session;
}

/** Drafts outlive a session that ended under the person, but mean nothing to somebody else or in another workspace. */
function keepDraftsOf(place: string): void {
  if (tabMemory.get(DRAFTS_OF) !== place) tabMemory.keys().filter(isDraft).forEach(tabMemory.remove);
  tabMemory.set(DRAFTS_OF, place);
}
