import { z } from 'zod';
import { dealCard } from '../deals/deals.dto.js';
import { day, id, instant, linkParameter, recordLink, recordRef, requiredText, stamps, text, version, writtenDay } from '../http/fields.dto.js';
import type { ListFields } from '../http/filters.dto.js';
import { listQuery, page } from '../http/lists.dto.js';
import { timeZone } from '../sessions/sessions.dto.js';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Must be a time such as "09:30".');
const priority = z.enum(['low', 'normal', 'high']);
const status = z.enum(['open', 'done']);

export const task = z.strictObject({
  id,
  subject: z.string(),
  description: z.string().nullable(),
  dueDate: day.nullable(),
  dueTime: time.nullable(),
  priority,
  status,
  assigneeId: id.nullable(),
  completedAt: instant.nullable(),
  links: z.array(recordRef),
  ...stamps,
}).meta({ id: 'Task' });

const writable = {
  description: text(10_000).nullable().optional(),
  dueDate: writtenDay.nullable().optional(),
  dueTime: time.nullable().optional(),
  priority: priority.optional(),
  status: status.optional(),
  assigneeId: id.nullable().optional().describe('Absent on creation: the caller'),
  links: z.array(recordLink).max(20).optional(),
};

export const createTaskBody = z.strictObject({ subject: requiredText(300), ...writable });
export const updateTaskBody = z.strictObject({ version, subject: requiredText(300).optional(), ...writable });
export const taskPage = page(task);

export const taskFields: ListFields = {
  name: 'Task',
  filters: {
    subject: 'text', dueDate: 'day', priority: 'word', status: 'word', assigneeId: 'id', completedAt: 'instant', createdBy: 'id', createdAt: 'instant', updatedAt: 'instant',
  },
  sorts: ['subject', 'dueDate', 'priority', 'status', 'completedAt', 'createdAt', 'updatedAt'],
  usually: 'dueDate',
};
export const tasksQuery = listQuery(taskFields).extend({ linkedTo: linkParameter.optional() });
export const myDayQuery = z.strictObject({ timeZone: timeZone.optional().describe("Where today begins and ends; absent: the caller's own time zone, else that of the workspace") });
export const dealsOfDay = z.strictObject({ items: z.array(dealCard), more: z.boolean().describe('There are more than these') }).meta({ id: 'DealsOfDay' });
export const myDay = z.strictObject({
  today: day, overdue: z.array(task), dueToday: z.array(task), next: z.array(task), doneToday: z.array(task),
  more: z.boolean().describe('There are more tasks than are shown'),
  deals: z.strictObject({
    overdue: dealsOfDay.describe('Should have closed before today'),
    closing: dealsOfDay.describe('Should close today or in the next seven days'),
    withoutNextStep: dealsOfDay,
    standing: dealsOfDay.describe('Longer in their stage than it allows'),
  }).describe("The caller's open deals that ask for something; each stands once, in the first of these that it belongs to"),
}).meta({ id: 'MyDay' });
