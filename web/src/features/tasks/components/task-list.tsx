import { moveByArrow } from '../hooks/use-task-keys.js';
import type { Task } from '../task.js';
import { TaskRow, type TaskRowProps } from './task-row.js';

export function TaskList({ label, tasks, ...row }: { label: string; tasks: readonly Task[] } & Omit<TaskRowProps, 'task'>) {
  return (
    <ul aria-label={label} onKeyDown={moveByArrow}>
      {tasks.map((task) => <TaskRow key={task.id} task={task} {...row} />)}
    </ul>
  );
}
