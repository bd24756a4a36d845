import { z } from 'zod';
import { id, instant, recordKind, recordRef, version } from '../http/fields.dto.js';
import { pageQuery } from '../http/lists.dto.js';

export const binQuery = pageQuery.extend({ kind: recordKind.optional() });
export const binEntry = z.strictObject({ record: recordRef, deletedAt: instant, deletedBy: id }).meta({ id: 'BinEntry' });
export const binPage = z.strictObject({ items: z.array(binEntry), nextCursor: z.string().nullable() });
export const binParams = z.strictObject({ kind: recordKind, id });
export const purgePreview = z.strictObject({
  ...binEntry.shape,
  version: version.describe('To be sent with the purge'),
  notes: z.int().describe('They are deleted with it'),
  contacts: z.int().describe('They stay, and name it no longer; those in the bin count too'),
  deals: z.int(),
  tasks: z.int(),
}).meta({ id: 'PurgePreview' });
export const purgeBody = z.strictObject({ version });
export const undone = z.strictObject({ reverted: z.int(), kept: z.array(recordRef).describe('Left alone, because they were changed since') }).meta({ id: 'UndoResult' });
