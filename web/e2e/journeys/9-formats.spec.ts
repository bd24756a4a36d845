import { randomUUID } from 'node:crypto';
import { look } from '../harness/look.js';
import { addDeals, defaultPipeline } from '../harness/sales.js';
import { expect, test } from '../harness/test.js';

interface Chosen {
  user: { timeZone: string; dateOrder: string; clock: string; numberFormat: string; weekStart: string; version: number };
}

test.describe('a British browser at the other end of the world', () => {
  test.use({ locale: 'en-GB', timezoneId: 'Pacific/Chatham' });

  test('decides how days, times and numbers look, once, for every device @once', async ({ page, api, owner: _owner, browser, baseURL }) => {
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

  test('shows German days and numbers, and keeps them when the language changes @once', async ({ page, api, owner }) => {
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

test.describe('days that are typed', () => {
  test('are read in a dialog, or refused at the field with the text kept', async ({ page, api, owner: _owner }) => {
    await page.goto('/tasks');
    await page.getByRole('button', { name: 'Add task' }).first().click();
    await page.getByRole('textbox', { name: 'What needs to be done' }).fill('Read the tender');
    const due = page.getByRole('textbox', { name: 'Due' });
    await due.fill('02/31/2027');
    await page.getByRole('dialog').getByRole('button', { name: /^Add task/ }).click();
    await expect(page.getByText(/^This is no day/)).toBeVisible();
    await expect(due).toHaveValue('02/31/2027');
    await expect(due).toBeFocused();
    await look(page, 'day-refused');
    await due.fill('12/15/26');
    await expect(page.getByText('= Tuesday, December 15, 2026')).toBeVisible();
    await page.getByRole('textbox', { name: 'Time' }).fill('3:30p');
    await look(page, 'day-understood');
    await page.getByRole('dialog').getByRole('button', { name: /^Add task/ }).click();
    await expect(page.getByText('Read the tender added.')).toBeVisible();
    const { items } = await api.get<{ items: unknown[] }>('/tasks');
    expect(items).toEqual([expect.objectContaining({ subject: 'Read the tender', dueDate: '2026-12-15', dueTime: '15:30' })]);
  });

  test('in place stay open until they make a day @once', async ({ page, api, owner: _owner }) => {
    const [deal] = await addDeals(api, await defaultPipeline(api), ['Engine no. 2']);
    await page.goto(`/deals/${deal?.id}`);
    await page.getByRole('button', { name: /^Expected close: / }).click();
    const field = page.getByRole('textbox', { name: 'Expected close' });
    await field.fill('02/31/2027');
    await field.press('Enter');
    await expect(page.getByText(/^This is no day/)).toBeVisible();
    await expect(field).toHaveValue('02/31/2027');
    await field.fill('2/28/27');
    await field.press('Enter');
    await expect(page.getByRole('button', { name: /^Expected close: Feb 28, 2027/ })).toBeVisible();
    await expect.poll(() => api.get(`/deals/${deal?.id}`)).toMatchObject({ expectedClose: '2027-02-28' });
  });
});

test.describe('a filter by days on a device in Chatham', () => {
  test.use({ locale: 'en-GB', timezoneId: 'Pacific/Chatham' });

  test('asks for the day itself, which is that of the workspace for everybody, and survives a year that is being typed', async ({ page, api, owner: _owner, colleague }) => {
    await api.post('/contacts', { firstName: 'Grace', lastName: 'Hopper' });
    const filter = (value: string) => `/contacts?filter=${encodeURIComponent(JSON.stringify({ and: [{ field: 'createdAt', op: 'lt', value }] }))}`;
    await page.goto(filter('2030-11-29'));
    await page.getByRole('button', { name: 'Created is before 29 Nov 2030' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit the filter' });
    await expect(dialog.getByText('Days of UTC, the time zone of the workspace.')).toBeVisible();
    const day = dialog.getByRole('textbox', { name: 'Created' });
    await day.clear();
    await day.pressSequentially('30/11/2030');
    await look(page, 'filter-by-day');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Created is before 30 Nov 2030' })).toBeVisible();
    expect(JSON.parse(new URL(page.url()).searchParams.get('filter') ?? '')).toEqual({ and: [{ field: 'createdAt', op: 'lt', value: '2030-11-30' }] });
    await expect(page.getByRole('link', { name: 'Grace Hopper' })).toBeVisible();

    await colleague.page.goto(page.url());
    await expect(colleague.page.getByRole('button', { name: 'Created is before Nov 30, 2030' })).toBeVisible();
    // A link of before, when the instant travelled: shown as the day that it is in the workspace.
    await page.goto(filter('2030-11-29T10:15:00.000Z'));
    await expect(page.getByRole('button', { name: 'Created is before 29 Nov 2030' })).toBeVisible();
  });
});
