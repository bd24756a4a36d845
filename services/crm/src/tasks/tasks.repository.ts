import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { readable } from '../access/readable.js';
import type { ListQuery, Page } from '../lists/list-field.js';
import { type ListRow, planList } from '../lists/list-statement.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import type { RecordLink } from '../writes/record-kind.js';
import type { Day } from '../days/day.js';
import { type MyDayRow, tasksOfDay } from './my-day.js';
import type { TaskView } from './task.js';
import { TaskNotFoundError } from './task.errors.js';
import { taskColumns, taskList, taskSize } from './task-list.js';

@Injectable()
export class TasksRepository {
  constructor(private readonly database: Database) {}

  /** Those about one record, or all of them. */
  async list(actor: Actor, query: ListQuery, linkedTo: RecordLink | null): Promise<Page<TaskView>> {
    const { statement, toPage } = planList(actor, taskList, query, {
      columns: (parameters) => taskColumns(actor, parameters), size: taskSize,
      ...(linkedTo && {
        where: (parameters) => `r.id in (select l.task_id from crm.task_link l where l.record_id = ${parameters.add(linkedTo.id, 'uuid')} and l.record_kind = ${parameters.add(linkedTo.kind, 'text')})`,
        boundTo: `${linkedTo.kind} ${linkedTo.id}`,
      }),
    });
    return toPage(await this.database.read<ListRow<TaskView>>(actor.workspaceId, statement));
  }

  /** Also one in the bin, so that it can be looked at before it is restored. */
  async getById(actor: Actor, id: string): Promise<TaskView> {
    const parameters = new Parameters();
    const text = `select ${taskColumns(actor, parameters)} from crm.task r where r.id = ${parameters.add(id, 'uuid')} and ${readable(actor, { kind: 'task', alias: 'r', parameters })}`;
    const [task] = await this.database.readByKey<TaskView>(actor.workspaceId, composedStatement('task_get', text, parameters.values));
    if (!task) throw new TaskNotFoundError();
    return task;
  }

  /** The actor's own tasks around a day, `most` and one more of each part. */
  listAround(actor: Actor, day: Day, most: number): Promise<MyDayRow[]> {
    const parameters = new Parameters();
    const text = tasksOfDay(actor, day, most, parameters);
    return this.database.read<MyDayRow>(actor.workspaceId, composedStatement('task_my_day', text, parameters.values));
  }
}
