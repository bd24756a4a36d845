import { z } from 'zod';
import { id, instant, jsonObject, recordRef } from '../http/fields.dto.js';

export const timelineEvent = z.strictObject({
  id,
  kind: z.enum(['created', 'updated', 'deleted', 'restored', 'note', 'task_created', 'task_completed', 'deal_created', 'deal_moved', 'deal_won', 'deal_lost', 'deal_reopened']),
  at: instant,
  actorId: id,
  subject: recordRef.describe('The record itself, or one that is linked to it'),
  payload: jsonObject,
}).meta({ id: 'TimelineEvent' });
export const timelinePage = z.strictObject({ items: z.array(timelineEvent), nextCursor: z.string().nullable() });
