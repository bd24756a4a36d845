import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { look } from '../harness/look.js';
import { expect, isPhone, test } from '../harness/test.js';

/** By keyboard alone: the first field has the focus, Tab leads through, Enter sends. */
async function signUpByKeyboard(page: Page): Promise<void> {
  for (const text of ['Ada Lovelace', `${randomUUID()}@example.com`, `violet anchor ${randomUUID()}`]) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  // Between the password and the workspace stands the eye that shows the password.
  await page.keyboard.press('Tab');
  await page.keyboard.type('Analytical Engines');
  await page.keyboard.press('Enter');
}

async function signUpByFinger(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByLabel('Email').fill(`${randomUUID()}@example.com`);
  await page.getByRole('textbox', { name: 'Password' }).fill(`violet anchor ${randomUUID()}`);
  await page.getByLabel('Name of the workspace').fill('Analytical Engines');
  await page.getByRole('button', { name: 'Sign up' }).tap();
}

test('a person signs up, loads sample data, and removes them without a trace', async ({ page }, testInfo) => {
  const phone = isPhone(testInfo);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await look(page, 'sign-in');
  await page.getByRole('link', { name: 'Sign up' }).click();
  await expect(page.getByRole('heading', { name: 'Start with CRM-VISION' })).toBeVisible();
  await look(page, 'sign-up');
  if (phone) await signUpByFinger(page);
  else await signUpByKeyboard(page);

  await expect(page.getByRole('heading', { name: 'Welcome, Ada' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Add a contact/ })).toBeVisible();
  await look(page, 'first-steps');
  await page.getByRole('button', { name: /Load sample data/ }).click();
  await expect(page.getByText('Sample data loaded.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('list', { name: 'Today' })).toBeVisible();
  await look(page, 'my-day-with-sample-data');

  await page.goto('/deals');
  await expect(page.locator('[data-deal]').first()).toBeVisible();
  await page.goto('/settings/sample-data');
  await expect(page.getByText(/Loaded: 60 companies, 200 contacts, 90 deals/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove sample data' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove sample data' }).click();
  await expect(page.getByText('Sample data removed.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Not loaded.')).toBeVisible();
  for (const place of ['/contacts', '/companies', '/deals', '/bin']) {
    await page.goto(place);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[data-deal], [role=row] a[href^="/co"]')).toHaveCount(0);
  }
  await page.goto('/my-day');
  await expect(page.getByRole('heading', { name: 'Welcome, Ada' })).toBeVisible();
});

test('removing sample data leaves what the person made @once', async ({ page, api, owner: _owner }) => {
  await api.post('/sample-data');
  const { id } = await api.post<{ id: string }>('/contacts', { firstName: 'Grace', lastName: 'Hopper' });
  await page.goto('/settings/sample-data');
  await page.getByRole('button', { name: 'Remove sample data' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove sample data' }).click();
  await expect(page.getByText('Sample data removed.')).toBeVisible({ timeout: 20_000 });
  await page.goto(`/contacts/${id}`);
  await expect(page.getByRole('heading', { name: 'Grace Hopper' })).toBeVisible();
});

test('a colleague joins by the link that is shown once, and signs out and in again', async ({ page, owner, browser }, testInfo) => {
  await page.goto('/settings/members');
  await page.getByRole('button', { name: 'Invite' }).click();
  const email = `${randomUUID()}@example.com`;
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('button', { name: 'Create link' }).click();
  const link = await page.getByRole('textbox', { name: 'Invitation link' }).inputValue();
  await look(page, 'invitation-link');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText(email)).toBeVisible();

  const { baseURL, viewport, colorScheme } = testInfo.project.use;
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), ...(viewport ? { viewport } : {}), ...(colorScheme ? { colorScheme } : {}), locale: 'en-US' });
  const theirs = await context.newPage();
  const password = `violet anchor ${randomUUID()}`;
  const { pathname, hash } = new URL(link);
  // A link of an older release leads to the same page. On neither way is the token left in the address.
  for (const address of [pathname + hash, `${pathname}/${hash.slice(1)}`]) {
    await theirs.goto(address);
    await expect(theirs.getByText(new RegExp(`${owner.name} invited you as member`))).toBeVisible();
    expect(theirs.url()).toBe(new URL('/join', theirs.url()).href);
  }
  await theirs.reload();
  await expect(theirs.getByText(new RegExp(`${owner.name} invited you as member`))).toBeVisible();
  await look(theirs, 'join');
  await theirs.getByLabel('Your name').fill('Charles Babbage');
  await theirs.getByRole('textbox', { name: 'Password' }).fill('CharlesBabbage2026');
  await expect(theirs.getByText('It is made of your name, your email or your workspace.')).toBeVisible();
  await look(theirs, 'join-with-a-weak-password');
  // A hint forbids nothing: the server does.
  await theirs.keyboard.press('Enter');
  await expect(theirs.getByText(/^Too easy to guess/)).toBeVisible();
  await theirs.getByRole('textbox', { name: 'Password' }).fill(password);
  await expect(theirs.getByText(/^Long enough\./)).toBeVisible();
  await look(theirs, 'join-with-a-strong-password');
  await theirs.keyboard.press('Enter');
  await expect(theirs.getByRole('heading', { name: 'My day' })).toBeVisible();

  await theirs.context().clearCookies();
  await theirs.goto('/tasks?view=all');
  await theirs.getByLabel('Email').fill(email);
  await theirs.getByRole('textbox', { name: 'Password' }).fill(password);
  await theirs.keyboard.press('Enter');
  await expect(theirs.getByRole('heading', { name: 'Tasks', exact: true })).toBeVisible();
  expect(new URL(theirs.url()).search).toBe('?view=all');
  await context.close();
});
