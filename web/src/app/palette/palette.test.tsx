import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { router } from '@/app/router.js';
import { aDay, aTask } from '@/testing/factories.js';
import { openApp } from '@/testing/open-app.js';
import { serve } from '@/testing/serve.js';

const hit = { kind: 'task', id: aTask().id, title: 'Theme park', subtitle: '', matchedField: 'name' };

describe('the palette', () => {
  it('puts records before acts, and Enter opens the first', async () => {
    openApp('/my-day');
    serve({ 'GET /my-day': () => ({ body: aDay({ dueToday: [aTask()] }) }), 'GET /search': () => ({ body: { items: [hit] } }), 'GET /tasks': () => ({ body: { items: [], nextCursor: null } }) });
    await screen.findByText('Call Charles');
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.type(await screen.findByRole('combobox'), 'theme');
    expect(await screen.findByRole('option', { name: /Theme park/ })).toBeVisible();
    const options = screen.getAllByRole('option');
    expect(options[0]).toHaveTextContent('Theme park');
    expect(options.length).toBeGreaterThan(1);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.href).toBe(`/tasks?peek=${hit.id}`));
  });

  it('keeps what is typed before its field is there', async () => {
    openApp('/my-day');
    serve({ 'GET /my-day': () => ({ body: aDay({ dueToday: [aTask()] }) }), 'GET /search': () => ({ body: { items: [hit] } }) });
    await screen.findByText('Call Charles');
    await userEvent.keyboard('{Control>}k{/Control}theme');
    expect(await screen.findByRole('combobox')).toHaveValue('theme');
    expect(await screen.findByRole('option', { name: /Theme park/ })).toBeVisible();
  });
});
