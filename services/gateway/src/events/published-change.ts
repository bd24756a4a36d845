import { z } from 'zod';
import { changeEvent } from './events.dto.js';

/** A change as the worker tells it through Redis. A worker of the release before knows less, one of the next knows more: neither is a message of the wrong shape. */
export const publishedChange = z.object({ ...changeEvent.shape, undoes: changeEvent.shape.undoes.default(null), workspaceId: z.uuid() });

export type PublishedChange = z.infer<typeof publishedChange>;
