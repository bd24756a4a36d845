import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { person, refusal, startCrm, type TestCrm } from '../testing.js';
import { day, type TaskCalls, taskCalls } from './task-input.js';

let crm: TestCrm;
let tasks: GrpcClient<typeof TaskServiceService>;
let make: TaskCalls['make'];
let change: TaskCalls['change'];

beforeAll(async () => {
  crm = await startCrm();
  tasks = crm.client(TaskServiceService);
  ({ make, change } = taskCalls(tasks));
});
afterAll(() => crm.stop());

describe('GetMyDay', () => {
  it('sorts the open tasks of the caller into overdue, today and next, and shows what was done', async () => {
    const eve = await person(crm);
    const bob = await person(crm, { workspaceId: eve.workspaceId, role: 'member' });
    for (const [subject, dueDate] of [['late', day(-3)], ['now', day(0)], ['soon', day(7)], ['far', day(9)], ['some day', undefined]] as const) await make(eve, { subject, dueDate });
    await change(eve, await make(eve, { subject: 'finished', dueDate: day(-1) }), { status: 'done' });
    await make(eve, { subject: 'of Bob', dueDate: day(0), assigneeId: bob.userId });
    const { today, overdue, dueToday, next, doneToday, more } = await tasks.getMyDay({ timeZone: '' }, eve);
    const subjects = [overdue, dueToday, next, doneToday].map((part) => part.map(({ subject }) => subject));
    expect([today, subjects, more]).toEqual([day(0), [['late'], ['now'], ['soon', 'some day'], ['finished']], false]);
  });

  it('begins with what has a time, in its order', async () => {
    const eve = await person(crm);
    for (const [subject, dueDate, dueTime] of [
      ['all day', day(0), undefined], ['ten', day(0), '10:00'], ['before midnight', day(0), '23:59'], ['quarter to five', day(0), '16:45'], ['at midnight', day(0), '00:00'],
      ['tomorrow at midnight', day(1), '00:00'], ['yesterday', day(-1), undefined], ['last of the week', day(7), undefined], ['too late', day(8), '00:00'],
    ] as const) await make(eve, { subject, dueDate, dueTime });
    const { overdue, dueToday, next } = await tasks.getMyDay({ timeZone: '' }, eve);
    expect([overdue, dueToday, next].map((part) => part.map(({ subject }) => subject)))
      .toEqual([['yesterday'], ['at midnight', 'ten', 'quarter to five', 'before midnight', 'all day'], ['tomorrow at midnight', 'last of the week']]);
  });

  it('follows the time zone', async () => {
    const eve = await person(crm);
    const inKiritimati = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Kiritimati' }).format(new Date());
    const inNiue = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Niue' }).format(new Date());
    await make(eve, { subject: 'a day apart', dueDate: inNiue });
    expect((await tasks.getMyDay({ timeZone: 'Pacific/Niue' }, eve)).dueToday).toHaveLength(1);
    const east = await tasks.getMyDay({ timeZone: 'Pacific/Kiritimati' }, eve);
    expect([east.today, east.overdue.length]).toEqual([inKiritimati, 1]);
    await expect(tasks.getMyDay({ timeZone: 'Mars/Olympus' }, eve)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'timeZone'));
  });
});
