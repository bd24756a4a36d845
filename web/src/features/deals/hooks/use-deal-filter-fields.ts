import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterField } from '@/components/filters/filter-field.js';
import { useLostReasons } from '@/lib/sales/lost-reasons.js';
import type { Pipeline } from '@/lib/sales/pipelines.js';

/** What deals can be filtered by. On the board the stage is the column. */
export function useDealFilterFields(pipelines: readonly Pipeline[], withStages: boolean): FilterField[] {
  const { t } = useTranslation('deals');
  const { offered } = useLostReasons();
  return useMemo(() => {
    const several = pipelines.length > 1;
    const stages = pipelines.flatMap(({ name: pipeline, stages: own }) => own.map(({ id, name }) => ({ id, label: name, ...(several ? { detail: pipeline } : {}) })));
    const statuses = (['open', 'won', 'lost'] as const).map((id) => ({ id, label: t(`status.${id}`) }));
    return [
      { id: 'name', label: t('fields.name'), type: 'text', always: true },
      { id: 'ownerId', label: t('fields.owner'), type: 'member' },
      { id: 'companyId', label: t('fields.companyId'), type: 'company' },
      { id: 'amount', label: t('fields.amount'), type: 'money' },
      { id: 'expectedClose', label: t('fields.expectedClose'), type: 'day' },
      ...(withStages ? [{ id: 'stageId', label: t('fields.stage'), type: 'choice', options: stages, always: true } satisfies FilterField] : []),
      { id: 'status', label: t('fields.status'), type: 'choice', options: statuses, always: true },
      { id: 'lostReasonId', label: t('fields.lostReason'), type: 'choice', options: offered.map(({ id, name }) => ({ id, label: name })) },
      { id: 'nextStep', label: t('fields.nextStep'), type: 'text' },
      { id: 'tags', label: t('fields.tags'), type: 'tags' },
      { id: 'stageEnteredAt', label: t('fields.stageEnteredAt'), type: 'instant', always: true },
      { id: 'createdAt', label: t('fields.createdAt'), type: 'instant', always: true },
    ];
  }, [t, pipelines, withStages, offered]);
}
