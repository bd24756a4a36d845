import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import { apiContext, setCsrfToken, setWorkspaceId } from '@/lib/api/api-context.js';
import { ApiError } from '@/lib/api/api-error.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { setFormats } from '@/lib/formats/formats.js';
import { undoStack } from '@/lib/undo/undo.js';

export type Session = Schemas['Session'];

const SIGNED_IN = 'signed-in';

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

/** What was begun in one workspace, drafts and the way back, means nothing in another. */
export async function switchWorkspace(workspaceId: string): Promise<void> {
  undoStack.clear();
  Object.keys(sessionStorage).filter((key) => key.startsWith('draft:')).forEach((key) => sessionStorage.removeItem(key));
  await startSession(workspaceId);
}

/** Spares a visitor a question whose answer is known: nobody signed in on this device, or they signed out. The cookie itself is out of reach here. */
export function mayBeSignedIn(): boolean {
  return localStorage.getItem(SIGNED_IN) !== null;
}

export function endSession(): void {
  localStorage.removeItem(SIGNED_IN);
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
    if (error.status === 401) {
      localStorage.removeItem(SIGNED_IN);
      return null;
    }
    const lostWorkspace = apiContext().workspaceId !== null && (error.status === 403 || error.status === 404);
    if (!lostWorkspace) throw error;
    setWorkspaceId(null);
    return remember(await api.get('/session'));
  }
}

function remember(session: Session): Session {
  localStorage.setItem(SIGNED_IN, 'yes');
  setCsrfToken(session.csrfToken);
  setWorkspaceId(session.workspace.id);
  setFormats(session.user);
  return session;
}
