import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { openSignedOut } from '@/testing/open-app.js';
import { problem, serve } from '@/testing/serve.js';

describe('a new password', () => {
  it('is judged while it is typed, in words that are read out, with what is known about the person', async () => {
    openSignedOut('/sign-up');
    await userEvent.type(await screen.findByLabelText('Your name'), 'Ada Lovelace');
    const password = screen.getByLabelText('Password');
    await userEvent.type(password, 'Ada');
    const text = await screen.findByText(/^Easy to guess/, undefined, { timeout: 20_000 });
    expect(text.closest('[aria-live=polite]')).not.toBeNull();
    expect(screen.getByText(/At least 12 characters are asked for/)).toBeVisible();
    await userEvent.type(password, 'Lovelace2026');
    expect(await screen.findByText(/your name, your email or your workspace/)).toBeVisible();
    await userEvent.clear(password);
    await waitFor(() => expect(screen.queryByText(/Easy to guess/)).toBeNull());
    await userEvent.type(password, 'seven tame otters juggle');
    expect(await screen.findByText(/^Long enough\. .* once more when you send it\.$/)).toBeVisible();
  });

  // Words that auth knows, and whose lists are too long for a browser.
  it.each(['ichliebedich', 'tequieromucho', 'contraseña123'])('such as %s, which the server refuses, is never called good', async (password) => {
    openSignedOut('/sign-up');
    await userEvent.type(await screen.findByLabelText('Password'), password);
    const text = await screen.findByText(/^(Easy to guess|Long enough)/, undefined, { timeout: 20_000 });
    expect(text.closest('[aria-live=polite]')).not.toHaveTextContent(/good|strong|fine|safe|secure/i);
  });

  it('that is weak is sent all the same: the server decides', async () => {
    openSignedOut('/sign-up');
    serve({ 'POST /auth/sign-up': () => problem(400, 'VALIDATION_FAILED', { errors: [{ field: 'password', code: 'PASSWORD_TOO_COMMON', message: 'No.' }] }) });
    await userEvent.type(await screen.findByLabelText('Password'), 'Summer2026!!');
    expect(await screen.findByText(/^Easy to guess/, undefined, { timeout: 20_000 })).toBeVisible();
    await userEvent.type(screen.getByLabelText('Password'), '{Enter}');
    expect(await screen.findByText(/^Too easy to guess/)).toBeVisible();
    expect(screen.getByLabelText('Password')).toBeInvalid();
  });
});
