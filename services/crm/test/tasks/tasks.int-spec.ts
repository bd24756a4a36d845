import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { RecordKind, RecordServiceService, type RecordRef } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { type Task, type TaskInput, TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { contactInput } from '../contacts/contact-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
let tasks: GrpcClient<typeof TaskServiceService>;
let grace: RecordRef;

const taskInput = (fields: Partial<TaskInput> = {}): TaskInput => ({ subject: 'Call back', links: undefined, clear: [], ...fields });
const make = async (fields: Partial<TaskInput> = {}, who = ada): Promise<Task> => (await tasks.createTask({ input: taskInput(fields) }, who)).task!;
const change = async (task: Task, fields: Partial<TaskInput>, who = ada): Promise<Task> =>
  (await tasks.updateTask({ id: task.id, version: task.version, input: taskInput({ subject: undefined, ...fields }) }, who)).task!;
const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const emptyList = { limit: 0, cursor: '', sort: [], filter: undefined, count: false };

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  tasks = crm.client(TaskServiceService);
  const { contact } = await crm.client(ContactServiceService).createContact({ input: contactInput({ firstName: 'Grace', lastName: 'Hopper' }) }, ada);
  grace = { kind: RecordKind.RECORD_KIND_CONTACT, id: contact!.id, title: 'Grace Hopper' };
});
afterAll(() => crm.stop());

