import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/lib/class-names.js';
import { useConflictQuestion, type ConflictQuestion } from '@/lib/records/conflict-question.js';
import type { FieldConflict } from '@/lib/records/save-record.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import { useMembers } from '@/lib/session/members.js';
import { useSession } from '@/lib/session/session.js';
import { Button } from './ui/button.js';
import { Dialog } from './ui/dialog.js';

type Side = 'mine' | 'theirs';

/** Two people edited one field: both values side by side, field by field, then it is saved again. Closing it decides nothing; what was typed stays. */
export function ConflictDialog() {
  const question = useConflictQuestion();
  return question && <Question key={question.conflicts.map(({ field }) => field).join()} question={question} />;
}

function Question({ question }: { question: ConflictQuestion }) {
  const { t } = useTranslation();
  const { conflicts, changedBy, answer } = question;
  const words = useWords(changedBy);
  const [choice, setChoice] = useState<Record<string, Side>>(() => Object.fromEntries(conflicts.map(({ field }) => [field, 'mine'])));
  const footer = (
    <>
      <Button onPress={() => answer(null)}>{t('conflict.goOn')}</Button>
      <Button variant="primary" onPress={() => answer(choice)}>{t('save')}</Button>
    </>
  );
  return (
    <Dialog title={words.title} isOpen onClose={() => answer(null)} footer={footer}>
      <p className="text-base text-muted">{words.text}</p>
      {conflicts.map((conflict) => (
        <FieldChoice key={conflict.field} conflict={conflict} theirs={words.theirs} value={choice[conflict.field] ?? 'mine'} onChange={(side) => setChoice({ ...choice, [conflict.field]: side })} />
      ))}
    </Dialog>
  );
}

/** Who it was is said where it is known: oneself elsewhere, or a member. */
function useWords(changedBy: string): { title: string; text: string; theirs: string } {
  const { t } = useTranslation();
  const isMine = useSession().user.id === changedBy;
  const name = useMembers().byId(changedBy)?.name;
  if (isMine) return { title: t('conflict.titleMine'), text: t('conflict.textMine'), theirs: t('conflict.otherTab') };
  if (name === undefined) return { title: t(changedBy === '' ? 'conflict.titleSomebody' : 'conflict.title'), text: t('conflict.textSomebody'), theirs: t('conflict.theirsSomebody') };
  return { title: t('conflict.title'), text: t('conflict.text', { name }), theirs: t('conflict.theirs', { name }) };
}

function FieldChoice({ conflict, theirs, value, onChange }: { conflict: FieldConflict; theirs: string; value: Side; onChange: (side: Side) => void }) {
  const { t } = useTranslation();
  const words = useFieldText();
  const label = words.label(conflict.field);
  const sides = [
    { id: 'mine' as const, title: t('conflict.mine'), text: words.value(conflict.field, conflict.mine) },
    { id: 'theirs' as const, title: theirs, text: words.value(conflict.field, conflict.theirs) },
  ];
  return (
    <RadioGroup aria-label={label} value={value} onChange={(side) => onChange(side as Side)} className="mt-4">
      <h3 aria-hidden className="text-sm">{label}</h3>
      <div className="mt-2 grid gap-2 sm:grid-cols-2">
        {sides.map((side) => (
          <Radio
            key={side.id}
            value={side.id}
            className={classNames(
              'block min-w-0 rounded-control border px-3 py-2 outline-none data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-1 data-[focus-visible]:outline-accent',
              side.id === value ? 'border-accent bg-accent-soft' : 'border-strong bg-surface hover:bg-hover',
            )}
          >
            <span className="flex items-center gap-2 text-xs text-muted">
              <span aria-hidden className={classNames('size-3.5 shrink-0 rounded-full border bg-surface', side.id === value ? 'border-4 border-accent' : 'border-control')} />
              {side.title}
            </span>
            <span className="mt-1 block text-base break-words whitespace-pre-wrap">{side.text || t('conflict.empty')}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
