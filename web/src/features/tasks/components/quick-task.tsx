import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { useSession } from '@/lib/session/session.js';
import { createTask } from '../api/save-task.js';
import { newTask, type TaskLink, type TaskValues } from '../task.js';

/** One line, Enter: a task for me, for today. */
export function QuickTask({ links = [] }: { links?: TaskLink[] }) {
  const { t } = useTranslation('tasks');
  const { user } = useSession();
  const [subject, setSubject] = useState('');
  const { submit, isPending } = useSubmit(
    (values: TaskValues, key) => createTask(values, key).catch((error: unknown) => {
      toast.problem(error);
      throw error;
    }),
    ({ data, changeSetId }) => {
      setSubject('');
      toast.done(t('added', { subject: data.subject }), changeSetId);
    },
  );
  return (
    <form
      className="flex min-h-10 items-center gap-2.5 border-b border-subtle px-4 focus-within:bg-surface max-md:px-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (subject.trim() !== '' && !isPending) void submit({ ...newTask(user.id), subject, links });
      }}
    >
      <Plus aria-hidden className="size-4 shrink-0 text-faint" />
      <input aria-label={t('quick.label')} placeholder={t('quick.placeholder')} value={subject} maxLength={300} onChange={(event) => setSubject(event.target.value)} className="h-10 min-w-0 flex-1 bg-transparent field-text outline-none touch:h-12" />
    </form>
  );
}
