import type { Page } from '@playwright/test';
import type { Api } from '../harness/api.js';
import { expectAccessible } from '../harness/look.js';
import { expectLargeTargets } from '../harness/targets.js';
import { expect, isPhone, test } from '../harness/test.js';

interface Items {
  items: { id: string; contacts?: unknown[]; status?: string }[];
}

/** Every page of the app, on the sample data. */
async function pagesOf(api: Api): Promise<string[]> {
  await api.post('/sample-data');
  const [contacts, companies, deals] = await Promise.all([api.get<Items>('/contacts'), api.get<Items>('/companies'), api.get<Items>('/deals', { limit: '100' })]);
  const deal = deals.items.find(({ contacts: people, status }) => status === 'open' && (people?.length ?? 0) > 1);
  const won = deals.items.find(({ status }) => status === 'won');
  const records = [`/contacts/${contacts.items[0]?.id}`, `/companies/${companies.items[0]?.id}`, `/deals/${won?.id}`, ...['timeline', 'tasks', 'notes', 'history'].map((tab) => `/deals/${deal?.id}?tab=${tab}`)];
  const settings = ['profile', 'workspace', 'members', 'usage', 'pipelines', 'currencies', 'lost-reasons', 'sample-data'].map((name) => `/settings/${name}`);
  return ['/my-day', '/contacts', '/companies', '/deals', '/deals?view=table', '/tasks', '/bin', ...records, ...settings];
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
}

test('axe finds nothing on any page, and every target is large enough for a finger', async ({ page, api, owner: _owner }, testInfo) => {
  test.setTimeout(300_000);
  for (const path of await pagesOf(api)) {
    await test.step(path, async () => {
      await open(page, path);
      await expectAccessible(page);
      if (isPhone(testInfo)) await expectLargeTargets(page);
    });
  }
});

test('so is every target of what opens above a page @finger', async ({ page, owner: _owner }) => {
  await open(page, '/contacts');
  for (const kind of ['Contact', 'Company', 'Deal', 'Task']) {
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('dialog').getByRole('radio', { name: kind }).click();
    await expect(page.getByRole('dialog').getByRole('status', { name: 'Loading' })).toHaveCount(0);
    await expectLargeTargets(page);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('option', { name: 'Name' }).click();
  // It stands where it will, and hears the key.
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expectLargeTargets(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expectLargeTargets(page);
});
