import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { aDay, aSession, aTask } from '@/testing/factories.js';
import { openApp, openSignedOut } from '@/testing/open-app.js';
import { problem, serve } from '@/testing/serve.js';

describe('sign-in', () => {
  it('says why it refused, and keeps what was typed', async () => {
    openSignedOut('/sign-in');
    serve({ 'POST /auth/sign-in': () => problem(401, 'WRONG_CREDENTIALS') });
    await userEvent.type(await screen.findByLabelText('Email'), 'ada@example.com');
    await userEvent.type(screen.getByLabelText('Password'), 'wrong password{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Email or password is wrong.');
    expect(screen.getByLabelText('Email')).toHaveValue('ada@example.com');
  });

  it('brings a person whose session ended back to where they were', async () => {
    openApp('/tasks');
    serve({ 'GET /tasks': () => problem(401, 'UNAUTHENTICATED') });
    expect(await screen.findByText(/You were signed out/)).toBeVisible();
    serve({ 'POST /auth/sign-in': () => ({ body: {} }), 'GET /session': () => ({ body: aSession() }), 'GET /my-day': () => ({ body: aDay() }), 'GET /tasks': () => ({ body: { items: [aTask()], nextCursor: null } }) });
    await userEvent.type(screen.getByLabelText('Email'), 'ada@example.com');
    await userEvent.type(screen.getByLabelText('Password'), 'a good long password{Enter}');
    expect(await screen.findByRole('button', { name: 'Call Charles' })).toBeVisible();
  });
});

describe('sign-up', () => {
  it('puts a refusal at its field and gives the field the focus', async () => {
    openSignedOut('/sign-up');
    serve({ 'POST /auth/sign-up': () => problem(400, 'VALIDATION_FAILED', { errors: [{ field: 'password', code: 'PASSWORD_TOO_SHORT', message: 'Too short.' }] }) });
    await userEvent.type(await screen.findByLabelText('Your name'), 'Ada{Enter}');
    const password = screen.getByLabelText('Password');
    expect(await screen.findByText('Use at least 12 characters.')).toBeVisible();
    expect(password).toBeInvalid();
    expect(password).toHaveAccessibleDescription(/Use at least 12 characters/);
    await waitFor(() => expect(password).toHaveFocus());
  });
});

describe('an invitation', () => {
  it('that no longer works says what to do', async () => {
    openSignedOut('/join#aaaaaaaaaaaaaaaaaaaaaaaa');
    serve({ 'POST /auth/invitations/resolve': () => problem(404, 'INVITATION_NOT_FOUND') });
    expect(await screen.findByRole('heading', { name: 'This invitation no longer works' })).toBeVisible();
    expect(screen.getByText(/Ask for a new link/)).toBeVisible();
  });

  it('without its token says the same', async () => {
    openSignedOut('/join');
    expect(await screen.findByRole('heading', { name: 'This invitation no longer works' })).toBeVisible();
  });

  it('asks a person who they are, since the server tells nobody, and sends a name only for somebody new', async () => {
    const invitation = { email: 'grace@example.com', workspaceName: 'Acme', role: 'member', invitedByName: 'Ada', expiresAt: '2027-01-01T00:00:00.000Z' };
    const sent: unknown[] = [];
    openSignedOut('/join#aaaaaaaaaaaaaaaaaaaaaaaa');
    serve({
      'POST /auth/invitations/resolve': () => ({ body: invitation }),
      'POST /auth/invitations/accept': ({ body }) => {
        sent.push(body);
        return problem(401, 'WRONG_CREDENTIALS');
      },
    });
    await userEvent.type(await screen.findByLabelText('Your name'), 'Grace');
    await userEvent.type(screen.getByLabelText('Password'), 'a password{Enter}');
    expect(await screen.findByRole('alert')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'I have an account already' }));
    expect(screen.queryByLabelText('Your name')).not.toBeInTheDocument();
    expect(screen.getByLabelText('Password')).toHaveAttribute('autocomplete', 'current-password');
    await userEvent.click(screen.getByRole('button', { name: 'Join Acme' }));
    await waitFor(() => expect(sent).toMatchObject([{ name: 'Grace', password: 'a password' }, { password: 'a password' }]));
    expect(sent[1]).not.toHaveProperty('name');
  });
});
