import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Dialog } from '@/components/ui/dialog.js';
import { Form } from '@/components/ui/form.js';
import { Select } from '@/components/ui/select.js';
import type { Pipeline, Stage } from '@/lib/sales/pipelines.js';
import type { Deal } from '@/features/deals/deal.js';

interface PipelineDialogProps {
  deal: Deal;
  from: Pipeline;
  others: readonly Pipeline[];
  onClose: () => void;
  onMove: (deal: Deal, stage: Stage) => void;
}

/** Which pipeline, and which of its stages. What that stage requires is asked next, as with every move. */
export function PipelineDialog({ deal: known, from, others, onClose, onMove }: PipelineDialogProps) {
  const { t } = useTranslation(['deals', 'common']);
  const form = useId();
  // What a colleague does meanwhile is a conflict, as with every move, and not overwritten unseen.
  const [deal] = useState(known);
  const current = from.stages.find(({ id }) => id === deal.stageId);
  const [pipelineId, setPipelineId] = useState(others[0]?.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const pipeline = others.find(({ id }) => id === pipelineId);
  const stage = pipeline?.stages.find(({ id }) => id === chosen) ?? counterpart(current, pipeline);
  const move = () => {
    if (!stage) return;
    onClose();
    onMove(deal, stage);
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('common:cancel')}</Button>
      <Button type="submit" form={form} variant="primary" shortcut="save">{t('move.confirm.open')}</Button>
    </>
  );
  return (
    <Dialog title={t('page.otherPipeline')} isOpen onClose={onClose} footer={footer} size="sm">
      <Form id={form} onSubmit={move} label={t('page.otherPipeline')}>
        <Select label={t('fields.pipeline')} name="pipelineId" autoFocus value={pipelineId ?? null} onChange={(id) => setPipelineId(id ?? undefined)} options={others.map(({ id, name }) => ({ id, label: name }))} />
        <Select label={t('fields.stage')} name="stageId" value={stage?.id ?? null} onChange={setChosen} options={pipeline?.stages.map(({ id, name }) => ({ id, label: name })) ?? []} />
      </Form>
    </Dialog>
  );
}

/** The stage that is most like the one that the deal leaves: of its name, else the first of its type. */
function counterpart(current: Stage | undefined, pipeline: Pipeline | undefined): Stage | undefined {
  const alike = pipeline?.stages.filter(({ type }) => type === (current?.type ?? 'open'));
  return alike?.find(({ name }) => name === current?.name) ?? alike?.[0];
}
