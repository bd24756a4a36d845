import { z } from 'zod';
import { id, oneOf, optionalText, requiredText, writtenDay } from '../fields/fields.js';
import { priorities, type Task, taskStatuses } from './task.js';

/** Any of the fields that a person writes; null empties those that may be empty. */
export const taskInput = z.strictObject({
  subject: requiredText(300),
  description: optionalText(10_000),
  dueDate: writtenDay.nullable(),
  dueTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Must be a time such as "09:30".').nullable(),
  priority: oneOf(priorities),
  status: oneOf(taskStatuses),
  assigneeId: id.nullable(),
}).partial();

export type TaskPatch = Partial<Task>;

export const LINKS_MAX = 20;
