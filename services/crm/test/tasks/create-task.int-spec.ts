import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import type { RecordRef } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { newContact, type TaskCalls, taskCalls, taskInput } from './task-input.js';

let crm: TestCrm;
let ada: Person;
let tasks: GrpcClient<typeof TaskServiceService>;
let make: TaskCalls['make'];
let grace: RecordRef;

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  tasks = crm.client(TaskServiceService);
  ({ make } = taskCalls(tasks));
  grace = await newContact(crm, ada, 'Grace');
});
afterAll(() => crm.stop());

describe('CreateTask', () => {
  it('keeps everything, belongs to the caller, and names its records', async () => {
    const task = await make(ada, { description: ' Ask for the date ', dueDate: '2027-01-31', dueTime: '09:30', priority: 'high', links: { values: [{ ...grace, title: '' }, grace] } });
    expect(task).toMatchObject({ subject: 'Call back', description: 'Ask for the date', dueDate: '2027-01-31', dueTime: '09:30', priority: 'high', status: 'open', assigneeId: ada.userId, links: [grace], version: 1 });
    expect(await tasks.getTask({ id: task.id }, ada)).toEqual({ task });
    expect(await crm.testDatabase.sql('select kind, payload from crm.timeline_event where record_id = $1 and subject_id = $2', [grace.id, task.id]))
      .toEqual([{ kind: 'task_created', payload: { subject: 'Call back', dueDate: '2027-01-31' } }]);
  });

  it.each([
    ['subject', taskInput({ subject: ' ' })],
    ['subject', taskInput({ subject: 'a'.repeat(301) })],
    ['dueDate', taskInput({ dueDate: '2027-02-29' })],
    ['dueDate', taskInput({ dueDate: '0026-12-15' })],
    ['dueDate', taskInput({ dueDate: '2200-01-01' })],
    ['dueTime', taskInput({ dueDate: '2027-01-31', dueTime: '25:00' })],
    ['dueTime', taskInput({ dueTime: '09:00' })],
    ['priority', taskInput({ priority: 'urgent' })],
    ['status', taskInput({ status: 'later' })],
    ['nope', taskInput({ clear: ['nope'] })],
  ])('refuses a wrong %s', async (field, input) => {
    await expect(tasks.createTask({ input }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', field));
  });

  it('refuses an assignee who is no member and records that do not exist here', async () => {
    const eve = await person(crm);
    await expect(make(ada, { assigneeId: randomUUID() })).rejects.toEqual(refusal('invalid', 'ASSIGNEE_NOT_FOUND', 'assigneeId'));
    await expect(make(eve, { links: { values: [grace] } })).rejects.toEqual(refusal('invalid', 'LINKED_RECORD_NOT_FOUND', 'links[0].id'));
  });

  it('refuses a viewer', async () => {
    await expect(make(await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
