import { z } from 'zod';

const quotaUse = z.strictObject({
  quota: z.enum(['records', 'bytes', 'events']).describe(
    'records: companies, contacts, deals, tasks and notes, those in the bin included; bytes: of records and their history; events: records that were changed in the hour of the clock that runs',
  ),
  used: z.int().min(0),
  limit: z.int().min(1),
}).meta({ id: 'QuotaUse' });

export const usage = z.strictObject({ items: z.array(quotaUse) }).meta({ id: 'Usage' });
