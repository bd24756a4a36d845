import { bulkAssignBody, bulkDeleteBody, idParams, undoable } from '../http/fields.dto.js';
import { route } from '../http/route.js';
import * as dto from './tasks.dto.js';

const tag = 'Tasks';
const base = '/api/v1/tasks';
const notFound = 'TASK_NOT_FOUND';

export const listTasks = route({ method: 'GET', path: base, id: 'listTasks', summary: 'List tasks', description: 'By dueDate those of a day come by their time, then those for the whole day; those without a day come last.', tag, query: dto.tasksQuery, status: 200, response: dto.taskPage });
export const createTask = route({ method: 'POST', path: base, id: 'createTask', summary: 'Add a task', tag, body: dto.createTaskBody, status: 201, response: dto.task, errors: ['ASSIGNEE_NOT_FOUND', 'LINKED_RECORD_NOT_FOUND'] });
export const getTask = route({ method: 'GET', path: `${base}/{id}`, id: 'getTask', summary: 'Read a task', tag, params: idParams, status: 200, response: dto.task, errors: [notFound] });
export const updateTask = route({ method: 'PATCH', path: `${base}/{id}`, id: 'updateTask', summary: 'Change a task', tag, params: idParams, body: dto.updateTaskBody, status: 200, response: dto.task, errors: [notFound, 'STALE_VERSION', 'ASSIGNEE_NOT_FOUND', 'LINKED_RECORD_NOT_FOUND'] });
export const deleteTask = route({ method: 'DELETE', path: `${base}/{id}`, id: 'deleteTask', summary: 'Move a task to the bin', tag, params: idParams, status: 204, errors: [notFound] });
export const restoreTask = route({ method: 'POST', path: `${base}/{id}/restore`, id: 'restoreTask', summary: 'Bring a task back from the bin', tag, params: idParams, status: 200, response: dto.task, errors: [notFound] });
export const bulkDeleteTasks = route({ method: 'POST', path: `${base}/bulk-delete`, id: 'bulkDeleteTasks', summary: 'Move many tasks to the bin', tag, body: bulkDeleteBody, status: 200, response: undoable, errors: [notFound] });
export const bulkAssignTasks = route({ method: 'POST', path: `${base}/bulk-assign`, id: 'bulkAssignTasks', summary: 'Give many tasks a new owner', tag, body: bulkAssignBody, status: 200, response: undoable, errors: [notFound, 'OWNER_NOT_FOUND'] });
export const getMyDay = route({ method: 'GET', path: '/api/v1/my-day', id: 'getMyDay', summary: "The caller's tasks and the deals that ask for something", tag, query: dto.myDayQuery, status: 200, response: dto.myDay });
