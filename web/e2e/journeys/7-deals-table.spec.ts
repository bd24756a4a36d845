import { look } from '../harness/look.js';
import { addDeals, cardNames, defaultPipeline } from '../harness/sales.js';
import { expect, notice, test } from '../harness/test.js';

test('a deal is added by keyboard, stands in the table, and on top of its column', async ({ page, api, owner: _owner }) => {
  await addDeals(api, await defaultPipeline(api), ['Engine no. 2', 'Loom automation']);
  await page.goto('/deals?view=table');
  await expect(page.getByRole('link', { name: 'Engine no. 2' })).toBeVisible();
  await look(page, 'deals-table');

  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Add deal' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('Give the deal a name.')).toBeVisible();
  await page.keyboard.type('Telegraph');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2,500');
  await look(page, 'add-deal');
  await page.keyboard.press('Control+Enter');
  await expect(notice(page, 'Telegraph added.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Telegraph' })).toBeVisible();
  await page.goto('/deals');
  await expect(cardNames(page, 'Qualified')).toHaveText(['Telegraph', 'Engine no. 2', 'Loom automation']);
});
