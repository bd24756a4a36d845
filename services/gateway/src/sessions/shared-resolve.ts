import type { Auth } from '../clients.js';
import type { ResolveSession } from './session-cache.js';

/** Many requests may wait for one answer: that the first of them hangs up is no reason to fail the others. */
const untilAnswered = new AbortController().signal;

export function sharedResolve(sessions: Pick<Auth['sessions'], 'resolveSession'>): ResolveSession {
  return (sessionToken, workspaceId) => sessions.resolveSession({ sessionToken, workspaceId }, { signal: untilAnswered });
}
