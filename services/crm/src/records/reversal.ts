import type { AuditedChange } from './change-sets.repository.js';
import type { RecordKind } from '../writes/record-kind.js';

/** How one record gets back to what it was before a change set. */
export interface Reversal {
  kind: RecordKind;
  id: string;
  /** The version that the change set led to: at any other one somebody has changed the record since. */
  version: number;
  /** The columns that were changed, as they were. */
  columns: Readonly<Record<string, unknown>>;
  /** Where the record was before: absent when the change set left that alone. A record that it made goes to the bin. */
  place?: 'live' | 'bin';
}

/** From the changes of a change set, ordered by record and version. */
export function toReversals(changes: readonly AuditedChange[]): Reversal[] {
  const byRecord = Map.groupBy(changes, ({ kind, recordId }) => `${kind} ${recordId}`);
  return [...byRecord.values()].map((steps) => {
    const [first, last] = [steps[0]!, steps.at(-1)!];
    const moved = steps.find(({ action }) => action !== 'updated');
    return {
      kind: first.kind,
      id: first.recordId,
      version: last.version,
      columns: first.action === 'created' ? {} : Object.assign({}, ...steps.toReversed().map(({ before }) => before)) as Reversal['columns'],
      ...(moved && { place: moved.action === 'deleted' ? 'live' as const : 'bin' as const }),
    };
  });
}
