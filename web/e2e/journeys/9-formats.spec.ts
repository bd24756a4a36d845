import { randomUUID } from 'node:crypto';
import { look } from '../harness/look.js';
import { expect, test } from '../harness/test.js';

interface Chosen {
  user: { timeZone: string; dateOrder: string; clock: string; numberFormat: string; weekStart: string; version: number };
}

test.describe('a British browser at the other end of the world', () => {
  test.use({ locale: 'en-GB', timezoneId: 'Pacific/Chatham' });

  test('decides how days, times and numbers look, once, for every device', async ({ page, api, owner: _owner, browser, baseURL }) => {
    await api.post('/tasks', { subject: 'Read the tender', dueDate: '2031-02-03', dueTime: '15:45', assigneeId: _owner.userId });
    await page.goto('/tasks');
    await expect(page.getByText('3 Feb 2031, 15:45')).toBeVisible();
    await expect.poll(async () => (await api.get<Chosen>('/session')).user).toMatchObject({ timeZone: 'Pacific/Chatham', dateOrder: 'dmy', clock: 'h23', numberFormat: 'commaPoint', weekStart: 'mon' });

    // The same person on an American device.
    const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), locale: 'en-US', timezoneId: 'America/New_York', storageState: await page.context().storageState() });
    const elsewhere = await context.newPage();
    await elsewhere.goto('/tasks');
    await expect(elsewhere.getByText('3 Feb 2031, 15:45')).toBeVisible();
    expect((await api.get<Chosen>('/session')).user).toMatchObject({ timeZone: 'Pacific/Chatham', dateOrder: 'dmy' });
    await context.close();
  });
});

test.describe('a German browser', () => {
  test.use({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });

  test('shows German days and numbers, and keeps them when the language changes', async ({ page, api, owner }) => {
    await api.patch('/user', { locale: 'de', version: 1 });
    await api.post('/tasks', { subject: 'Angebot lesen', dueDate: '2031-02-03', dueTime: '15:45', assigneeId: owner.userId });
    await page.goto('/tasks');
    await expect(page.getByText('3. Feb. 2031, 15:45')).toBeVisible();
    await page.goto('/settings/profile');
    await expect(page.getByRole('status', { name: 'Beispiel' })).toContainText('31.12.2026 · 1.234.567,89 €');
    await page.getByRole('button', { name: /Sprache/ }).click();
    await page.getByRole('option', { name: 'English' }).click();
    await expect(page.getByRole('status', { name: 'Example' })).toContainText('31/12/2026 · €1.234.567,89');
  });
});

test.describe('a browser in New York', () => {
  test.use({ locale: 'en-US', timezoneId: 'America/New_York' });

  test('signs up in US dollars, says so, and the way to change it is there', async ({ page }) => {
    await page.goto('/sign-up');
    await page.getByLabel('Your name').fill('Ada Lovelace');
    await page.getByLabel('Email').fill(`${randomUUID()}@example.com`);
    await page.getByRole('textbox', { name: 'Password' }).fill(`violet anchor ${randomUUID()}`);
    await page.getByLabel('Name of the workspace').fill('Analytical Engines');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await expect(page.getByText('Sums are in USD.')).toBeVisible();
    await look(page, 'first-steps-currency');
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Currencies' })).toBeVisible();
  });
});

test('formats are chosen apart from the language, seen in an example, and hold everywhere', async ({ page, api, owner }) => {
  await api.post('/tasks', { subject: 'Read the tender', dueDate: '2031-02-03', dueTime: '15:45', assigneeId: owner.userId });
  await page.goto('/settings/profile');
  const example = page.getByRole('status', { name: 'Example' });
  await expect(example).toContainText('12/31/2026 · €1,234,567.89');
  await expect(example).toContainText(/5:05\sPM/);
  const choose = async (label: string, option: string | RegExp) => {
    await page.getByRole('button', { name: new RegExp(`${label}$`) }).click();
    await page.getByRole('option', { name: option }).click();
  };
  await choose('Dates', '2026-12-31');
  await choose('Times', '16:05');
  await choose('Numbers', '1’234’567.89');
  await choose('A week begins on', 'Saturday');
  await expect(example).toContainText('Thursday, 2026-12-31, 17:05');
  await expect(example).toContainText('2026-12-31 · €1’234’567.89');
  await look(page, 'formats');
  await page.goto('/tasks');
  await expect(page.getByText('2031-02-03, 15:45')).toBeVisible();
  expect((await api.get<Chosen>('/session')).user).toMatchObject({ dateOrder: 'ymd', clock: 'h23', numberFormat: 'apostrophePoint', weekStart: 'sat' });
  await page.goto('/settings/profile');
  await page.getByRole('button', { name: 'Take over from this device' }).click();
  await expect(example).toContainText('12/31/2026 · €1,234,567.89');
});
