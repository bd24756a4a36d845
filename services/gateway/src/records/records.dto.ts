import { z } from 'zod';
import { id, instant, recordKind, recordRef } from '../http/fields.dto.js';
import { pageQuery } from '../http/lists.dto.js';

export const binQuery = pageQuery.extend({ kind: recordKind.optional() });
export const binEntry = z.strictObject({ record: recordRef, deletedAt: instant, deletedBy: id }).meta({ id: 'BinEntry' });
export const binPage = z.strictObject({ items: z.array(binEntry), nextCursor: z.string().nullable() });
export const undone = z.strictObject({ reverted: z.int(), kept: z.array(recordRef).describe('Left alone, because they were changed since') }).meta({ id: 'UndoResult' });
