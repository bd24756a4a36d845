import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import { useRecordEdit } from '@/components/record/edit-context.js';
import { FieldRow, ReadOnlyRow } from '@/components/record/field-row.js';
import { usePipelines } from '@/lib/sales/pipelines.js';
import type { Deal } from '@/features/deals/deal.js';
import type { Moves } from '@/features/deals/hooks/use-moves.js';
import { PipelineDialog } from './pipeline-dialog.js';

/** The pipeline of a deal. Another one needs a stage as well, so it is a move that asks for both. */
export function PipelineRow({ deal, moves }: { deal: Deal; moves: Moves }) {
  const { t } = useTranslation(['records', 'deals']);
  const { isReadOnly } = useRecordEdit();
  const { all } = usePipelines();
  const [isOpen, setOpen] = useState(false);
  const own = all.find(({ id }) => id === deal.pipelineId);
  const label = t('deals:fields.pipeline');
  if (!own) return null;
  if (isReadOnly || all.length === 1) return <ReadOnlyRow label={label}>{own.name}</ReadOnlyRow>;
  return (
    <FieldRow label={label} field="pipelineId">
      <AriaButton
        data-opens-dialog
        aria-haspopup="dialog"
        aria-label={t('editField', { field: label, value: own.name })}
        onPress={() => setOpen(true)}
        className="block min-h-8 w-full rounded-control px-2 py-1.5 text-start outline-none hover:bg-hover data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent touch:min-h-11 touch:py-3"
      >
        <span dir="auto">{own.name}</span>
      </AriaButton>
      {isOpen && <PipelineDialog deal={deal} from={own} others={all.filter(({ id }) => id !== own.id)} onClose={() => setOpen(false)} onMove={(base, stage) => moves.request(base, stage, null)} />}
    </FieldRow>
  );
}
