import { addContact } from '../harness/people.js';
import { card, defaultPipeline } from '../harness/sales.js';
import { expect, notice, test } from '../harness/test.js';

test.use({ provokes: /ERR_FAILED|status of 401|only for people who are signed in/ });

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

test('what is typed in place is still there after the session ended and the person signed in again @keyboard', async ({ page, context, api, owner }) => {
  const { id } = await addContact(api);
  const note = await api.post<{ id: string }>('/notes', { record: { kind: 'contact', id }, body: '<p>before</p>' });
  await page.goto(`/contacts/${id}?tab=notes`);
  await page.getByRole('button', { name: /^Actions for the note/ }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Text of the note' }).pressSequentially(' and after');
  await page.getByRole('button', { name: /^(Add )?Job title/ }).click();
  await page.keyboard.type('Rear Admiral');
  await context.clearCookies();
  await page.keyboard.press('Enter');
  await page.getByLabel('Email').fill(owner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  await page.keyboard.press('Enter');
  // Both stand open again; the note takes the focus, and leaving the field saves it.
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toHaveText('before and after');
  await page.getByRole('textbox', { name: 'Text of the note' }).press('Control+Enter');
  await expect.poll(async () => [(await api.get<{ title: string }>(`/contacts/${id}`)).title, (await api.get<{ body: string }>(`/notes/${note.id}`)).body]).toEqual(['Rear Admiral', '<p>before and after</p>']);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Job title: Rear Admiral. Edit' })).toBeVisible();
});

test('a change that was undone, by the key or in another tab, is offered for undoing no more @keyboard', async ({ page, context, api, owner: _owner }) => {
  await page.goto('/companies');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const add = async (name: string): Promise<string> => {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/companies'));
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    return (await answered).headers()['change-set-id'] ?? '';
  };
  await add('By the key');
  await page.keyboard.press('Control+z');
  await expect(notice(page, 'Undone.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  await expect(notice(page, 'By the key added.')).toBeHidden();
  const other = await context.newPage();
  await other.goto('/companies');
  const change = await add('Elsewhere');
  await expect(other.getByRole('link', { name: 'Elsewhere' })).toBeVisible();
  await api.post(`/change-sets/${change}/undo`);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden({ timeout: 3_000 });
  for (const tab of [page, other]) await expect(tab.getByRole('link', { name: 'Elsewhere' })).toBeHidden();
  // Nor does the key undo it once more.
  await page.keyboard.press('Control+z');
  await expect(notice(page, 'There is nothing to undo.')).toBeVisible();
});

test('a save that is refused says so once, and only what was typed is said to be kept @keyboard', async ({ page, context, api, owner: _owner }) => {
  const { id } = await addContact(api);
  await page.goto(`/contacts/${id}`);
  await page.getByRole('button', { name: /^(Add )?Job title/ }).click();
  await page.keyboard.type('Rear Admiral');
  await context.route('**/api/v1/contacts/**', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
  await page.keyboard.press('Enter');
  const reason = page.getByText('The server cannot be reached. Check the connection. What you typed is still here.');
  await expect(reason).toBeVisible();
  await expect(reason).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: 'Job title' })).toHaveValue('Rear Admiral');
  await context.unroute('**/api/v1/contacts/**');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Job title: Rear Admiral. Edit' })).toBeVisible();
  await context.route('**/api/v1/companies*', (route) => route.abort());
  await page.getByRole('link', { name: 'Companies' }).first().click();
  await expect(page.getByRole('main').getByText('The server cannot be reached. Check the connection.', { exact: true })).toBeVisible();
});
