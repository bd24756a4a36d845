import type { RequiredField } from '@/lib/sales/pipelines.js';
import type { MoveFields } from './api/move-deal.js';

/** Which of the fields that were asked for are still empty. */
export function missingAnswers(asked: readonly RequiredField[], fields: MoveFields): RequiredField[] {
  return asked.filter((field) => {
    const value = fields[field];
    return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
  });
}
