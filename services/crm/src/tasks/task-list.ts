import type { Actor } from '@crm-vision/common/context';
import { titleOfLink } from '../links/link-titles.js';
import { alphabetic, type ListSource, optional } from '../lists/list-field.js';
import { bytesOf } from '../lists/page-bytes.js';
import type { Parameters } from '../lists/parameters.js';
import { recordColumns } from '../writes/record-sql.js';
import { priorities, taskStatuses } from './task.js';
import { taskRecord } from './task.record.js';

/** Columns of a TaskView around the row `r`. Records that are gone or hidden are left out. */
export function taskColumns(actor: Actor, parameters: Parameters): string {
  return `${recordColumns(taskRecord)}, (select coalesce(jsonb_agg(l.link order by l.place), '[]') from (
    select jsonb_build_object('kind', e.link->>'kind', 'id', e.link->>'id', 'title', ${titleOfLink(actor, "e.link->>'kind'", "(e.link->>'id')::uuid", parameters)}) as link, e.place
    from jsonb_array_elements(r.links) with ordinality as e(link, place)) l where l.link->>'title' is not null) as "namedLinks"`;
}

/** Bytes of a TaskView. */
export const taskSize = `${bytesOf.text('description')} + ${bytesOf.json('"namedLinks"')}`;

export const taskList: ListSource = {
  kind: 'task',
  table: 'task',
  fields: {
    subject: { type: 'text', work: 1, sql: 'r.subject_sort', searched: true },
    dueDate: { type: 'day', sql: 'r.due_date' },
    priority: { type: 'word', sql: 'r.priority', words: priorities },
    status: { type: 'word', sql: 'r.status', words: taskStatuses },
    assigneeId: { type: 'id', sql: 'r.assignee_id' },
    completedAt: { type: 'instant', sql: 'r.completed_at' },
    createdBy: { type: 'id', sql: 'r.created_by' },
    createdAt: { type: 'instant', sql: 'r.created_at' },
    updatedAt: { type: 'instant', sql: 'r.updated_at' },
  },
  sorts: {
    subject: alphabetic('r.subject'),
    // Within a day those with a time come in its order; the others are due by its end.
    dueDate: { sql: 'r.due_at', down: "(case when r.due_date is null then '-infinity'::timestamp else r.due_at end)", type: 'timestamp' },
    // Ascending: low first.
    priority: { sql: '(case r.priority_rank when 1 then 3 when 2 then 2 else 1 end)', type: 'integer' },
    status: { sql: 'r.status', type: 'text' },
    completedAt: optional('r.completed_at', 'timestamptz', "'infinity'::timestamptz", "'-infinity'::timestamptz"),
    createdAt: { sql: 'r.created_at', type: 'timestamptz' },
    updatedAt: { sql: 'r.updated_at', type: 'timestamptz' },
  },
  defaultSort: [{ field: 'dueDate', descending: false }],
};
