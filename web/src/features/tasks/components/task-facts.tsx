import { useTranslation } from 'react-i18next';
import { Person } from '@/components/ui/person.js';
import type { Task } from '../task.js';
import { Due } from './due.js';

/** A task for people who may read only. */
export function TaskFacts({ task }: { task: Task }) {
  const { t } = useTranslation('tasks');
  return (
    <div className="flex flex-col gap-3 p-4">
      <h3 dir="auto" className="text-lg">{task.subject}</h3>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <Due task={task} />
        <span>{t(`priorities.${task.priority}`)}</span>
        <Person id={task.assigneeId} />
      </p>
      {task.description && <p className="text-base whitespace-pre-wrap">{task.description}</p>}
    </div>
  );
}
