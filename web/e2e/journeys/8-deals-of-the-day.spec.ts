import { look } from '../harness/look.js';
import { addContact } from '../harness/people.js';
import { addDeals, defaultPipeline } from '../harness/sales.js';
import { expect, notice, test } from '../harness/test.js';

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

test('my day shows the deals that ask for something, each line with its next act', async ({ page, api, owner: _owner }) => {
  const pipeline = await defaultPipeline(api);
  const company = await api.post<{ id: string }>('/companies', { name: 'Analytical Engines' });
  await addDeals(api, pipeline, ['Harbour cranes', 'Tide tables'], { expectedClose: day(-3), nextStep: 'Call', companyId: company.id });
  await addDeals(api, pipeline, ['Loom automation'], { expectedClose: day(3), nextStep: 'Send the offer' });
  await addDeals(api, pipeline, ['Engine no. 2', 'A deal with a name that is a good deal longer than its line is wide'], { expectedClose: day(90) });
  await api.post('/tasks', { subject: 'Call Charles', dueDate: day(0) });
  await page.goto('/my-day');
  const part = (title: string) => page.getByRole('list', { name: title });
  await expect(part('Deals past their date').getByRole('link')).toHaveText(['Tide tables', 'Harbour cranes']);
  await expect(part('Deals closing within a week').getByRole('link')).toHaveText(['Loom automation']);
  await expect(part('Deals without a next step').getByRole('listitem')).toHaveCount(2);
  await look(page, 'my-day-deals');

  await page.getByRole('button', { name: 'Next step of Engine no. 2' }).click();
  await page.getByRole('textbox', { name: 'Next step' }).fill('Send the drawings');
  await look(page, 'my-day-next-step');
  await page.keyboard.press('Enter');
  await expect(notice(page, 'Next step of Engine no. 2 saved.')).toBeVisible();
  await expect(part('Deals without a next step').getByRole('listitem')).toHaveCount(1);

  await page.getByRole('button', { name: 'Move Loom automation' }).click();
  await page.getByRole('menuitem', { name: 'Won' }).click();
  await expect(part('Deals closing within a week')).toHaveCount(0);

  await part('Deals past their date').getByRole('link', { name: 'Tide tables' }).click();
  await expect(page.getByRole('heading', { name: 'Tide tables' })).toBeVisible();
});

test('a date that is past is changed where it is seen, and Undo brings it back @once', async ({ page, api, owner: _owner }) => {
  await addContact(api);
  await addDeals(api, await defaultPipeline(api), ['Harbour cranes'], { expectedClose: day(-3), nextStep: 'Call' });
  await page.goto('/my-day');
  await page.getByRole('button', { name: 'Date of Harbour cranes' }).click();
  const form = page.getByRole('form', { name: 'Date of Harbour cranes' });
  await form.getByRole('textbox', { name: 'Expected close' }).fill(day(90));
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(notice(page, 'Date of Harbour cranes changed.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing to do today' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('list', { name: 'Deals past their date' })).toBeVisible();
});

interface OfSample {
  id: string;
  version: number;
  status: string;
  nextStep: string | null;
  expectedClose: string | null;
  stageEnteredAt: string;
}

test('all that stand too long are seen from my day, and no others @once', async ({ page, api, owner }) => {
  await api.post('/sample-data');
  const pipeline = await defaultPipeline(api);
  // Two whole days are too long, wherever.
  await api.patch(`/pipelines/${pipeline.id}`, { version: pipeline.version, stages: pipeline.stages.map((stage) => (stage.type === 'open' ? { ...stage, rotDays: 1 } : stage)) });
  const { items } = await api.get<{ items: OfSample[] }>('/deals', { limit: '100' });
  await api.post('/deals/bulk-assign', { ids: items.map(({ id }) => id), ownerId: owner.userId });
  const open = (await api.get<{ items: OfSample[] }>('/deals', { limit: '100' })).items.filter(({ status }) => status === 'open');
  // Some are left without a next step: they stand in another part.
  const [, , ...aimless] = open.filter(({ nextStep }) => nextStep === null);
  for (const { id, version } of aimless) await api.patch(`/deals/${id}`, { nextStep: 'Call', version });
  const { deals } = await api.get<{ deals: Record<string, { items: { id: string }[]; more: boolean }> }>('/my-day', { timeZone: 'Europe/Berlin' });
  expect(deals['standing']?.more, 'more of them than my day shows').toBe(true);
  const elsewhere = new Set(['overdue', 'closing', 'withoutNextStep'].flatMap((part) => deals[part]?.items.map(({ id }) => id) ?? []));
  const standing = open.filter(({ id, stageEnteredAt }) => !elsewhere.has(id) && Date.now() - Date.parse(stageEnteredAt) >= 2 * 86_400_000);

  await page.goto('/my-day');
  await page.getByRole('heading', { name: /^Deals standing too long/ }).scrollIntoViewIfNeeded();
  await page.locator('section').filter({ has: page.getByRole('list', { name: 'Deals standing too long' }) }).getByRole('link', { name: 'See all of these deals' }).click();
  await expect(page.getByText(`${standing.length} deals`, { exact: true })).toBeVisible();
  await look(page, 'deals-standing');
});
