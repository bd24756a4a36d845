import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveBar } from '@/components/save-bar.js';
import { SortableList } from '@/components/sortable-list.js';
import { Button } from '@/components/ui/button.js';
import { Form } from '@/components/ui/form.js';
import { IconButton } from '@/components/ui/icon-button.js';
import { TextField } from '@/components/ui/text-field.js';
import { toast } from '@/components/ui/toast.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import type { LostReason } from '@/lib/sales/lost-reasons.js';
import { saveLostReasons, type ReasonDraft } from '@/features/currencies/api/save-lost-reasons.js';
import { ArchivedReasons } from './archived-reasons.js';

/** The list that is offered, and below it what was taken off. */
export function LostReasonsForm({ reasons, mayWrite }: { reasons: readonly LostReason[]; mayWrite: boolean }) {
  const { t } = useTranslation('currencies');
  const form = useId();
  const [draft, setDraft] = useState<ReasonDraft[] | null>(null);
  const shown = draft ?? reasons.filter((reason) => !reason.archived).map(({ id, name }) => ({ id, name, isNew: false }));
  const off = reasons.filter((reason) => !shown.some(({ id }) => id === reason.id));
  const { submit, isPending, error, reset } = useSubmit(saveLostReasons, ({ changeSetId }) => {
    setDraft(null);
    toast.done(t('reasons.saved'), changeSetId);
  });
  const problem = shown.length === 0 ? t('reasons.lastOne') : shown.some(({ name }) => name.trim() === '') ? t('reasons.nameNeeded') : null;
  const discard = () => {
    setDraft(null);
    reset();
  };
  return (
    <Form id={form} className="mt-5" onSubmit={() => !problem && void submit(shown)} error={error}>
      {shown.length === 0 && <p className="text-sm text-muted">{t('reasons.empty')}</p>}
      <SortableList label={t('reasons.list')} items={shown} nameOf={({ name }) => name} onReorder={setDraft} isDisabled={!mayWrite}>
        {(reason) => (
          <div className="flex items-center gap-2 py-1.5">
            <div className="min-w-0 flex-1">
              <TextField label={t('reasons.name')} hideLabel isDisabled={!mayWrite} autoFocus={reason.isNew && reason.name === ''} placeholder={t('reasons.placeholder')} value={reason.name} onChange={(name) => setDraft(shown.map((other) => (other.id === reason.id ? { ...other, name } : other)))} maxLength={120} />
            </div>
            {mayWrite && <IconButton size="sm" icon={X} label={t('reasons.archive', { name: reason.name })} onPress={() => setDraft(shown.filter(({ id }) => id !== reason.id))} />}
          </div>
        )}
      </SortableList>
      {mayWrite && <div><Button variant="ghost" size="sm" icon={Plus} onPress={() => setDraft([...shown, { id: crypto.randomUUID(), isNew: true, name: '' }])}>{t('reasons.add')}</Button></div>}
      {draft && <SaveBar form={form} isPending={isPending} problem={problem} onDiscard={discard} />}
      <ArchivedReasons reasons={off} onRestore={mayWrite ? ({ id, name }) => setDraft([...shown, { id, name, isNew: false }]) : undefined} />
    </Form>
  );
}
