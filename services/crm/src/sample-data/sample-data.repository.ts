import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import type { SampleCounts } from './sample-counts.js';

@Injectable()
export class SampleDataRepository {
  constructor(private readonly database: Database) {}

  async count({ workspaceId }: Actor): Promise<SampleCounts> {
    const of = (kind: string): string => `count(*) filter (where record_kind = '${kind}')::int`;
    const [counts] = await this.database.read<SampleCounts>(workspaceId, {
      name: 'sample_count',
      text: `select ${of('company')} as companies, ${of('contact')} as contacts, ${of('deal')} as deals, ${of('task')} as tasks, ${of('note')} as notes from crm.sample_record`,
      values: [],
    });
    return counts ?? { companies: 0, contacts: 0, deals: 0, tasks: 0, notes: 0 };
  }
}
