import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { RecordServiceService, type RecordRef } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { day, newContact, type TaskCalls, taskCalls, taskInput } from './task-input.js';

let crm: TestCrm;
let ada: Person;
let tasks: GrpcClient<typeof TaskServiceService>;
let make: TaskCalls['make'];
let change: TaskCalls['change'];
let grace: RecordRef;

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  tasks = crm.client(TaskServiceService);
  ({ make, change } = taskCalls(tasks));
  grace = await newContact(crm, ada, 'Grace');
});
afterAll(() => crm.stop());

describe('UpdateTask', () => {
  it('completes, opens again, and takes the time away with the date', async () => {
    const done = await change(ada, await make(ada, { dueDate: day(1), dueTime: '10:00', links: { values: [grace] } }), { status: 'done' });
    expect(Date.now() - Date.parse(done.completedAt!)).toBeLessThan(60_000);
    expect(await crm.testDatabase.sql("select 1 from crm.timeline_event where record_id = $1 and subject_id = $2 and kind = 'task_completed'", [grace.id, done.id])).toHaveLength(1);
    const open = await change(ada, done, { status: 'open', clear: ['dueDate', 'links'] });
    expect([open.completedAt, open.dueDate, open.dueTime, open.links]).toEqual([undefined, undefined, undefined, []]);
  });

  it('tells the current task when somebody changed it before', async () => {
    const task = await make(ada);
    await change(ada, task, { priority: 'high' });
    await expect(change(ada, task, { priority: 'low' })).rejects.toMatchObject({ code: 'STALE_VERSION', details: { current: expect.stringContaining('"priority":"high"') } });
  });

  it('is undone', async () => {
    const task = await make(ada, { subject: 'Undo me' });
    const { changeSetId } = await tasks.updateTask({ id: task.id, version: 1, input: taskInput({ subject: undefined, status: 'done' }) }, ada);
    await crm.client(RecordServiceService).undoChangeSet({ id: changeSetId }, ada);
    expect((await tasks.getTask({ id: task.id }, ada)).task).toMatchObject({ status: 'open', version: 3 });
  });

  it('knows no task of another workspace', async () => {
    await expect(change(await person(crm), await make(ada), { priority: 'low' })).rejects.toEqual(refusal('notFound', 'TASK_NOT_FOUND'));
  });
});
