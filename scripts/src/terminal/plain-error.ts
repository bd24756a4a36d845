/** A failure that the person at the terminal can act on: its message is one sentence, shown without a stack. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

const systemReasons: Record<string, (path: string) => string> = {
  ENOSPC: (path) => `The disk is full (writing ${path}): free some space and start again.`,
  EDQUOT: (path) => `The disk quota is used up (writing ${path}): free some space and start again.`,
  EACCES: (path) => `No access to ${path}: make it readable and writable for this user, or work in a clone that you own.`,
  EPERM: (path) => `No permission for ${path}: make it writable for this user, or work in a clone that you own.`,
  EROFS: (path) => `${path} is on a read-only disk: put the clone where it can be written.`,
};

/** The sentence for a person, or null when the error is a defect whose stack is wanted. */
export function sentenceFor(error: unknown): string | null {
  if (error instanceof PlainError) return error.message;
  if (!(error instanceof Error)) return null;
  const { code, path } = error as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : systemReasons[code];
  if (reason) return reason(path ?? 'the data folder');
  // PostgreSQL and pnpm report a full disk in words only.
  if (/no space left on device/i.test(error.message)) return systemReasons['ENOSPC']!('the data folder');
  return null;
}
