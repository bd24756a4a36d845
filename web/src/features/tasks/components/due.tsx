import { classNames } from '@/lib/class-names.js';
import { formatDay, formatDayRelative } from '@/lib/format.js';
import { isOverdue, type Task } from '../task.js';

/** "Tomorrow, 09:30"; red when it is past. */
export function Due({ task }: { task: Task }) {
  if (!task.dueDate) return null;
  return (
    <time dateTime={task.dueDate} title={formatDay(task.dueDate)} className={classNames('whitespace-nowrap tabular first-letter:uppercase', isOverdue(task) ? 'text-danger-ink' : 'text-muted')}>
      {formatDayRelative(task.dueDate)}{task.dueTime && `, ${task.dueTime}`}
    </time>
  );
}
