import type { NamedRecord, RecordLink } from '../writes/record-kind.js';
import type { RecordRow } from '../writes/record-type.js';
import { dueTimeWithoutDate } from './task.errors.js';

export const priorities = ['low', 'normal', 'high'] as const;
export type Priority = (typeof priorities)[number];
export const taskStatuses = ['open', 'done'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** What people change about a task. */
export interface Task {
  subject: string;
  description: string | null;
  /** YYYY-MM-DD. */
  dueDate: string | null;
  /** HH:MM. */
  dueTime: string | null;
  priority: Priority;
  status: TaskStatus;
  assigneeId: string | null;
  completedAt: string | null;
  links: readonly RecordLink[];
}

/** A task with the names of the records it is about. */
export type TaskView = RecordRow<Task> & { namedLinks: NamedRecord[] };

export function newTask(subject: string, assigneeId: string): Task {
  return { subject, description: null, dueDate: null, dueTime: null, priority: 'normal', status: 'open', assigneeId, completedAt: null, links: [] };
}

/** Puts the rest of a task right after a change: without a date there is no time, and a task is complete since it was done. */
export function settle<T extends Task>(before: Task | null, after: T, at: string): T {
  if (after.dueTime !== null && after.dueDate === null) {
    // Taking the date away takes its time along; a time alone was typed by mistake.
    if (before?.dueDate == null || after.dueTime !== before.dueTime) throw dueTimeWithoutDate();
    return settle(before, { ...after, dueTime: null }, at);
  }
  if (after.status === 'open') return { ...after, completedAt: null };
  return { ...after, completedAt: before?.status === 'done' ? before.completedAt : at };
}
