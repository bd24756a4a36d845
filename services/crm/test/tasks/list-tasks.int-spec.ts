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

  it('by what is due follows the time of the day, then those for the whole day, then those without a day, page by page', async () => {
    const eve = await person(crm);
    const inOrder: [dueDate: string | undefined, dueTime: string | undefined][] = [
      ['2026-05-04', '09:00'], ['2026-05-04', '10:00'], ['2026-05-04', '10:00'], ['2026-05-04', '16:45'], ['2026-05-04', '23:59'], ['2026-05-04', undefined], ['2026-05-04', undefined],
      ['2026-05-05', '00:00'], ['2026-05-05', undefined], [undefined, undefined],
    ];
    // Made in another order, so that neither ids nor rows are in the right one.
    for (const index of [5, 1, 9, 7, 3, 0, 8, 6, 2, 4]) await make(eve, { subject: String(index), dueDate: inOrder[index]?.[0], dueTime: inOrder[index]?.[1] });
    const walk = async (descending: boolean): Promise<(string | undefined)[]> => {
      const found: (string | undefined)[] = [];
      for (let cursor: string | undefined = ''; cursor !== undefined;) {
        const { tasks: page, page: info } = await tasks.listTasks({ list: { limit: 3, cursor, sort: [{ field: 'dueDate', descending }], filter: undefined, count: false }, linkedTo: undefined }, eve);
        found.push(...page.map(({ dueDate, dueTime }) => dueDate && `${dueDate} ${dueTime ?? 'all day'}`));
        cursor = info?.nextCursor || undefined;
      }
      return found;
    };
    const expected = inOrder.map(([dueDate, dueTime]) => dueDate && `${dueDate} ${dueTime ?? 'all day'}`);
    expect(await walk(false)).toEqual(expected);
    // Where tasks without a day stand when the order is turned is the business of lists.
    expect((await walk(true)).filter(Boolean)).toEqual(expected.filter(Boolean).reverse());
  });
});
