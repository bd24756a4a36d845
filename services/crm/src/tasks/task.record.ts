import { linkKinds } from '../links/link-titles.js';
import { stillThere } from '../links/still-there.js';
import type { RecordType } from '../writes/record-type.js';
import type { Task } from './task.js';
import { TaskNotFoundError } from './task.errors.js';

/** How tasks are written, audited and undone. */
export const taskRecord: RecordType<Task> = {
  kind: 'task',
  table: 'task',
  columns: ['subject', 'description', 'dueDate', 'dueTime', 'priority', 'status', 'assigneeId', 'completedAt', 'links'],
  ownerColumn: 'assigneeId',
  titleSql: 'r.subject',
  hasTimeline: false,
  notFound: () => new TaskNotFoundError(),
  titleOf: ({ subject }) => subject,
  without: ({ links }, id) => ({ links: links.filter((link) => link.id !== id) }),
  relatedOf: ({ links }) => links,
  beforeRevert: async ({ links }, transaction) => {
    const there = (await Promise.all(linkKinds.map((kind) => stillThere(transaction, kind, links.filter((link) => link.kind === kind).map(({ id }) => id))))).flat();
    return { links: links.filter(({ id }) => there.includes(id)) };
  },
  timelineEntry: ({ before, after }) => {
    const kind = before === null ? 'task_created' : before.status === 'open' && after.status === 'done' ? 'task_completed' : undefined;
    return Promise.resolve(kind && { kind, payload: { subject: after.subject, dueDate: after.dueDate } });
  },
};
