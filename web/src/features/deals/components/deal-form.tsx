import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Form } from '@/components/ui/form.js';
import { fieldMessages } from '@/lib/forms/field-messages.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import type { QuickAddFormProps } from '@/lib/quick-add/quick-add.js';
import { useSession } from '@/lib/session/session.js';
import { useDraft } from '@/lib/use-draft.js';
import { createDeal } from '@/features/deals/api/create-deal.js';
import { newDeal, type DealValues } from '@/features/deals/new-deal.js';
import { DealMainFields, DealMoreFields } from './deal-fields.js';

const folded = ['pipelineId', 'stageId', 'contactIds', 'nextStep', 'ownerId'];

/** A new deal. What was typed stays until it is saved. */
export function DealForm({ formId, prefill, onPending, onSaved }: QuickAddFormProps) {
  const { t } = useTranslation('deals');
  const { user } = useSession();
  const about = prefill?.company ?? prefill?.contact;
  // A draft belongs to the pipeline that it was begun in: what is typed on another board goes there.
  const place = about?.id ?? prefill?.stageId ?? prefill?.pipelineId ?? '';
  const draft = useDraft<DealValues>(`add-deal:${place}`, newDeal(user.id, prefill));
  const { submit, isPending, error } = useSubmit(createDeal, ({ data, changeSetId }) => {
    draft.clear();
    onSaved({ id: data.id, title: data.name, changeSetId });
  });
  useEffect(() => onPending(isPending), [isPending, onPending]);
  const [checked, setChecked] = useState(false);
  const [more, setMore] = useState(false);
  const refused = fieldMessages(error);
  const showMore = more || folded.some((field) => refused[field]);
  const nameMissing = draft.value.name.trim() === '';
  const save = () => {
    setChecked(true);
    if (!nameMissing) void submit(draft.value);
  };
  return (
    <Form id={formId} error={error} onSubmit={save} label={t('form.label')}>
      <DealMainFields values={draft.value} onChange={draft.set} nameError={checked && nameMissing ? t('form.nameNeeded') : undefined} />
      {showMore
        ? <DealMoreFields values={draft.value} onChange={draft.set} />
        : <span><Button variant="ghost" size="sm" icon={ChevronDown} onPress={() => setMore(true)}>{t('form.moreFields')}</Button></span>}
    </Form>
  );
}
