import { addContact } from '../harness/people.js';
import { card, defaultPipeline } from '../harness/sales.js';
import { expect, notice, test } from '../harness/test.js';

test('a table that is pasted into a note stays readable, in the note and on the timeline @keyboard', async ({ page, api, owner: _owner }) => {
  const { id } = await addContact(api);
  await page.goto(`/contacts/${id}?tab=notes`);
  await page.getByRole('button', { name: /Write a note/ }).click();
  const text = page.getByRole('textbox', { name: 'Text of the note' });
  await expect(text).toBeFocused();
  await text.evaluate((editor) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', '<style>td { color: red }</style><table><tr><td>Item</td><td>Price</td></tr><tr><td><p>Seats</p></td><td>100</td></tr></table><dl><dt>Term</dt><dd>1 year</dd></dl>');
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(text.locator('p')).toHaveText(['Item | Price', 'Seats | 100', 'Term', '1 year']);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Seats | 100' }).locator('p')).toHaveText(['Item | Price', 'Seats | 100', 'Term', '1 year']);
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(page.getByText('Item | Price Seats | 100 Term 1 year')).toBeVisible();
});

test('what is added on the board of another pipeline goes there, whatever was begun elsewhere @keyboard', async ({ page, api, owner: _owner }) => {
  const usual = await defaultPipeline(api);
  const other = await api.post<{ id: string; name: string }>('/pipelines', { name: 'Renewals', stages: [{ name: 'Due', type: 'open', probability: 50 }, { name: 'Won', type: 'won' }, { name: 'Lost', type: 'lost' }] });
  await page.goto(`/deals?pipeline=${usual.id}`);
  await expect(page.getByRole('region', { name: usual.name })).toBeVisible();
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Name' }).fill('Begun elsewhere');
  await page.keyboard.press('Escape');
  await page.goto(`/deals?pipeline=${other.id}`);
  for (const [way, name] of [['key', 'By key'], ['frame', 'By the frame']] as const) {
    await expect(page.getByRole('region', { name: 'Renewals' })).toBeVisible();
    if (way === 'key') await page.keyboard.press('c');
    else await page.getByRole('complementary').getByRole('button', { name: 'Add' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.keyboard.press('Control+Enter');
    await expect(notice(page, `${name} added.`)).toBeVisible();
    await expect(card(page, name)).toBeVisible();
  }
});

test('Enter saves a date in its place @keyboard', async ({ page, api, owner: _owner }) => {
  const pipeline = await defaultPipeline(api);
  const { id } = await api.post<{ id: string }>('/deals', { name: 'Engine', stageId: pipeline.stages[0]?.id, expectedClose: '2030-06-15' });
  await page.goto(`/deals/${id}`);
  await page.getByRole('button', { name: /^Expected close: / }).click();
  await expect(page.getByRole('textbox', { name: 'Expected close' })).toBeFocused();
  await page.keyboard.type('7/15/30');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Expected close: .*Jul/ })).toBeFocused();
  await expect.poll(() => api.get(`/deals/${id}`)).toMatchObject({ expectedClose: '2030-07-15' });
});
