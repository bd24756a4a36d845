import { z } from 'zod';
import { id, instant, recordKind } from '../http/fields.dto.js';

/** The data of a server-sent event named "change". A second kind of event, "status", says { "live": boolean }: false means poll. */
export const changeEvent = z.strictObject({
  id, type: z.string().meta({ example: 'deal.moved' }), kind: recordKind, recordId: id, version: z.int(), actorId: id, at: instant, changeSetId: id,
  undoes: id.nullable().describe('The change set that this change takes back: there is nothing left of it to undo'),
}).meta({ id: 'ChangeEvent' });
