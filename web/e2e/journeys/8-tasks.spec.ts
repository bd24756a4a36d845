import type { Page } from '@playwright/test';
import type { Api } from '../harness/api.js';
import { look } from '../harness/look.js';
import { expect, test } from '../harness/test.js';

/** The day in a time zone, as YYYY-MM-DD. */
function dayIn(timeZone: string, daysFromNow = 0): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(Date.now() + daysFromNow * 86_400_000);
}

function section(page: Page, name: string) {
  return page.getByRole('list', { name, exact: true });
}

async function useTimeZone(api: Api, timeZone: string): Promise<void> {
  const { user } = await api.get<{ user: { version: number } }>('/session');
  await api.patch('/user', { timeZone, version: user.version });
}

test('a task is added, completed and brought back by keyboard alone', { tag: '@keyboard' }, async ({ page, owner: _owner }) => {
  await page.goto('/my-day');
  await expect(page.getByRole('heading', { name: 'Welcome, Ada' })).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: /What needs to be done/ })).toBeFocused();
  await page.keyboard.type('Send the offer');
  await look(page, 'add-task');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Send the offer added.')).toBeVisible();

  const row = section(page, 'Today').getByRole('button', { name: 'Send the offer', exact: true });
  await expect(row).toBeVisible();
  await page.keyboard.press('j');
  await expect(row).toBeFocused();
  await page.keyboard.press('d');
  await expect(section(page, 'Done today').getByText('Send the offer')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(section(page, 'Today').getByText('Send the offer')).toBeVisible();
  await expect(section(page, 'Done today')).toHaveCount(0);

  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: 'Tasks', exact: true })).toBeVisible();
  const listed = page.getByRole('button', { name: 'Send the offer', exact: true });
  await expect(listed).toBeVisible();
  await page.keyboard.press('j');
  await expect(listed).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Task' })).toBeVisible();
  await page.getByRole('textbox', { name: /What needs to be done/ }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Send the new offer');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Send the new offer', exact: true })).toBeVisible();
});

test('a task on a record is in My day too, and completing it there shows on the record', async ({ page, api, owner: _owner }) => {
  const { id } = await api.post<{ id: string }>('/contacts', { firstName: 'Charles', lastName: 'Babbage' });
  await page.goto(`/contacts/${id}?tab=tasks`);
  await page.getByPlaceholder('Add a task…').fill('Call about the engine');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Call about the engine', exact: true })).toBeVisible();
  await look(page, 'record-tasks');

  await page.goto('/my-day');
  const today = section(page, 'Today');
  await expect(today.getByRole('link', { name: 'Charles Babbage' })).toBeVisible();
  await today.getByRole('button', { name: 'Complete “Call about the engine”' }).click();
  await expect(section(page, 'Done today').getByText('Call about the engine')).toBeVisible();
  await look(page, 'my-day');
  await page.goto(`/contacts/${id}?tab=tasks`);
  await expect(page.getByRole('button', { name: 'Reopen “Call about the engine”' })).toBeVisible();
});

test('a quick task is due when its line says; what was understood is shown, and can be dismissed', async ({ page, api, owner: _owner }) => {
  const { id } = await api.post<{ id: string }>('/contacts', { firstName: 'Charles', lastName: 'Babbage' });
  await page.goto(`/contacts/${id}?tab=tasks`);
  const line = page.getByRole('textbox', { name: 'Add a task' });
  await line.fill('Call about the engine tomorrow 3pm');
  await expect(page.getByText(/^Due .+, 3:00\sPM$/)).toBeVisible();
  await look(page, 'quick-task-understood');
  await line.press('Enter');
  const row = page.getByRole('listitem').filter({ hasText: 'Call about the engine' });
  await expect(row.getByRole('button', { name: 'Call about the engine', exact: true })).toBeVisible();
  await expect(row.getByText(/^tomorrow, 3:00\sPM$/i)).toBeVisible();

  await line.fill('Film “Friday” see on Friday');
  await page.getByRole('button', { name: 'Keep the words, due today' }).click();
  await expect(page.getByText(/^Due /)).toHaveCount(0);
  await line.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Film “Friday” see on Friday' }).getByText(/^today$/i)).toBeVisible();
});

test('within a day tasks come by their time, then those for the whole day @once', async ({ page, api, owner: _owner }) => {
  const dueDate = dayIn('Europe/Berlin');
  for (const [subject, dueTime] of [['Whole day', null], ['Late', '16:45'], ['Early', '09:30'], ['Mid', '10:00']]) await api.post('/tasks', { subject, dueDate, dueTime });
  await page.goto('/my-day');
  await expect(section(page, 'Today').locator('[data-row]')).toHaveText(['Early', 'Mid', 'Late', 'Whole day']);
  await page.goto('/tasks');
  await expect(page.getByRole('list', { name: 'Tasks' }).locator('[data-row]')).toHaveText(['Early', 'Mid', 'Late', 'Whole day']);
});

test('days follow the time zone of the person: the same task is due today, or overdue and red', async ({ page, api, owner: _owner }) => {
  const dueDate = dayIn('Pacific/Pago_Pago');
  await useTimeZone(api, 'Pacific/Pago_Pago');
  await api.post('/tasks', { subject: 'Read the tender', dueDate });
  await api.post('/tasks', { subject: 'Write the tender', dueDate: dayIn('Pacific/Pago_Pago', 3) });
  await page.goto('/my-day');
  await expect(section(page, 'Today').getByText('Read the tender')).toBeVisible();
  await expect(section(page, 'Next').getByText('Write the tender')).toBeVisible();

  // 25 hours ahead: always another day.
  await useTimeZone(api, 'Pacific/Kiritimati');
  await page.goto('/my-day');
  const overdue = section(page, 'Overdue');
  await expect(overdue.getByText('Read the tender')).toBeVisible();
  await expect(overdue.getByText('Yesterday')).toHaveClass(/text-danger-ink/);
  await look(page, 'my-day-overdue');
  await page.goto('/tasks?view=overdue');
  await expect(page.getByText('Read the tender')).toBeVisible();
  await expect(page.getByText('Write the tender')).toHaveCount(0);
});

test('a colleague sees a new task without loading the page again @once', async ({ page, api, colleague, owner: _owner }) => {
  await page.goto('/tasks?tab=everybody');
  await expect(page.getByRole('heading', { name: 'No tasks here' })).toBeVisible();
  await colleague.api.post('/tasks', { subject: 'Book the train' });
  await expect(page.getByText('Book the train')).toBeVisible();
  await api.post('/tasks', { subject: 'Book the hotel', assigneeId: colleague.person.userId });
  await colleague.page.goto('/my-day');
  await expect(section(colleague.page, 'Without a date').getByText('Book the hotel')).toBeVisible();
});
