import { useEffect } from 'react';
import { Form } from '@/components/ui/form.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import type { QuickAddFormProps } from '@/lib/quick-add/quick-add.js';
import { useSession } from '@/lib/session/session.js';
import { useDraft } from '@/lib/use-draft.js';
import { createTask } from '../api/save-task.js';
import { newTask, type TaskValues } from '../task.js';
import { TaskFields } from './task-fields.js';

/** A new task. What was typed stays until it is saved. */
export function TaskForm({ formId, prefill, onPending, onSaved }: QuickAddFormProps) {
  const { user } = useSession();
  const about = prefill?.contact ?? prefill?.company ?? prefill?.deal;
  const draft = useDraft<TaskValues>(`add-task:${about?.id ?? ''}`, newTask(user.id, prefill));
  const { submit, isPending, error } = useSubmit(createTask, ({ data, changeSetId }) => {
    draft.clear();
    onSaved({ id: data.id, title: data.subject, changeSetId });
  });
  useEffect(() => onPending(isPending), [isPending, onPending]);
  return (
    <Form id={formId} error={error} onSubmit={() => void submit(draft.value)}>
      <TaskFields values={draft.value} onChange={draft.set} focusSubject />
    </Form>
  );
}
