import { CalendarClock, Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast.js';
import { readDue, type DueRead } from '@/lib/days/read-due.js';
import { formatClock, formatLongDay } from '@/lib/format.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { isolated } from '@/lib/isolated.js';
import { useSession } from '@/lib/session/session.js';
import { createTask } from '../api/save-task.js';
import { newTask, type TaskLink, type TaskValues } from '../task.js';

/** One line, Enter: a task for me, for today or when the line says. What was understood is shown, and can be taken as mere words. */
export function QuickTask({ links = [] }: { links?: TaskLink[] }) {
  const { t } = useTranslation('tasks');
  const { user } = useSession();
  const [subject, setSubject] = useState('');
  const [literal, setLiteral] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const due = literal ? null : readDue(subject);
  const { submit, isPending } = useSubmit(
    (values: TaskValues, key) => createTask(values, key).catch((error: unknown) => {
      toast.problem(error);
      throw error;
    }),
    ({ data, changeSetId }) => {
      setSubject('');
      setLiteral(false);
      toast.done(t('added', { subject: isolated(data.subject) }), changeSetId);
    },
  );
  const change = (next: string) => {
    setSubject(next);
    if (next === '') setLiteral(false);
  };
  const keepWords = () => {
    setLiteral(true);
    input.current?.focus();
  };
  return (
    <form
      className="flex min-h-10 flex-wrap items-center gap-x-2.5 border-b border-subtle px-4 focus-within:bg-surface max-md:px-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (subject.trim() !== '' && !isPending) void submit({ ...newTask(user.id), subject, ...due, links });
      }}
    >
      <Plus aria-hidden className="size-4 shrink-0 text-faint" />
      <input ref={input} dir="auto" aria-label={t('quick.label')} placeholder={t('quick.placeholder')} value={subject} maxLength={300} onChange={(event) => change(event.target.value)} className="h-10 min-w-40 flex-1 bg-transparent field-text outline-none touch:h-12" />
      <span aria-live="polite" className={due ? 'max-md:ms-6.5 max-md:pb-2' : ''}>
        {due && <Understood due={due} onDismiss={keepWords} />}
      </span>
    </form>
  );
}

function Understood({ due, onDismiss }: { due: DueRead; onDismiss: () => void }) {
  const { t } = useTranslation('tasks');
  const when = [formatLongDay(due.dueDate), formatClock(due.dueTime)].filter(Boolean).join(', ');
  return (
    <span className="inline-flex max-w-full items-center gap-1.5 rounded-control bg-accent-soft ps-2 text-xs text-accent-ink">
      <CalendarClock aria-hidden className="size-3.5 shrink-0" />
      <span className="py-1">{t('quick.due', { when })}</span>
      <button type="button" aria-label={t('quick.literal')} title={t('quick.literal')} onClick={onDismiss} className="grid size-6 shrink-0 place-items-center rounded-control hover:bg-hover touch:size-11"><X aria-hidden className="size-3.5" /></button>
    </span>
  );
}
