import type { GrpcClient } from '@crm-vision/common/grpc';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { RecordKind, type RecordRef } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import type { Task, TaskInput, TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { contactInput } from '../contacts/contact-input.js';
import type { Person, TestCrm } from '../testing.js';

export const taskInput = (fields: Partial<TaskInput> = {}): TaskInput => ({ subject: 'Call back', links: undefined, clear: [], ...fields });

export interface TaskCalls {
  make: (who: Person, fields?: Partial<TaskInput>) => Promise<Task>;
  change: (who: Person, task: Task, fields: Partial<TaskInput>) => Promise<Task>;
}

export function taskCalls(tasks: GrpcClient<typeof TaskServiceService>): TaskCalls {
  return {
    make: async (who, fields) => (await tasks.createTask({ input: taskInput(fields) }, who)).task!,
    change: async (who, task, fields) => (await tasks.updateTask({ id: task.id, version: task.version, input: taskInput({ subject: undefined, ...fields }) }, who)).task!,
  };
}

/** A contact to be linked to. */
export async function newContact(crm: TestCrm, who: Person, firstName: string): Promise<RecordRef> {
  const { contact } = await crm.client(ContactServiceService).createContact({ input: contactInput({ firstName }) }, who);
  return { kind: RecordKind.RECORD_KIND_CONTACT, id: contact!.id, title: firstName };
}

/** YYYY-MM-DD, so many days from today. */
export const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
