import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { aMember, anId, aSession } from '@/testing/factories.js';
import { openApp } from '@/testing/open-app.js';
import { problem, serve } from '@/testing/serve.js';

const noInvitations = { 'GET /invitations': () => ({ body: { items: [] } }) };
const at = '2030-01-01T00:00:00.000Z';

describe('members', () => {
  it('shows what failed, and tries again', async () => {
    openApp('/settings/members');
    serve({ ...noInvitations, 'GET /members': () => problem(500, 'INTERNAL') });
    expect(await screen.findByText('req-1')).toBeVisible();
    serve({ 'GET /members': () => ({ body: { items: [aMember({ name: 'Charles Babbage', userId: anId(3) })] } }) });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Charles Babbage')).toBeVisible();
  });

  it('shows the link of an invitation once', async () => {
    openApp('/settings/members');
    const invitation = { id: anId(7), email: 'grace@example.com', role: 'member', invitedBy: anId(1), createdAt: at, expiresAt: at };
    serve({ ...noInvitations, 'POST /invitations': () => ({ status: 201, body: { invitation, link: 'http://localhost/join#secret' } }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Invite' }));
    await userEvent.type(screen.getByRole('textbox', { name: /Email/ }), 'grace@example.com');
    await userEvent.click(screen.getByRole('button', { name: 'Create link' }));
    expect(await screen.findByRole('textbox', { name: 'Invitation link' })).toHaveValue('http://localhost/join#secret');
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    await userEvent.click(screen.getByRole('button', { name: 'Invite' }));
    expect(screen.queryByDisplayValue('http://localhost/join#secret')).not.toBeInTheDocument();
  });
});

describe('the usage', () => {
  it('shows each quota in words and as a bar, and what to do about a full one', async () => {
    openApp('/settings/usage');
    const items = [{ quota: 'records', used: 250, limit: 1000 }, { quota: 'bytes', used: 1_610_612_736, limit: 1_610_612_736 }, { quota: 'events', used: 0, limit: 200_000 }];
    serve({ 'GET /settings/usage': () => ({ body: { items } }) });
    const records = await screen.findByRole('meter', { name: 'Records' });
    expect(records).toHaveAttribute('aria-valuenow', '25');
    expect(screen.getByText('250 of 1,000')).toBeVisible();
    expect(screen.getByRole('meter', { name: 'Storage' })).toHaveAttribute('aria-valuetext', '1.5 GB of 1.5 GB');
    expect(screen.getByText(/^100% is used/)).toBeVisible();
    expect(screen.getByRole('meter', { name: 'Changes this hour' })).toHaveAttribute('aria-valuenow', '0');
  });

  it('shows what failed, and tries again', async () => {
    openApp('/settings/usage');
    serve({ 'GET /settings/usage': () => problem(500, 'INTERNAL') });
    expect(await screen.findByText('req-1')).toBeVisible();
    serve({ 'GET /settings/usage': () => ({ body: { items: [] } }) });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/^How much of this installation/)).toBeVisible();
  });
});

describe('the workspace', () => {
  const { workspace } = aSession();

  it('sends what was changed, with the version that was read', async () => {
    openApp('/settings/workspace');
    const bodies: unknown[] = [];
    serve({
      'PATCH /workspace': ({ body }) => {
        bodies.push(body);
        return { body: { ...workspace, ...(body as object), version: 1 + bodies.length } };
      },
    });
    await retype('Engines');
    expect(await screen.findByText('Workspace saved.')).toBeVisible();
    await retype('Looms');
    await waitFor(() => expect(bodies).toEqual([{ name: 'Engines', version: 1 }, { name: 'Looms', version: 2 }]));
  });

  it('keeps what somebody else changed meanwhile in other fields', async () => {
    openApp('/settings/workspace');
    const theirs = { ...workspace, locale: 'de', version: 2 };
    serve({
      'PATCH /workspace': ({ body }) => {
        const { version, ...fields } = body as { version: number };
        return version === 2 ? { body: { ...theirs, ...fields, version: 3 } } : problem(409, 'STALE_VERSION', { current: theirs });
      },
    });
    await retype('Engines');
    await waitFor(() => expect(screen.getByRole('button', { name: /Workspace language/ })).toHaveTextContent('Deutsch'));
    expect(screen.getByRole('textbox', { name: /Name/ })).toHaveValue('Engines');
  });

  it('asks which name stays when somebody else wrote another one', async () => {
    openApp('/settings/workspace');
    const theirs = { ...workspace, name: 'Looms', version: 2 };
    serve({ 'PATCH /workspace': () => problem(409, 'STALE_VERSION', { current: theirs }) });
    await retype('Engines');
    const dialog = await screen.findByRole('dialog', { name: 'Changed meanwhile' });
    expect(within(dialog).getByText('Saved meanwhile')).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep editing' }));
    expect(screen.getByRole('textbox', { name: /Name/ })).toHaveValue('Engines');
    expect(screen.queryByText(/Somebody changed this|went wrong/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    const again = await screen.findByRole('dialog', { name: 'Changed meanwhile' });
    await userEvent.click(within(again).getByRole('radio', { name: /Looms/ }));
    await userEvent.click(within(again).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: /Name/ })).toHaveValue('Looms'));
  });

  async function retype(name: string): Promise<void> {
    const field = await screen.findByRole('textbox', { name: /Name/ });
    await userEvent.clear(field);
    await userEvent.type(field, name);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  }
});

describe('the profile', () => {
  it('says at the field that the current password is another one', async () => {
    openApp('/settings/profile');
    const errors = [{ field: 'currentPassword', code: 'WRONG_CREDENTIALS', message: 'This is not your password.' }];
    serve({ 'GET /sessions': () => ({ body: { items: [] } }), 'POST /user/change-password': () => problem(403, 'WRONG_CREDENTIALS', { errors }) });
    await userEvent.type(await screen.findByLabelText(/Current password/), 'wrong');
    await userEvent.click(screen.getByRole('button', { name: 'Change password' }));
    expect(await screen.findByText('This is not the current password.')).toBeVisible();
    expect(screen.getByLabelText(/Current password/)).toBeInvalid();
  });

  it('takes a choice back when it cannot be saved', async () => {
    openApp('/settings/profile');
    serve({ 'GET /sessions': () => ({ body: { items: [] } }), 'PATCH /user': () => problem(500, 'INTERNAL') });
    const letters = await screen.findByRole('switch', { name: /single letters/ });
    await userEvent.click(letters);
    expect(await screen.findByText(/Something went wrong on our side.*req-1/)).toBeVisible();
    await waitFor(() => expect(letters).toBeChecked());
  });
});

describe('sample data', () => {
  it('asks before they are removed for good', async () => {
    openApp('/settings/sample-data');
    serve({ 'GET /sample-data': () => ({ body: { loaded: true, counts: { companies: 60, contacts: 200, deals: 90, tasks: 40, notes: 30 } } }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Remove sample data' }));
    expect(await screen.findByRole('alertdialog', { name: 'Remove the sample data?' })).toBeVisible();
  });

  it('shows what failed', async () => {
    openApp('/settings/sample-data');
    serve({ 'GET /sample-data': () => problem(503, 'UNAVAILABLE') });
    expect(await screen.findByText('A part of the system is not ready. Try again in a moment.', {}, { timeout: 8_000 })).toBeVisible();
  });
});
