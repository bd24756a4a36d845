import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { aDay, aTask } from '@/testing/factories.js';
import { openApp } from '@/testing/open-app.js';
import { problem, serve } from '@/testing/serve.js';

describe('my day', () => {
  it('offers a fresh workspace two ways on', async () => {
    openApp('/my-day');
    serve({ 'GET /contacts': () => ({ body: { items: [], nextCursor: null } }) });
    expect(await screen.findByRole('heading', { name: 'Welcome, Ada' })).toBeVisible();
    expect(screen.getByRole('button', { name: /Add a contact/ })).toBeVisible();
    expect(screen.getByRole('button', { name: /Load sample data/ })).toBeVisible();
  });

  it('says what failed with the number to quote, and tries again', async () => {
    openApp('/my-day');
    serve({ 'GET /my-day': () => problem(500, 'INTERNAL') });
    expect(await screen.findByRole('heading', { name: 'This did not work' })).toBeVisible();
    expect(screen.getByText('req-1')).toBeVisible();
    serve({ 'GET /my-day': () => ({ body: aDay({ dueToday: [aTask()] }) }) });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Call Charles')).toBeVisible();
  });

  it('completes the focused task with one key and offers Undo', async () => {
    const sent: unknown[] = [];
    openApp('/my-day');
    serve({
      'GET /my-day': () => ({ body: aDay({ dueToday: [aTask({ version: 3 })] }) }),
      'PATCH /tasks/:id': ({ body }) => {
        sent.push(body);
        return { body: aTask({ status: 'done', version: 4 }), headers: { 'Change-Set-Id': 'change-1' } };
      },
    });
    const list = await screen.findByRole('list', { name: 'Today' });
    within(list).getByRole('button', { name: 'Call Charles' }).focus();
    await userEvent.keyboard('d');
    expect(await screen.findByText('Task “Call Charles” done.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
    expect(sent).toEqual([{ version: 3, status: 'done' }]);
  });

  it('takes a completion back when the server refuses it', async () => {
    openApp('/my-day');
    serve({ 'GET /my-day': () => ({ body: aDay({ dueToday: [aTask()] }) }), 'PATCH /tasks/:id': () => problem(403, 'FORBIDDEN') });
    await userEvent.click(await screen.findByRole('button', { name: 'Complete “Call Charles”' }));
    expect(await screen.findByText(/Your role does not allow this/)).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Complete “Call Charles”' })).toBeVisible();
  });
});
