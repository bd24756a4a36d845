import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { aTask } from '@/testing/factories.js';
import { openApp } from '@/testing/open-app.js';
import { problem, serve } from '@/testing/serve.js';

const none = { 'GET /tasks': () => ({ body: { items: [], nextCursor: null } }) };

describe('tasks', () => {
  it('has a verb when there are none', async () => {
    openApp('/tasks');
    serve(none);
    expect(await screen.findByRole('heading', { name: 'No tasks here' })).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Add task' })).not.toHaveLength(0);
  });

  it('shows what failed', async () => {
    openApp('/tasks');
    serve({ 'GET /tasks': () => problem(500, 'INTERNAL') });
    expect(await screen.findByRole('heading', { name: 'That did not work' })).toBeVisible();
  });

  it('shows "Not found" for a task that does not exist or is not ours', async () => {
    openApp('/tasks?peek=0192f0c1-7d2a-7b3c-9a51-2f4f6f0d8aff');
    serve({ ...none, 'GET /tasks/:id': () => problem(404, 'TASK_NOT_FOUND') });
    expect(await screen.findByRole('heading', { name: 'Not found' })).toBeVisible();
  });

  it('sends only what was changed, and keeps the text when saving fails', async () => {
    const sent: unknown[] = [];
    const task = aTask({ version: 3 });
    openApp(`/tasks?peek=${task.id}`);
    serve({
      'GET /tasks': () => ({ body: { items: [task], nextCursor: null } }),
      'GET /tasks/:id': () => ({ body: task }),
      'PATCH /tasks/:id': ({ body }) => {
        sent.push(body);
        return problem(400, 'VALIDATION_FAILED', { errors: [{ field: 'subject', code: 'TOO_BIG', message: 'Too long.' }] });
      },
    });
    const subject = await screen.findByRole('textbox', { name: /What needs to be done/ });
    await userEvent.type(subject, ' again');
    await userEvent.click(screen.getByRole('button', { name: /Save/ }));
    expect(await screen.findByText('This is too long.')).toBeVisible();
    expect(subject).toHaveValue('Call Charles again');
    expect(sent).toEqual([{ version: 3, subject: 'Call Charles again' }]);
  });
});
