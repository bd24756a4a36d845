import { tabMemory } from '@/lib/storage.js';

/** What each request of this tab carries. Set by the session, read by the client. */
interface ApiContext {
  csrfToken: string | null;
  workspaceId: string | null;
}

const STORED_WORKSPACE = 'workspace';
const context: ApiContext = { csrfToken: null, workspaceId: tabMemory.get(STORED_WORKSPACE) };

export function apiContext(): Readonly<ApiContext> {
  return context;
}

export function setCsrfToken(token: string | null): void {
  context.csrfToken = token;
}

/** Kept per tab, so that two tabs may stand in two workspaces. */
export function setWorkspaceId(id: string | null): void {
  context.workspaceId = id;
  if (id) tabMemory.set(STORED_WORKSPACE, id);
  else tabMemory.remove(STORED_WORKSPACE);
}

type Listener<T> = (value: T) => void;

function signal<T>(): { emit: Listener<T>; on: (listener: Listener<T>) => () => void } {
  const listeners = new Set<Listener<T>>();
  return {
    emit: (value) => listeners.forEach((listener) => listener(value)),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A write made a change that can be undone. */
export const changeSetMade = signal<string>();
/** A change can no longer be undone: it was, or somebody was faster. */
export const changeSetSettled = signal<string>();
/** The session ended: it expired, or it was ended elsewhere. */
export const signedOut = signal<void>();
