import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveBar } from '@/components/save-bar.js';
import { SettingsSection } from '@/components/settings-section.js';
import { SortableList } from '@/components/sortable-list.js';
import { Button } from '@/components/ui/button.js';
import { buttonClass } from '@/components/ui/button-class.js';
import { Form } from '@/components/ui/form.js';
import { toast } from '@/components/ui/toast.js';
import { ApiError } from '@/lib/api/api-error.js';
import { classNames } from '@/lib/class-names.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { isolated } from '@/lib/isolated.js';
import type { Pipeline } from '@/lib/sales/pipelines.js';
import { updatePipeline } from '@/features/pipelines/api/save-pipeline.js';
import { draftsOf, sameStages, toStages, withNewStage, type StageDraft } from '@/features/pipelines/stage-draft.js';
import { StageRow } from './stage-row.js';

/** The stages of one pipeline. They are saved together, because only together they make a pipeline. */
export function StageEditor({ pipeline, mayWrite }: { pipeline: Pipeline; mayWrite: boolean }) {
  const { t } = useTranslation('pipelines');
  const form = useId();
  const [draft, setDraft] = useState<{ base: Pipeline; stages: StageDraft[] } | null>(null);
  const stages = draft?.stages ?? draftsOf(pipeline);
  const isDirty = draft !== null && !sameStages(draft.stages, draft.base);
  const { submit, isPending, error, reset } = useSubmit(
    (next: StageDraft[]) => updatePipeline(pipeline.id, (draft?.base ?? pipeline).version, { stages: toStages(next) }),
    ({ data, changeSetId }) => {
      setDraft(null);
      toast.done(t('saved', { name: isolated(data.name) }), changeSetId);
    },
  );
  const change = (next: StageDraft[]) => setDraft({ base: draft?.base ?? pipeline, stages: next });
  const discard = () => {
    setDraft(null);
    reset();
  };
  const nameless = stages.some((stage) => stage.name.trim() === '');
  const hasDeals = error instanceof ApiError && error.code === 'STAGE_HAS_DEALS';
  return (
    <SettingsSection title={t('stages.title', { name: pipeline.name })}>
      <Form id={form} onSubmit={() => !nameless && void submit(stages)} error={hasDeals ? null : error}>
        {hasDeals && (
          <p role="alert" className="flex flex-wrap items-center gap-3 rounded-control bg-warning-soft px-3 py-2 text-sm text-warning-ink">
            <span className="min-w-0 flex-1">{t('stages.hasDeals')}</span>
            <Link to="/deals" search={{ pipeline: pipeline.id }} className={buttonClass('secondary', 'sm')}>{t('stages.toBoard')}</Link>
          </p>
        )}
        <StageHeadings mayWrite={mayWrite} />
        <SortableList label={t('stages.list')} items={stages} nameOf={(stage) => stage.name} onReorder={change} isDisabled={!mayWrite}>
          {(stage) => (
            <StageRow
              stage={stage}
              isReadOnly={!mayWrite}
              onChange={(next) => change(stages.map((other) => (other.id === stage.id ? next : other)))}
              onRemove={stage.type === 'open' && stages.filter(({ type }) => type === 'open').length > 1 ? () => change(stages.filter((other) => other.id !== stage.id)) : undefined}
            />
          )}
        </SortableList>
        {mayWrite && <div><Button variant="ghost" size="sm" icon={Plus} onPress={() => change(withNewStage(stages, t('stages.newName')))}>{t('stages.add')}</Button></div>}
        {isDirty && <SaveBar form={form} isPending={isPending} problem={nameless ? t('stages.nameNeeded') : null} onDiscard={discard} />}
      </Form>
    </SettingsSection>
  );
}

/** Over the fields of a wide screen; each field says its own name to a screen reader. */
function StageHeadings({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation('pipelines');
  return (
    <div aria-hidden className={classNames('-mb-3 flex gap-2 text-xs text-muted max-md:hidden', mayWrite && 'ps-8 pe-9')}>
      <span className="flex-1">{t('stages.name')}</span>
      <span className="w-28">{t('stages.probability')}</span>
      <span className="w-53">{t('stages.rotDays')}</span>
    </div>
  );
}
