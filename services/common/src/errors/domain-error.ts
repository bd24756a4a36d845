import type { ErrorKind } from './error-kinds.js';

/** One wrong field of a request: dotted path as in the public API, code in UPPER_SNAKE, a sentence for people. */
export interface FieldViolation {
  field: string;
  code: string;
  message: string;
}

export interface DomainErrorOptions {
  fields?: readonly FieldViolation[];
  /** Machine-readable facts for the client, e.g. the id of the record that is in the way. Public. */
  details?: Readonly<Record<string, string>>;
  cause?: unknown;
}

/** An error that a caller may see: code and message are public, the cause is not. Features extend it beside their rules. */
export class DomainError extends Error {
  readonly fields: readonly FieldViolation[];
  readonly details: Readonly<Record<string, string>>;

  constructor(
    readonly kind: ErrorKind,
    /** UPPER_SNAKE, at most 63 characters; stable. */
    readonly code: string,
    message: string,
    options: DomainErrorOptions = {},
  ) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.fields = options.fields ?? [];
    this.details = options.details ?? {};
  }
}
