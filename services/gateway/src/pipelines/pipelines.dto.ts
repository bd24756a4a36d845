import { z } from 'zod';
import { id, instant, requiredText, version } from '../http/fields.dto.js';
import { page } from '../http/lists.dto.js';
import { type Orders, shortListQuery } from '../http/short-lists.js';

export const requiredField = z.enum(['amount', 'companyId', 'contactIds', 'expectedClose', 'nextStep']);
export const stage = z.strictObject({
  id,
  name: z.string(),
  type: z.enum(['open', 'won', 'lost']),
  probability: z.int().min(0).max(100).describe('Percent'),
  rotDays: z.int().nullable().describe('Days after which a deal that stands here is stale'),
  requiredFields: z.array(requiredField).describe('Must be filled to enter'),
}).meta({ id: 'Stage' });

const stageInput = z.strictObject({
  id: id.optional().describe('Absent: a new stage'),
  name: requiredText(80),
  type: z.enum(['open', 'won', 'lost']).default('open'),
  probability: z.int().min(0).max(100).default(0),
  rotDays: z.int().min(1).max(3650).nullable().default(null),
  requiredFields: z.array(requiredField).max(5).default([]),
});

export const pipeline = z.strictObject({
  id, name: z.string(), isDefault: z.boolean(), position: z.int(), stages: z.array(stage),
  createdAt: instant, updatedAt: instant, version, deletedAt: instant.nullable(),
}).meta({ id: 'Pipeline' });
export const pipelinePage = page(pipeline);
type Pipeline = z.output<typeof pipeline>;
export const pipelineOrders = { name: ({ name }) => name, position: ({ position }) => position, createdAt: ({ createdAt }) => createdAt } satisfies Orders<Pipeline>;
export const pipelinesQuery = shortListQuery(Object.keys(pipelineOrders), 'by position');
export const createPipelineBody = z.strictObject({ name: requiredText(80), stages: z.array(stageInput).min(3).max(30).optional().describe('Absent: the usual six') });
export const updatePipelineBody = z.strictObject({
  version, name: requiredText(80).optional(), isDefault: z.boolean().refine((chosen) => chosen, 'Make another pipeline the default one instead.').optional(), position: z.int().min(0).max(1000).optional(),
  stages: z.array(stageInput).min(3).max(30).optional().describe('The whole ordered list; a stage that is missing is removed'),
});
