import type { SampleDataCounts } from '@crm-vision/proto/crm_vision/crm/sample_data/v1/sample_data';
import type { z } from 'zod';
import { present } from '../http/fields.mapper.js';
import type * as dto from './sample-data.dto.js';

export function fromSampleData(loaded: boolean, counts: SampleDataCounts | undefined): z.output<typeof dto.sampleData> {
  const { companies, contacts, deals, tasks, notes } = present(counts, 'counts');
  return { loaded, counts: { companies, contacts, deals, tasks, notes } };
}
