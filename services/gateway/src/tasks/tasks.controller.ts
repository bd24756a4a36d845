import { RecordKind } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { Controller } from '@nestjs/common';
import { Crm } from '../clients.js';
import { toRefFromText } from '../http/fields.mapper.js';
import { Handle, type In } from '../http/handle.js';
import { Input } from '../http/input.js';
import { toListRequest, toPage } from '../http/lists.mapper.js';
import { Answer, Reply } from '../http/reply.js';
import { withCurrent } from '../http/with-current.js';
import { fromBulk, toAssign, toDelete } from '../records/records.mapper.js';
import { fromMyDay, fromTask, toTaskInput } from './tasks.mapper.js';
import * as routes from './tasks.routes.js';

const kind = RecordKind.RECORD_KIND_TASK;

@Controller()
export class TasksController {
  constructor(private readonly crm: Crm) {}

  @Handle(routes.listTasks)
  async listTasks(@Input() { query: { linkedTo, ...query } }: In<typeof routes.listTasks>) {
    const { tasks, page } = await this.crm.tasks.listTasks({ list: toListRequest(query), linkedTo: toRefFromText(linkedTo) });
    return toPage(tasks, page, fromTask);
  }

  @Handle(routes.createTask)
  async createTask(@Input() { body }: In<typeof routes.createTask>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.tasks.createTask({ input: toTaskInput(body) }), ({ task }) => fromTask(task));
  }

  @Handle(routes.getMyDay)
  async getMyDay(@Input() { query: { timeZone = '' } }: In<typeof routes.getMyDay>) {
    const [tasks, deals] = await Promise.all([this.crm.tasks.getMyDay({ timeZone }), this.crm.deals.getDealsOfDay({ timeZone })]);
    return fromMyDay(tasks, deals);
  }

  @Handle(routes.getTask)
  async getTask(@Input() { params }: In<typeof routes.getTask>) {
    return fromTask((await this.crm.tasks.getTask(params)).task);
  }

  @Handle(routes.updateTask, { current: fromTask, shown: async ({ crm }, { id }: { id: string }) => fromTask((await crm.tasks.getTask({ id })).task) })
  async updateTask(@Input() { params, body: { version, ...body } }: In<typeof routes.updateTask>, @Answer() reply: Reply) {
    const updated = this.crm.tasks.updateTask({ id: params.id, version, input: toTaskInput(body) });
    return reply.changed(await withCurrent(updated, () => this.read(params)), ({ task }) => fromTask(task));
  }

  @Handle(routes.deleteTask)
  async deleteTask(@Input() { params }: In<typeof routes.deleteTask>, @Answer() reply: Reply) {
    reply.changed(await this.crm.records.deleteRecords(toDelete(kind, [params.id])));
  }

  @Handle(routes.restoreTask)
  async restoreTask(@Input() { params }: In<typeof routes.restoreTask>, @Answer() reply: Reply) {
    reply.changed(await this.crm.records.restoreRecord({ kind, id: params.id }));
    return fromTask((await this.crm.tasks.getTask(params)).task);
  }

  @Handle(routes.bulkDeleteTasks)
  async bulkDelete(@Input() { body }: In<typeof routes.bulkDeleteTasks>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.records.deleteRecords(toDelete(kind, body.ids)), fromBulk);
  }

  @Handle(routes.bulkAssignTasks)
  async bulkAssign(@Input() { body }: In<typeof routes.bulkAssignTasks>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.records.assignRecords(toAssign(kind, body)), fromBulk);
  }

  private async read(params: { id: string }) {
    return (await this.crm.tasks.getTask(params)).task;
  }
}
