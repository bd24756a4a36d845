import { describe, expect, it } from '@jest/globals';
import { settle, type Task } from './task.js';

const at = '2026-05-04T09:30:00.000Z';
const task: Task = { subject: 'Call back', description: null, dueDate: '2026-05-04', dueTime: '10:00', priority: 'normal', status: 'open', assigneeId: null, completedAt: null, links: [] };

describe('a task', () => {
  it('is complete since it was done, also after later changes', () => {
    const done = settle(task, { ...task, status: 'done' }, at);
    expect(done.completedAt).toBe(at);
    expect(settle(done, { ...done, subject: 'Called back' }, '2026-06-01T00:00:00.000Z').completedAt).toBe(at);
  });

  it('that is opened again is not complete', () => {
    expect(settle({ ...task, status: 'done', completedAt: at }, { ...task, completedAt: at }, at).completedAt).toBeNull();
  });

  it('loses its time with its date', () => {
    expect(settle(task, { ...task, dueDate: null }, at)).toMatchObject({ dueDate: null, dueTime: null });
  });

  it('has no time without a date', () => {
    expect(() => settle(null, { ...task, dueDate: null }, at)).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ field: 'dueTime' })] }));
    expect(() => settle({ ...task, dueDate: null, dueTime: null }, { ...task, dueDate: null }, at)).toThrow(expect.objectContaining({ kind: 'invalid' }));
  });
});
