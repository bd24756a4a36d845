import { classNames } from '@/lib/class-names.js';
import { formatClock, formatDay, formatDayRelative } from '@/lib/format.js';
import { isOverdue, type Task } from '../task.js';

/** "Tomorrow, 09:30"; red when it is past. Only the time where the day stands above. */
export function Due({ task, dayIsKnown = false }: { task: Task; dayIsKnown?: boolean }) {
  if (!task.dueDate) return null;
  return (
    <time dateTime={task.dueDate} title={formatDay(task.dueDate)} className={classNames('inline-block whitespace-nowrap tabular first-letter:uppercase', isOverdue(task) ? 'text-danger-ink' : 'text-muted')}>
      {[!dayIsKnown && formatDayRelative(task.dueDate), formatClock(task.dueTime)].filter(Boolean).join(', ')}
    </time>
  );
}
