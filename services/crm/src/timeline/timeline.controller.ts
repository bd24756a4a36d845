import { currentActor } from '@crm-vision/common/context';
import {
  type ListTimelineRequest, type ListTimelineResponse, type TimelineEvent as EventMessage, type TimelineServiceController, TimelineServiceControllerMethods,
} from '@crm-vision/proto/crm_vision/crm/timeline/v1/timeline';
import { Controller } from '@nestjs/common';
import { checkLimit } from '../lists/list.mapper.js';
import { fromRefMessage, toRefMessage } from '../writes/record-ref.mapper.js';
import type { TimelineEvent } from './timeline.repository.js';
import { TimelineService } from './timeline.service.js';

@Controller()
@TimelineServiceControllerMethods()
export class TimelineController implements TimelineServiceController {
  constructor(private readonly timeline: TimelineService) {}

  async listTimeline({ record, limit, cursor }: ListTimelineRequest): Promise<ListTimelineResponse> {
    const page = await this.timeline.list(currentActor(), fromRefMessage(record), checkLimit(limit, 200) || 50, cursor);
    return { events: page.items.map(toEventMessage), nextCursor: page.nextCursor };
  }
}

function toEventMessage({ id, kind, at, actorId, subjectKind, subjectId, subjectTitle, payload }: TimelineEvent): EventMessage {
  return { id, kind, at, actorId, subject: toRefMessage({ kind: subjectKind, id: subjectId, title: subjectTitle }), payload: JSON.stringify(payload) };
}
