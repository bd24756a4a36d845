import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { person, refusal, startCrm, type TestCrm } from '../testing.js';
import { newContact, type TaskCalls, taskCalls } from './task-input.js';

let crm: TestCrm;
let tasks: GrpcClient<typeof TaskServiceService>;
let make: TaskCalls['make'];

beforeAll(async () => {
  crm = await startCrm();
  tasks = crm.client(TaskServiceService);
  ({ make } = taskCalls(tasks));
});
afterAll(() => crm.stop());

describe('ListTasks', () => {
  it('answers those about one record, the important ones first', async () => {
    const bob = await person(crm);
    const about = await newContact(crm, bob, 'Bob');
    for (const priority of ['low', 'high', 'normal']) await make(bob, { subject: priority, priority, links: { values: [about] } });
    await make(bob, { subject: 'other' });
    const sort = [{ field: 'priority', descending: true }];
    const first = await tasks.listTasks({ list: { limit: 2, cursor: '', sort, filter: undefined, count: true }, linkedTo: about }, bob);
    expect([first.tasks.map(({ subject }) => subject), first.page?.count]).toEqual([['high', 'normal'], { value: 3, exact: true }]);
    const second = await tasks.listTasks({ list: { limit: 2, sort, filter: undefined, count: false, cursor: first.page!.nextCursor }, linkedTo: about }, bob);
    expect([second.tasks.map(({ subject }) => subject), second.page?.nextCursor]).toEqual([['low'], '']);
    await expect(tasks.listTasks({ list: { limit: 0, sort, filter: undefined, count: false, cursor: first.page!.nextCursor }, linkedTo: undefined }, bob)).rejects.toEqual(refusal('invalid', 'INVALID_CURSOR', 'cursor'));
  });
});
