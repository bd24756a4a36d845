import { DomainError, InternalError, InvalidArgumentError, invalidField, TimedOutError, UnavailableError } from '../errors/index.js';

interface PgError {
  code: string;
  constraint?: string;
  table?: string;
}

function hasCode(error: unknown): error is PgError {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}

/** Unique, foreign key, check, exclusion. */
const VIOLATION = /^23(505|503|514|P01)$/;

/** The name of the constraint or unique index that a statement hit, if that is what happened. */
export function violatedConstraint(error: unknown): string | undefined {
  return hasCode(error) && VIOLATION.test(error.code) ? error.constraint : undefined;
}

/** Deadlock or serialization failure: the transaction may simply be run again. */
export function isRetryable(error: unknown): boolean {
  return hasCode(error) && (error.code === '40P01' || error.code === '40001');
}

const LOST_CONNECTION = /^(08|57P0|53)|^E(CONNREFUSED|CONNRESET|PIPE|NOTFOUND|TIMEDOUT|AI_AGAIN)$/;

/** Characters that PostgreSQL cannot keep: NUL above all. */
const UNSTORABLE = /^(22021|22P05)$/;

/** What a type cannot read: "soon" as an instant. Requests are checked before, yet a cursor can be forged. */
const UNREADABLE = /^(22P02|2200[78])$/;

const CHECK_VIOLATION = '23514';

/** The field whose value is larger than its column keeps: the constraint is called "<table>_<column>_size". */
function oversizedField(error: unknown): string | undefined {
  if (!hasCode(error) || error.code !== CHECK_VIOLATION) return undefined;
  const { constraint = '', table = '' } = error;
  if (!constraint.startsWith(`${table}_`) || !constraint.endsWith('_size')) return undefined;
  return constraint.slice(table.length + 1, -'_size'.length).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What a failed statement means to a caller. Other constraint violations pass as they are: the repository knows their meaning. */
export function translateSqlError(error: unknown): unknown {
  const oversized = oversizedField(error);
  if (oversized !== undefined) return invalidField(oversized, 'Is too large to be kept. Shorten it.', 'TOO_LONG');
  if (error instanceof DomainError || violatedConstraint(error)) return error;
  if (hasCode(error) && UNSTORABLE.test(error.code)) return new InvalidArgumentError([], 'A text holds a character that cannot be kept.');
  if (hasCode(error) && UNREADABLE.test(error.code)) return new InvalidArgumentError([], 'The request holds a value that cannot be read.');
  if (hasCode(error) && error.code === '57014') return new TimedOutError(error);
  // It was tried again several times already.
  if (isRetryable(error)) return new UnavailableError(undefined, error);
  if (hasCode(error) && LOST_CONNECTION.test(error.code)) return new UnavailableError(undefined, error);
  if (error instanceof Error && /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(error.message)) return new UnavailableError(undefined, error);
  return error instanceof Error ? error : new InternalError(error);
}