describe('CreateTask', () => {
  it('keeps everything, belongs to the caller, and names its records', async () => {
    const task = await make({ description: ' Ask for the date ', dueDate: '2027-01-31', dueTime: '09:30', priority: 'high', links: { values: [{ ...grace, title: '' }, grace] } });
    expect(task).toMatchObject({ subject: 'Call back', description: 'Ask for the date', dueDate: '2027-01-31', dueTime: '09:30', priority: 'high', status: 'open', assigneeId: ada.userId, links: [grace], version: 1 });
    expect(await tasks.getTask({ id: task.id }, ada)).toEqual({ task });
    expect(await crm.testDatabase.sql('select kind, payload from crm.timeline_event where record_id = $1 and subject_id = $2', [grace.id, task.id]))
      .toEqual([{ kind: 'task_created', payload: { subject: 'Call back', dueDate: '2027-01-31' } }]);
  });

  it.each([
    ['subject', taskInput({ subject: ' ' })],
    ['subject', taskInput({ subject: 'a'.repeat(301) })],
    ['dueDate', taskInput({ dueDate: '2027-02-29' })],
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
    await expect(make({ assigneeId: randomUUID() })).rejects.toEqual(refusal('invalid', 'ASSIGNEE_NOT_FOUND', 'assigneeId'));
    await expect(make({ links: { values: [grace] } }, eve)).rejects.toEqual(refusal('invalid', 'LINKED_RECORD_NOT_FOUND', 'links[0].id'));
  });

  it('refuses a viewer', async () => {
    await expect(make({}, await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});

describe('UpdateTask', () => {
  it('completes, opens again, and takes the time away with the date', async () => {
    const done = await change(await make({ dueDate: day(1), dueTime: '10:00', links: { values: [grace] } }), { status: 'done' });
    expect(Date.now() - Date.parse(done.completedAt!)).toBeLessThan(60_000);
    expect(await crm.testDatabase.sql("select 1 from crm.timeline_event where record_id = $1 and subject_id = $2 and kind = 'task_completed'", [grace.id, done.id])).toHaveLength(1);
    const open = await change(done, { status: 'open', clear: ['dueDate', 'links'] });
    expect([open.completedAt, open.dueDate, open.dueTime, open.links]).toEqual([undefined, undefined, undefined, []]);
  });

  it('tells the current task when somebody changed it before', async () => {
    const task = await make();
    await change(task, { priority: 'high' });
    await expect(change(task, { priority: 'low' })).rejects.toMatchObject({ code: 'STALE_VERSION', details: { current: expect.stringContaining('"priority":"high"') } });
  });

  it('is undone', async () => {
    const task = await make({ subject: 'Undo me' });
    const { changeSetId } = await tasks.updateTask({ id: task.id, version: 1, input: taskInput({ subject: undefined, status: 'done' }) }, ada);
    await crm.client(RecordServiceService).undoChangeSet({ id: changeSetId }, ada);
    expect((await tasks.getTask({ id: task.id }, ada)).task).toMatchObject({ status: 'open', version: 3 });
  });

  it('knows no task of another workspace', async () => {
    await expect(change(await make(), { priority: 'low' }, await person(crm))).rejects.toEqual(refusal('notFound', 'TASK_NOT_FOUND'));
  });
});

describe('ListTasks', () => {
  it('answers those about one record, the important ones first', async () => {
    const bob = await person(crm);
    const { contact } = await crm.client(ContactServiceService).createContact({ input: contactInput({ firstName: 'Bob' }) }, bob);
    const about = { kind: RecordKind.RECORD_KIND_CONTACT, id: contact!.id, title: '' };
    const made = [];
    for (const priority of ['low', 'high', 'normal']) made.push(await make({ subject: priority, priority, links: { values: [about] } }, bob));
    await make({ subject: 'other' }, bob);
    const sort = [{ field: 'priority', descending: true }];
    const first = await tasks.listTasks({ list: { ...emptyList, limit: 2, sort, count: true }, linkedTo: about }, bob);
    expect([first.tasks.map(({ subject }) => subject), first.page?.count]).toEqual([['high', 'normal'], { value: 3, exact: true }]);
    const second = await tasks.listTasks({ list: { ...emptyList, limit: 2, sort, cursor: first.page!.nextCursor }, linkedTo: about }, bob);
    expect([second.tasks.map(({ subject }) => subject), second.page?.nextCursor]).toEqual([['low'], '']);
    await expect(tasks.listTasks({ list: { ...emptyList, sort, cursor: first.page!.nextCursor }, linkedTo: undefined }, bob)).rejects.toEqual(refusal('invalid', 'INVALID_CURSOR', 'cursor'));
  });
});

describe('GetMyDay', () => {
  it('sorts the open tasks of the caller into overdue, today and next, and shows what was done', async () => {
    const eve = await person(crm);
    const bob = await person(crm, { workspaceId: eve.workspaceId, role: 'member' });
    for (const [subject, dueDate] of [['late', day(-3)], ['now', day(0)], ['soon', day(7)], ['far', day(9)], ['some day', undefined]] as const) await make({ subject, dueDate }, eve);
    await change(await make({ subject: 'finished', dueDate: day(-1) }, eve), { status: 'done' }, eve);
    await make({ subject: 'of Bob', dueDate: day(0), assigneeId: bob.userId }, eve);
    const { today, overdue, dueToday, next, doneToday, more } = await tasks.getMyDay({ timeZone: '' }, eve);
    const subjects = [overdue, dueToday, next, doneToday].map((part) => part.map(({ subject }) => subject));
    expect([today, subjects, more]).toEqual([day(0), [['late'], ['now'], ['soon', 'some day'], ['finished']], false]);
  });

  it('follows the time zone', async () => {
    const eve = await person(crm);
    const inKiritimati = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Kiritimati' }).format(new Date());
    const inNiue = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Niue' }).format(new Date());
    await make({ subject: 'a day apart', dueDate: inNiue }, eve);
    expect((await tasks.getMyDay({ timeZone: 'Pacific/Niue' }, eve)).dueToday).toHaveLength(1);
    const east = await tasks.getMyDay({ timeZone: 'Pacific/Kiritimati' }, eve);
    expect([east.today, east.overdue.length]).toEqual([inKiritimati, 1]);
    await expect(tasks.getMyDay({ timeZone: 'Mars/Olympus' }, eve)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'timeZone'));
  });
});
