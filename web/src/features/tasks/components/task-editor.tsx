import { Link } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordIcon } from '@/components/record-icon.js';
import { Button } from '@/components/ui/button.js';
import { Form } from '@/components/ui/form.js';
import { toast } from '@/components/ui/toast.js';
import { recordPath } from '@/config/paths.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { isolated } from '@/lib/isolated.js';
import { ConflictLeftOpen } from '@/lib/records/save-record.js';
import { usePermission } from '@/lib/session/permissions.js';
import { useDraft } from '@/lib/use-draft.js';
import { useToggleTask } from '../api/complete-task.js';
import { deleteTask, updateTask } from '../api/save-task.js';
import { changesBetween, valuesOf, type Task, type TaskValues } from '../task.js';
import { TaskFields } from './task-fields.js';
import { TaskFacts } from './task-facts.js';

/** What the form holds, and its ways out: saved, deleted. */
function useTaskEdit(task: Task, onClose: () => void) {
  const { t } = useTranslation('tasks');
  // A newer version that arrives while this is open must not be overwritten unseen.
  const [base] = useState(task);
  const [before] = useState(() => valuesOf(task));
  const draft = useDraft<TaskValues>(`task:${task.id}`, before);
  const { submit, error, isPending } = useSubmit(
    (values: TaskValues) => updateTask(base, changesBetween(before, values)),
    ({ changeSetId }) => {
      draft.clear();
      toast.done(t('saved'), changeSetId);
      onClose();
    },
  );
  const remove = async () => {
    try {
      const { changeSetId } = await deleteTask(task.id);
      toast.done(t('deleted', { subject: isolated(task.subject) }), changeSetId);
      onClose();
    } catch (failure) {
      toast.problem(failure);
    }
  };
  return { draft, error: error instanceof ConflictLeftOpen ? null : error, isPending, save: () => (draft.dirty ? void submit(draft.value) : onClose()), remove };
}

export function TaskEditor({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation('tasks');
  const { t: common } = useTranslation();
  const toggle = useToggleTask();
  const mayWrite = usePermission('records.write');
  const { draft, error, isPending, save, remove } = useTaskEdit(task, onClose);
  if (!mayWrite) return <TaskFacts task={task} />;
  return (
    <div className="flex min-h-full flex-col">
      <Form id="task-editor" className="flex-1 p-4" error={error} onSubmit={save}>
        <TaskFields values={draft.value} onChange={draft.set} />
        <Links task={task} />
      </Form>
      <footer className="sticky bottom-0 flex flex-wrap items-center gap-2 border-t border-subtle bg-surface px-4 py-3">
        <Button variant="ghost" icon={Trash2} onPress={() => void remove()}>{common('delete')}</Button>
        <span className="flex-1" />
        <Button onPress={() => { toggle(task); onClose(); }}>{t(task.status === 'open' ? 'markDone' : 'markOpen')}</Button>
        <Button type="submit" form="task-editor" variant="primary" shortcut="save" isPending={isPending}>{common('save')}</Button>
      </footer>
    </div>
  );
}

/** The way to the records that the task is about. */
function Links({ task }: { task: Task }) {
  if (task.links.length === 0) return null;
  return (
    <ul className="flex flex-col">
      {task.links.map(({ kind, id, title }) => (
        <li key={id}>
          <Link to={recordPath(kind, id) ?? ''} className="flex min-h-8 items-center gap-2 rounded-control px-1 text-sm text-accent-ink hover:bg-hover touch:min-h-11">
            <RecordIcon kind={kind} id={id} title={title} />{title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
