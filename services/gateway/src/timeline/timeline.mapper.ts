import type { ListTimelineResponse } from '@crm-vision/proto/crm_vision/crm/timeline/v1/timeline';
import type { z } from 'zod';
import { fromJsonText, fromRef, word } from '../http/fields.mapper.js';
import { nextCursor } from '../http/lists.mapper.js';
import type * as dto from './timeline.dto.js';

export function fromTimeline(response: ListTimelineResponse): z.output<typeof dto.timelinePage> {
  return {
    items: response.events.map(({ id, kind, at, actorId, subject, payload }) => ({
      id, kind: word(kind), at, actorId, subject: fromRef(subject), payload: fromJsonText(payload),
    })),
    nextCursor: nextCursor(response.nextCursor),
  };
}
