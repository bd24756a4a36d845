import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Dialog } from '@/components/ui/dialog.js';
import { Form } from '@/components/ui/form.js';
import type { MoveAnswers } from '@/features/deals/api/move-deal.js';
import { missingAnswers, toMoveFields, type MoveFieldsDraft } from '@/features/deals/move-answers.js';
import type { Question } from '@/features/deals/hooks/use-moves.js';
import { LostReasonFields } from './lost-reason-fields.js';
import { RequiredFieldInput } from './required-field-input.js';

/** Asks for just what the move needs. Escape takes the move back. */
export function MoveDialog({ question, onAnswer, onCancel }: { question: Question; onAnswer: (answers: MoveAnswers) => void; onCancel: () => void }) {
  const { t } = useTranslation('deals');
  const { deal, stage } = question.move;
  const form = useId();
  const [fields, setFields] = useState<MoveFieldsDraft>(question.move.answers?.fields ?? {});
  const [reason, setReason] = useState<{ id: string | null; text: string }>({ id: null, text: '' });
  const [checked, setChecked] = useState(false);
  const lost = stage.type === 'lost';
  const missing = checked ? missingAnswers(question.missing, fields) : [];
  const noReason = lost && !reason.id && reason.text.trim() === '';
  const submit = () => {
    setChecked(true);
    if (missingAnswers(question.missing, fields).length > 0 || noReason) return;
    onAnswer({
      ...(question.missing.length > 0 ? { fields: toMoveFields(fields) } : {}),
      ...(lost ? { lostReasonId: reason.id, lostReasonText: reason.text.trim() || null } : {}),
    });
  };
  const footer = (
    <>
      <Button onPress={onCancel}>{t('move.cancel')}</Button>
      <Button type="submit" form={form} variant={lost ? 'danger' : 'primary'} shortcut="save">{t(`move.confirm.${stage.type}`, { stage: stage.name })}</Button>
    </>
  );
  return (
    <Dialog title={t(`move.title.${stage.type}`, { name: deal.name, stage: stage.name })} isOpen onClose={onCancel} footer={footer} size="sm">
      <Form id={form} onSubmit={submit} label={t('move.form')}>
        {question.missing.length > 0 && <p className="text-sm text-muted">{t('move.needs', { stage: stage.name, count: question.missing.length })}</p>}
        {question.missing.map((field, index) => (
          <RequiredFieldInput key={field} field={field} values={fields} onChange={setFields} autoFocus={index === 0} error={missing.includes(field) ? t('move.fillIn') : undefined} />
        ))}
        {lost && <LostReasonFields value={reason} onChange={setReason} error={checked && noReason ? t('move.reasonNeeded') : undefined} autoFocus={question.missing.length === 0} />}
      </Form>
    </Dialog>
  );
}
