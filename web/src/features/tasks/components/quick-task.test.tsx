import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { addDays, today } from '@/lib/format.js';
import { aTask, me } from '@/testing/factories.js';
import { renderPage } from '@/testing/render-page.js';
import { serve } from '@/testing/serve.js';
import { QuickTask } from './quick-task.js';

async function open(): Promise<{ sent: Record<string, unknown>[]; type: (text: string) => Promise<void>; user: Awaited<ReturnType<typeof renderPage>>['user'] }> {
  const sent: Record<string, unknown>[] = [];
  const { user } = await renderPage(() => <QuickTask />, { path: '/tasks', at: '/tasks' });
  serve({ 'POST /tasks': ({ body }) => {
    sent.push(body as Record<string, unknown>);
    return { status: 201, body: aTask() };
  } });
  return { sent, user, type: (text) => user.type(screen.getByRole('textbox', { name: 'Add a task' }), text) };
}

describe('a quick task', () => {
  it('is due when the line says, which is shown before it is saved', async () => {
    const { sent, type } = await open();
    await type('Call Ada tomorrow 3pm');
    expect(screen.getByText(/^Due .+, 3:00\sPM$/)).toBeVisible();
    await type('{Enter}');
    await waitFor(() => expect(sent).toEqual([expect.objectContaining({ subject: 'Call Ada', dueDate: addDays(today(), 1), dueTime: '15:00', assigneeId: me })]));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Add a task' })).toHaveValue(''));
  });

  it('keeps the words, due today, when the person says so', async () => {
    const { sent, type, user } = await open();
    await type('Call Ada tomorrow 3pm');
    await user.click(screen.getByRole('button', { name: 'Keep the words, due today' }));
    expect(screen.queryByText(/^Due /)).not.toBeInTheDocument();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent).toEqual([expect.objectContaining({ subject: 'Call Ada tomorrow 3pm', dueDate: today(), dueTime: null })]));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Add a task' })).toHaveValue(''));
    await type('Next one today');
    expect(screen.getByText(/^Due /)).toBeVisible();
  });
});
