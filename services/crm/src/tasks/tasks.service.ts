import type { Actor } from '@crm-vision/common/context';
import { invalidField, StaleVersionError } from '@crm-vision/common/errors';
import { Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import { LinkedRecords } from '../links/linked-records.service.js';
import type { ListQuery, Page } from '../lists/list-field.js';
import { Members } from '../members/members.service.js';
import type { RecordLink } from '../writes/record-kind.js';
import { type Done, Writes } from '../writes/writes.service.js';
import { dayIn } from '../days/day.js';
import { type MyDay, toMyDay } from './my-day.js';
import { newTask, settle, type Task, type TaskView } from './task.js';
import type { TaskPatch } from './task-input.js';
import { taskRecord } from './task.record.js';
import { toTaskMessage } from './tasks.mapper.js';
import { TasksRepository } from './tasks.repository.js';

const DAY_MAX = 200;

@Injectable()
export class TasksService {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly links: LinkedRecords,
    private readonly writes: Writes,
    private readonly members: Members,
  ) {}

  list(actor: Actor, query: ListQuery, linkedTo: RecordLink | null): Promise<Page<TaskView>> {
    requirePermission(actor, 'records.read');
    return this.tasks.list(actor, query, linkedTo);
  }

  get(actor: Actor, id: string): Promise<TaskView> {
    requirePermission(actor, 'records.read');
    return this.tasks.getById(actor, id);
  }

  async myDay(actor: Actor, timeZone: string): Promise<MyDay> {
    requirePermission(actor, 'records.read');
    const day = dayIn(timeZone || actor.ownTimeZone, new Date());
    return toMyDay(day.date, await this.tasks.listAround(actor, day, DAY_MAX), DAY_MAX);
  }

  async create(actor: Actor, patch: TaskPatch): Promise<Done<TaskView>> {
    requirePermission(actor, 'records.write');
    const { subject } = patch;
    if (!subject) throw invalidField('subject', 'Must not be empty.', 'REQUIRED');
    if (patch.assigneeId) await this.members.require(actor, patch.assigneeId, 'assignee');
    const task = settle(null, { ...newTask(subject, actor.userId), ...patch }, new Date().toISOString());
    return this.writes.run(actor, 'create', async (act) => {
      await this.requireLinks(actor, [], task);
      const { id } = await act.insert(taskRecord, task);
      return this.tasks.getById(actor, id);
    });
  }

  async update(actor: Actor, id: string, version: number, patch: TaskPatch): Promise<Done<TaskView>> {
    requirePermission(actor, 'records.write');
    const checkAssignee = await this.members.mayBecome(actor, patch.assigneeId, 'assignee');
    return this.writes.run(actor, 'update', async (act) => {
      const task = await act.lock(taskRecord, id);
      if (task.version !== version) throw new StaleVersionError(toTaskMessage(await this.tasks.getById(actor, id)));
      checkAssignee(task.assigneeId);
      const wanted = settle(task, { ...task, ...patch }, new Date().toISOString());
      await this.requireLinks(actor, task.links, wanted);
      await act.update(taskRecord, task, wanted);
      return this.tasks.getById(actor, id);
    });
  }

  /** Records that the task was not about before must live. */
  private requireLinks(actor: Actor, before: readonly RecordLink[], { links }: Pick<Task, 'links'>): Promise<void> {
    const added = links.map((link, index) => ({ ...link, index })).filter(({ kind, id }) => !before.some((link) => link.kind === kind && link.id === id));
    return this.links.requireLive(actor, added, (index) => `links[${added[index]?.index ?? index}].id`);
  }
}
