import { AsyncLocalStorage } from 'node:async_hooks';

export type Role = 'owner' | 'admin' | 'member' | 'viewer';

/** Who makes a call, as the verified access token says. */
export interface Actor {
  userId: string;
  workspaceId: string;
  role: Role;
  sessionId: string;
  name: string;
  /** Of the workspace, as an IANA name: what everybody in it sees alike, such as days in filters, begins and ends there. */
  timeZone: string;
  /** Of the person, else of the workspace: their own day begins and ends there. */
  ownTimeZone: string;
  /** Of the workspace, as an ISO 3166-1 code: its phone numbers need no country code. Empty: none is known. */
  country: string;
  /** The access token itself, to pass on. */
  token: string;
}

/** What belongs to one call on its way through a service. */
export interface CallContext {
  requestId: string;
  /** Absent in public calls. */
  actor?: Actor;
  idempotencyKey?: string;
  /** Address at the other end of the connection that the call came by; absent where none was. */
  peer?: string;
  /** Aborted when the caller hangs up or the deadline is over. */
  signal: AbortSignal;
  /** Milliseconds since the epoch. */
  deadline: number;
}

const storage = new AsyncLocalStorage<CallContext>();

export function runInCall<T>(context: CallContext, work: () => T): T {
  return storage.run(context, work);
}

/** The call that is being served; undefined outside of one. */
export function currentCall(): CallContext | undefined {
  return storage.getStore();
}

/** The caller. Throws when the call is public: a programming error. */
export function currentActor(): Actor {
  const actor = storage.getStore()?.actor;
  if (!actor) throw new Error('There is no signed-in caller here.');
  return actor;
}
