import { ArrowRight, CalendarDays, CircleCheck, CircleX, Footprints } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { DatePicker } from '@/components/ui/date-picker.js';
import { Form } from '@/components/ui/form.js';
import { Menu, type MenuAction } from '@/components/ui/menu.js';
import { Popover } from '@/components/ui/popover.js';
import { TextField } from '@/components/ui/text-field.js';
import { toast } from '@/components/ui/toast.js';
import { queryClient } from '@/lib/api/query-client.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { isolated } from '@/lib/isolated.js';
import { refreshAround } from '@/lib/records/record-cache.js';
import type { Patch } from '@/lib/records/versioned.js';
import { usePipelines, type Stage } from '@/lib/sales/pipelines.js';
import { sendDeal } from '@/features/deals/api/save-deal.js';
import type { Deal } from '@/features/deals/deal.js';
import type { Moves } from '@/features/deals/hooks/use-moves.js';

const icons = { open: ArrowRight, won: CircleCheck, lost: CircleX };

/** Saves one field; a version that is no longer the newest is told at the field, and the line is fetched again. */
function useAct(deal: Deal, said: string, close: () => void) {
  return useSubmit(
    (patch: Patch) => sendDeal(deal.id, deal.version, patch).finally(() => refreshAround(queryClient, 'deal')),
    ({ changeSetId }) => {
      close();
      toast.done(said, changeSetId);
    },
  );
}

export function NextStepAct({ deal }: { deal: Deal }) {
  const { t } = useTranslation('myDay');
  const label = t('deals.setNextStep', { name: deal.name });
  const trigger = <Button variant="ghost" size="sm" icon={Footprints} aria-label={label}>{t('deals.nextStep')}</Button>;
  return (
    <Popover label={label} placement="bottom end" className="w-80 max-w-[calc(100vw-1.5rem)]" trigger={trigger}>
      {(close) => <NextStepForm deal={deal} label={label} onSaved={close} />}
    </Popover>
  );
}

function NextStepForm({ deal, label, onSaved }: { deal: Deal; label: string; onSaved: () => void }) {
  const { t } = useTranslation('myDay');
  const { t: common } = useTranslation();
  const [nextStep, setNextStep] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { submit, isPending, error } = useAct(deal, t('deals.nextStepSet', { name: isolated(deal.name) }), onSaved);
  const text = nextStep.trim();
  const save = () => {
    setChecked(true);
    if (text !== '') void submit({ nextStep: text });
  };
  const missing = isChecked && text === '' ? common('fieldErrors.REQUIRED') : undefined;
  return (
    <Form label={label} onSubmit={save} error={error} className="gap-3 p-3">
      <TextField label={t('deals.nextStep')} name="nextStep" autoFocus value={nextStep} onChange={setNextStep} maxLength={500} error={missing} />
      <div className="flex justify-end"><Button type="submit" size="sm" variant="primary" isPending={isPending}>{common('save')}</Button></div>
    </Form>
  );
}

export function DateAct({ deal }: { deal: Deal }) {
  const { t } = useTranslation('myDay');
  const label = t('deals.changeDate', { name: deal.name });
  const trigger = <Button variant="ghost" size="sm" icon={CalendarDays} aria-label={label}>{t('deals.date')}</Button>;
  return (
    <Popover label={label} placement="bottom end" className="w-72 max-w-[calc(100vw-1.5rem)]" trigger={trigger}>
      {(close) => <DateForm deal={deal} label={label} onSaved={close} />}
    </Popover>
  );
}

function DateForm({ deal, label, onSaved }: { deal: Deal; label: string; onSaved: () => void }) {
  const { t } = useTranslation('myDay');
  const { t: common } = useTranslation();
  const [day, setDay] = useState(deal.expectedClose);
  const { submit, isPending, error } = useAct(deal, t('deals.dateSet', { name: isolated(deal.name) }), onSaved);
  return (
    <Form label={label} onSubmit={() => void submit({ expectedClose: day })} error={error} className="gap-3 p-3">
      <DatePicker label={t('deals.expectedClose')} name="expectedClose" autoFocus value={day} onChange={setDay} />
      <div className="flex justify-end"><Button type="submit" size="sm" variant="primary" isPending={isPending}>{common('save')}</Button></div>
    </Form>
  );
}

export function MoveAct({ deal, moves }: { deal: Deal; moves: Moves }) {
  const { t } = useTranslation('myDay');
  const pipeline = usePipelines().all.find(({ id }) => id === deal.pipelineId);
  const label = t('deals.moveNamed', { name: deal.name });
  const items = (isOpen: boolean): MenuAction[] => (pipeline?.stages ?? [])
    .filter((stage: Stage) => stage.id !== deal.stageId && (stage.type === 'open') === isOpen)
    .map((stage) => ({ id: stage.id, label: stage.name, icon: icons[stage.type], onAction: () => moves.request(deal, stage, null) }));
  return (
    <Menu
      label={label}
      placement="bottom end"
      groups={[{ id: 'open', items: items(true) }, { id: 'closed', items: items(false) }]}
      trigger={<Button variant="ghost" size="sm" icon={ArrowRight} aria-label={label}>{t('deals.move')}</Button>}
    />
  );
}
