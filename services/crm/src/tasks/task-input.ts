import { z } from 'zod';
import { id, oneOf, optionalText, requiredText } from '../fields/fields.js';
import { isDay } from '../lists/filter-values.js';
import { priorities, type Task, taskStatuses } from './task.js';

/** Any of the fields that a person writes; null empties those that may be empty. */
export const taskInput = z.strictObject({
  subject: requiredText(300),
  description: optionalText(10_000),
  dueDate: z.string().refine(isDay, 'Must be a day such as "2026-05-04".').nullable(),
  dueTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Must be a time such as "09:30".').nullable(),
  priority: oneOf(priorities),
  status: oneOf(taskStatuses),
  assigneeId: id.nullable(),
}).partial();

export type TaskPatch = Partial<Task>;

export const LINKS_MAX = 20;
