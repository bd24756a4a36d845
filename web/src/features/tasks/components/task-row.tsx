import { Link } from '@tanstack/react-router';
import { ArrowDown, Check, Flag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { Person } from '@/components/ui/person.js';
import { recordPath } from '@/config/paths.js';
import { classNames } from '@/lib/class-names.js';
import { usePermission } from '@/lib/session/permissions.js';
import type { Task } from '../task.js';
import { Due } from './due.js';

export interface TaskRowProps {
  task: Task;
  onToggle: (task: Task) => void;
  onOpen: (task: Task) => void;
  /** Left out where every row has the same. */
  showAssignee?: boolean;
  dayIsKnown?: boolean;
  /** The record on whose page the task stands: it is not named again. */
  recordId?: string;
}

export function TaskRow({ task, onToggle, onOpen, showAssignee = false, dayIsKnown = false, recordId }: TaskRowProps) {
  const done = task.status === 'done';
  return (
    <li className="group relative flex min-h-9 items-center gap-2.5 border-b border-subtle px-4 hover:bg-hover has-[[data-row]:focus-visible]:bg-selected max-md:px-3 touch:min-h-12">
      <DoneButton task={task} onToggle={onToggle} />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 py-1 sm:flex-nowrap">
        <span className="flex min-w-0 items-center gap-1.5">
          <PrioritySign task={task} />
          <button type="button" data-row={task.id} onClick={() => onOpen(task)} className={classNames('min-h-6 min-w-0 truncate rounded-sm text-start text-sm after:absolute after:inset-0 touch:min-h-8', done && 'text-muted line-through')}>
            {task.subject}
          </button>
        </span>
        <span className="flex min-w-0 gap-2 text-xs text-muted max-sm:basis-full">
          {task.links.filter(({ id }) => id !== recordId).slice(0, 2).map(({ kind, id, title }) => (
            <Link key={id} to={recordPath(kind, id) ?? ''} dir="auto" className="relative z-1 max-w-48 truncate rounded-sm leading-6 decoration-strong underline-offset-2 hover:text-ink hover:underline touch:underline">{title}</Link>
          ))}
        </span>
      </div>
      <span className="pointer-events-none shrink-0 text-xs"><Due task={task} dayIsKnown={dayIsKnown} /></span>
      {showAssignee && <span className="grid w-6 shrink-0 place-items-center"><Person id={task.assigneeId} avatarOnly /></span>}
    </li>
  );
}

function DoneButton({ task, onToggle }: { task: Task; onToggle: (task: Task) => void }) {
  const { t } = useTranslation('tasks');
  const mayWrite = usePermission('records.write');
  const done = task.status === 'done';
  return (
    <Button
      aria-label={t(done ? 'reopen' : 'complete', { subject: task.subject })}
      isDisabled={!mayWrite}
      onPress={() => onToggle(task)}
      className="relative z-1 -m-1 grid size-6 shrink-0 place-items-center rounded-full outline-none data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent touch:size-11"
    >
      <span className={classNames('grid size-4 place-items-center rounded-full border transition-colors', done ? 'border-success bg-success text-on-accent' : 'border-control hover:border-success')}>
        {done && <Check aria-hidden className="size-3" strokeWidth={3} />}
      </span>
    </Button>
  );
}

/** A flag calls for attention, so only what matters more has one; what can wait points down. */
function PrioritySign({ task }: { task: Task }) {
  const { t } = useTranslation('tasks');
  if (task.priority === 'normal' || task.status === 'done') return null;
  const isHigh = task.priority === 'high';
  const Sign = isHigh ? Flag : ArrowDown;
  const label = `${t('priority')}: ${t(`priorities.${task.priority}`)}`;
  return (
    <span role="img" aria-label={label} title={label} className={isHigh ? 'text-danger-ink' : 'text-faint'}>
      <Sign aria-hidden className="size-3.5" />
    </span>
  );
}
