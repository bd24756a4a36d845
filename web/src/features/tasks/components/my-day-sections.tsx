import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api/api-types.js';
import { classNames } from '@/lib/class-names.js';
import { formatNumber } from '@/lib/format.js';
import { useTaskKeys } from '../hooks/use-task-keys.js';
import type { Task } from '../task.js';
import { TaskList } from './task-list.js';

export function MyDaySections({ day, onToggle, onOpen }: { day: Schemas['MyDay']; onToggle: (task: Task) => void; onOpen: (task: Task) => void }) {
  const { t } = useTranslation('myDay');
  const sections: { id: string; title: string; tasks: Task[]; danger?: boolean }[] = [
    { id: 'overdue', title: t('overdue'), tasks: day.overdue, danger: true },
    { id: 'today', title: t('today'), tasks: day.dueToday },
    { id: 'next', title: t('next'), tasks: day.next.filter((task) => task.dueDate !== null) },
    { id: 'noDate', title: t('noDate'), tasks: day.next.filter((task) => task.dueDate === null) },
    { id: 'done', title: t('doneToday'), tasks: day.doneToday },
  ];
  useTaskKeys(sections.flatMap((section) => section.tasks), { toggle: onToggle, open: onOpen });
  const hasDeals = Object.values(day.deals).some(({ items }) => items.length > 0);
  const nothingOpen = day.overdue.length + day.dueToday.length === 0;
  return (
    <>
      {nothingOpen && <p className={classNames('px-4 pt-4 text-base max-md:px-3', hasDeals ? 'text-muted' : 'text-success-ink')}>{t(hasDeals ? 'noTasks' : 'allDone')}</p>}
      {sections.filter(({ tasks }) => tasks.length > 0).map(({ id, title, tasks, danger }) => (
        <section key={id} className="pt-5">
          <h2 className={classNames('flex items-baseline gap-2 border-b border-subtle px-4 pb-1.5 text-sm max-md:px-3', danger && 'text-danger-ink')}>
            {title}<span className="text-xs font-normal text-muted tabular">{formatNumber(tasks.length)}</span>
          </h2>
          <TaskList label={title} tasks={tasks} onToggle={onToggle} onOpen={onOpen} dayIsKnown={id === 'today' || id === 'done'} />
        </section>
      ))}
    </>
  );
}
