import { currentActor } from '@crm-vision/common/context';
import {
  type CreateTaskRequest, type CreateTaskResponse, type GetMyDayRequest, type GetMyDayResponse, type GetTaskRequest, type GetTaskResponse, type ListTasksRequest,
  type ListTasksResponse, type TaskServiceController, TaskServiceControllerMethods, type UpdateTaskRequest, type UpdateTaskResponse,
} from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { Controller } from '@nestjs/common';
import { requireId } from '../fields/ids.mapper.js';
import { toListQuery, toPageInfo } from '../lists/list.mapper.js';
import { fromRefMessage } from '../writes/record-ref.mapper.js';
import { toTaskMessage, toTaskPatch } from './tasks.mapper.js';
import { TasksService } from './tasks.service.js';

@Controller()
@TaskServiceControllerMethods()
export class TasksController implements TaskServiceController {
  constructor(private readonly tasks: TasksService) {}

  async listTasks({ list, linkedTo }: ListTasksRequest): Promise<ListTasksResponse> {
    const page = await this.tasks.list(currentActor(), toListQuery(list), linkedTo ? fromRefMessage(linkedTo, 'linkedTo') : null);
    return { tasks: page.items.map(toTaskMessage), page: toPageInfo(page) };
  }

  async getTask({ id }: GetTaskRequest): Promise<GetTaskResponse> {
    return { task: toTaskMessage(await this.tasks.get(currentActor(), requireId(id))) };
  }

  async createTask({ input }: CreateTaskRequest): Promise<CreateTaskResponse> {
    const { result, changeSetId } = await this.tasks.create(currentActor(), toTaskPatch(input));
    return { task: toTaskMessage(result), changeSetId };
  }

  async updateTask({ id, version, input }: UpdateTaskRequest): Promise<UpdateTaskResponse> {
    const { result, changeSetId } = await this.tasks.update(currentActor(), requireId(id), version, toTaskPatch(input));
    return { task: toTaskMessage(result), changeSetId };
  }

  async getMyDay({ timeZone }: GetMyDayRequest): Promise<GetMyDayResponse> {
    const { today, overdue, dueToday, next, doneToday, more } = await this.tasks.myDay(currentActor(), timeZone);
    const messages = (tasks: typeof overdue): GetMyDayResponse['overdue'] => tasks.map(toTaskMessage);
    return { today, overdue: messages(overdue), dueToday: messages(dueToday), next: messages(next), doneToday: messages(doneToday), more };
  }
}
