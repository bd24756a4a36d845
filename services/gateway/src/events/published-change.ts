import { z } from 'zod';
import { changeEvent } from './events.dto.js';

/** A change as the worker tells it through Redis. */
export const publishedChange = changeEvent.extend({ workspaceId: z.uuid() });

export type PublishedChange = z.infer<typeof publishedChange>;
