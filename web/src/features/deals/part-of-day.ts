import type { Schemas } from '@/lib/api/api-types.js';
import type { Filter } from '@/lib/filter/filter.js';
import { addDays, today } from '@/lib/format.js';
import type { Pipeline } from '@/lib/sales/pipelines.js';

export type DealPart = keyof Schemas['MyDay']['deals'];

const CLOSING_DAYS = 7;
const DAY_MILLISECONDS = 86_400_000;

/** All deals of a part of the day and no others, as a filter of the table: each deal is in its first part only. Null: no stage says how long is too long. */
export function filterOf(part: DealPart, userId: string, pipelines: readonly Pipeline[]): Filter | null {
  const mine: Filter[] = [{ field: 'ownerId', op: 'in', value: [userId] }, { field: 'status', op: 'in', value: ['open'] }];
  const later: Filter = { or: [{ field: 'expectedClose', op: 'isNull' }, { field: 'expectedClose', op: 'gt', value: addDays(today(), CLOSING_DAYS) }] };
  switch (part) {
    case 'overdue': return { and: [...mine, { field: 'expectedClose', op: 'lt', value: today() }] };
    case 'closing': return { and: [...mine, { field: 'expectedClose', op: 'between', value: [today(), addDays(today(), CLOSING_DAYS)] }] };
    case 'withoutNextStep': return { and: [...mine, { field: 'nextStep', op: 'isNull' }, later] };
    case 'standing': {
      const stages = standing(pipelines);
      return stages.length === 0 ? null : { and: [...mine, { field: 'nextStep', op: 'isNotNull' }, later, ...(stages.length === 1 ? stages : [{ or: stages }])] };
    }
  }
}

/** What a stage allows differs from stage to stage; those that allow the same stand together. A deal may stay for so many whole days. */
function standing(pipelines: readonly Pipeline[]): Filter[] {
  const stages = pipelines.flatMap((pipeline) => pipeline.stages).filter(({ type, rotDays }) => type === 'open' && rotDays !== null);
  return [...Map.groupBy(stages, ({ rotDays }) => rotDays ?? 0)].map(([days, alike]) => ({
    and: [{ field: 'stageId', op: 'in', value: alike.map(({ id }) => id) }, { field: 'stageEnteredAt', op: 'lt', value: new Date(Date.now() - (days + 1) * DAY_MILLISECONDS).toISOString() }],
  }));
}
