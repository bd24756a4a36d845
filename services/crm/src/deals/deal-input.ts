import { z } from 'zod';
import { custom, id, optionalText, requiredText, tags, writtenDay } from '../fields/fields.js';
import type { DealFields } from './deal.js';

const CONTACTS_MAX = 50;

/** Any of the fields that a person writes; null empties those that may be empty. */
export const dealInput = z.strictObject({
  name: requiredText(200),
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  companyId: id.nullable(),
  contactIds: z.array(id).max(CONTACTS_MAX, `May have ${CONTACTS_MAX} contacts at most.`).nullable().transform((value) => [...new Set(value)]),
  ownerId: id.nullable(),
  expectedClose: writtenDay.nullable(),
  probabilityOverride: z.int('Must be a whole number from 0 to 100.').min(0, 'Must be a whole number from 0 to 100.').max(100, 'Must be a whole number from 0 to 100.').nullable(),
  nextStep: optionalText(500),
  tags: tags.nullable().transform((value) => value ?? []),
  custom: custom.nullable().transform((value) => value ?? {}),
}).partial();

export type DealPatch = Partial<DealFields>;

/** Why a deal was lost, in words. */
export const reasonInput = z.strictObject({ lostReasonText: optionalText(500) });
