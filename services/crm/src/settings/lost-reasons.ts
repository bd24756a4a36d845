import { DomainError, InvalidArgumentError } from '@crm-vision/common/errors';

export interface LostReason {
  id: string;
  name: string;
  archived: boolean;
}

/** A reason as it is written: without an id it is new. */
export interface LostReasonDraft {
  id: string | null;
  name: string;
}

export const usualLostReasons: readonly string[] = ['Price too high', 'Chose a competitor', 'No budget', 'Bad timing', 'No answer any more', 'Something is missing'];

const REASONS_MAX = 100;
const NAME_MAX = 120;

/** Checks the whole ordered list; ids must be known. */
export function checkLostReasons(drafts: readonly LostReasonDraft[], known: ReadonlySet<string>): LostReasonDraft[] {
  if (drafts.length === 0) throw new InvalidArgumentError([{ field: 'items', code: 'REQUIRED', message: 'Keep one reason at least.' }]);
  if (drafts.length > REASONS_MAX) throw new InvalidArgumentError([{ field: 'items', code: 'TOO_LONG', message: `May have ${REASONS_MAX} reasons at most.` }]);
  const names = new Set<string>();
  const ids = new Set<string>();
  return drafts.map(({ id, name }, index) => {
    const text = name.trim();
    const folded = text.toLocaleLowerCase();
    const refuse = (field: string, code: string, message: string): never => {
      throw new InvalidArgumentError([{ field: `items[${index}].${field}`, code, message }]);
    };
    if (!text) refuse('name', 'REQUIRED', 'Must not be empty.');
    if (text.length > NAME_MAX) refuse('name', 'TOO_LONG', `May have ${NAME_MAX} characters at most.`);
    if (names.has(folded)) refuse('name', 'NAME_TAKEN', 'Stands in the list twice.');
    if (id !== null && !known.has(id)) refuse('id', 'LOST_REASON_NOT_FOUND', 'There is no such reason.');
    if (id !== null && ids.has(id)) refuse('id', 'REPEATED', 'Stands in the list twice.');
    names.add(folded);
    if (id !== null) ids.add(id);
    return { id, name: text };
  });
}

/** Names of reasons differ by more than case and accents. */
export class LostReasonNameTakenError extends DomainError {
  constructor() {
    const message = 'Two reasons have the same name.';
    super('alreadyExists', 'LOST_REASON_NAME_TAKEN', message, { fields: [{ field: 'items', code: 'NAME_TAKEN', message }] });
  }
}
