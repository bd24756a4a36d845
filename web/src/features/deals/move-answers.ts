import type { TypedMoney } from '@/components/ui/money-field.js';
import type { RequiredField } from '@/lib/sales/pipelines.js';
import { read } from '@/lib/typed/unread.js';
import type { MoveFields } from './api/move-deal.js';

/** What is being filled in. */
export type MoveFieldsDraft = Omit<MoveFields, 'amount'> & { amount?: TypedMoney };

export function toMoveFields({ amount, ...fields }: MoveFieldsDraft): MoveFields {
  return amount === undefined ? fields : { ...fields, amount: read(amount) };
}

/** Which of the fields that were asked for are still empty. */
export function missingAnswers(asked: readonly RequiredField[], fields: MoveFieldsDraft): RequiredField[] {
  return asked.filter((field) => {
    const value = fields[field];
    return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
  });
}
