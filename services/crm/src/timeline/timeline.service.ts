import type { Actor } from '@crm-vision/common/context';
import { invalidField } from '@crm-vision/common/errors';
import { Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import type { Page } from '../lists/list-field.js';
import type { RecordLink } from '../writes/record-kind.js';
import { type TimelineEvent, TimelineRepository } from './timeline.repository.js';

const KINDS = ['company', 'contact', 'deal'];

@Injectable()
export class TimelineService {
  constructor(private readonly timeline: TimelineRepository) {}

  async list(actor: Actor, record: RecordLink, limit: number, cursor: string): Promise<Page<TimelineEvent>> {
    requirePermission(actor, 'records.read');
    if (!KINDS.includes(record.kind)) throw invalidField('record.kind', 'Companies, contacts and deals have a timeline.');
    return this.timeline.list(actor, record, limit, cursor);
  }
}
