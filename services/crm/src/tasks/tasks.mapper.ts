import { invalidField } from '@crm-vision/common/errors';
import type { LinkList, Task as TaskMessage, TaskInput } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { givenFields, parseFields } from '../fields/parse-fields.js';
import type { RecordLink } from '../writes/record-kind.js';
import { fromRefMessage, toRefMessage } from '../writes/record-ref.mapper.js';
import type { TaskView } from './task.js';
import { LINKS_MAX, taskInput, type TaskPatch } from './task-input.js';

export function toTaskMessage(task: TaskView): TaskMessage {
  return {
    id: task.id,
    subject: task.subject,
    description: task.description ?? undefined,
    dueDate: task.dueDate ?? undefined,
    dueTime: task.dueTime ?? undefined,
    priority: task.priority,
    status: task.status,
    assigneeId: task.assigneeId ?? undefined,
    completedAt: task.completedAt ?? undefined,
    links: task.namedLinks.map(toRefMessage),
    createdAt: task.createdAt,
    createdBy: task.createdBy,
    updatedAt: task.updatedAt,
    updatedBy: task.updatedBy,
    version: task.version,
    deletedAt: task.deletedAt ?? undefined,
  };
}

/** Throws InvalidArgumentError naming each wrong field. */
export function toTaskPatch(input: TaskInput | undefined): TaskPatch {
  const { links, ...rest } = input ?? { clear: [], links: undefined };
  const fields = parseFields(taskInput, givenFields({ ...rest, clear: rest.clear.filter((name) => name !== 'links') }));
  if (links) return { ...fields, links: toLinks(links) } as TaskPatch;
  return (rest.clear.includes('links') ? { ...fields, links: [] } : fields) as TaskPatch;
}

/** Each record once, in the order given. */
function toLinks({ values }: LinkList): RecordLink[] {
  if (values.length > LINKS_MAX) throw invalidField('links', `May have ${LINKS_MAX} records at most.`, 'TOO_LONG');
  const links = values.map((ref, index) => fromRefMessage(ref, `links[${index}]`));
  return [...new Map(links.map((link) => [`${link.kind} ${link.id}`, link])).values()];
}
