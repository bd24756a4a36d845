import { currentCall } from '../context/index.js';

/** What is told beside an error: never a name, an email, or the content of a record. */
export interface ReportedFacts {
  requestId?: string;
  userId?: string;
  workspaceId?: string;
  /** Route or method, never a path with ids in it. */
  route?: string;
}

/** Where errors are reported to. */
export interface Reporter {
  error(error: unknown, facts: ReportedFacts): void;
  slow(seconds: number, facts: ReportedFacts): void;
  close(): Promise<void>;
}

let reporter: Reporter | undefined;

export function reportTo(next: Reporter | undefined): void {
  reporter = next;
}

function factsOfCall(): ReportedFacts {
  const call = currentCall();
  if (!call) return {};
  const { requestId, actor } = call;
  return { requestId, ...(actor && { userId: actor.userId, workspaceId: actor.workspaceId }) };
}

/** An error that is ours. Goes nowhere unless a place is configured; the log has it either way. */
export function reportError(error: unknown, facts: ReportedFacts = {}): void {
  reporter?.error(error, { ...factsOfCall(), ...facts });
}

/** A request or call that took too long. */
export function reportSlow(seconds: number, facts: ReportedFacts = {}): void {
  reporter?.slow(seconds, { ...factsOfCall(), ...facts });
}
