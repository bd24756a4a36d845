import type { DealsOfDay, GetDealsOfDayResponse } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { GetMyDayResponse, Task, TaskInput } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import type { z } from 'zod';
import { fromCard } from '../deals/deals.mapper.js';
import { cleared, fromRef, orNull, present, toRef, word, written } from '../http/fields.mapper.js';
import type * as dto from './tasks.dto.js';

type Body = Partial<z.output<typeof dto.createTaskBody>>;

export function fromTask(message: Task | undefined): z.output<typeof dto.task> {
  const task = present(message, 'task');
  return {
    id: task.id,
    subject: task.subject,
    description: orNull(task.description),
    dueDate: orNull(task.dueDate),
    dueTime: orNull(task.dueTime),
    priority: word(task.priority),
    status: word(task.status),
    assigneeId: orNull(task.assigneeId),
    completedAt: orNull(task.completedAt),
    links: task.links.map(fromRef),
    createdAt: task.createdAt,
    createdBy: task.createdBy,
    updatedAt: task.updatedAt,
    updatedBy: task.updatedBy,
    version: task.version,
    deletedAt: orNull(task.deletedAt),
  };
}

export function toTaskInput(body: Body): TaskInput {
  return {
    subject: body.subject,
    description: written(body.description),
    dueDate: written(body.dueDate),
    dueTime: written(body.dueTime),
    priority: body.priority,
    status: body.status,
    assigneeId: written(body.assigneeId),
    links: body.links && { values: body.links.map(toRef) },
    clear: cleared(body),
  };
}

function fromPart(part: DealsOfDay | undefined): z.output<typeof dto.dealsOfDay> {
  const { deals, more } = present(part, 'deals of the day');
  return { items: deals.map(fromCard), more };
}

export function fromMyDay(day: GetMyDayResponse, deals: GetDealsOfDayResponse): z.output<typeof dto.myDay> {
  return {
    today: day.today,
    overdue: day.overdue.map(fromTask),
    dueToday: day.dueToday.map(fromTask),
    next: day.next.map(fromTask),
    doneToday: day.doneToday.map(fromTask),
    more: day.more,
    deals: {
      overdue: fromPart(deals.overdue),
      closing: fromPart(deals.closing),
      withoutNextStep: fromPart(deals.withoutNextStep),
      standing: fromPart(deals.standing),
    },
  };
}
