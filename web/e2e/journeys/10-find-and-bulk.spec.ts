import { look } from '../harness/look.js';
import { addContacts } from '../harness/people.js';
import { expect, notice, test } from '../harness/test.js';

test('an empty list says what to do', async ({ page, owner: _owner }) => {
  await page.goto('/contacts');
  await expect(page.getByRole('heading', { name: 'No contacts yet' })).toBeVisible();
  await look(page, 'contacts-empty');
});

test('a filter with alternatives is built by hand, and its address shows a colleague the same', async ({ page, api, owner: _owner, colleague }) => {
  await addContacts(api, 12);
  await page.goto('/contacts');
  await expect(page.getByText('12 contacts')).toBeVisible();
  await look(page, 'contacts');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('option', { name: 'City' }).click();
  await page.getByRole('textbox', { name: 'City' }).fill('koln');
  await expect(page.getByText('6 contacts')).toBeVisible();
  await page.getByRole('button', { name: 'Or another condition' }).click();
  await page.getByRole('textbox', { name: 'City' }).last().fill('bonn');
  await expect(page.getByText('12 contacts')).toBeVisible();
  await look(page, 'filter-editor');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('option', { name: 'Lifecycle' }).click();
  // The list behind has the word too, and which comes last depends on which is drawn first.
  await page.getByRole('dialog').getByText('Customer', { exact: true }).click();
  await expect(page.getByText('4 contacts')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Lifecycle is Customer' })).toBeVisible();

  await colleague.page.goto(page.url());
  await expect(colleague.page.getByText('4 contacts')).toBeVisible();
  await expect(colleague.page.getByRole('button', { name: 'Lifecycle is Customer' })).toBeVisible();
});

const unreadable = 'The filter in this link could not be read. Everything is shown.';

test('a link with a damaged filter opens what it leads to, says so, and is mended by a click', async ({ page, api, owner: _owner }) => {
  await addContacts(api, 3);
  const damaged = '%7B%22and%22%3A%5B%7B%22field%22';
  await page.goto(`/contacts?filter=${damaged}`);
  await expect(page.getByText(unreadable)).toBeVisible();
  await expect(page.getByText('3 contacts')).toBeVisible();
  await look(page, 'damaged-filter');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByText(unreadable)).toBeHidden();
  expect(new URL(page.url()).search).toBe('');
  for (const address of ['/companies?', '/deals?', '/deals?view=table&']) {
    for (const filter of [damaged, 'rubbish', encodeURIComponent('{"x":{"y":1}}')]) {
      await page.goto(`${address}filter=${filter}`);
      await expect(page.getByText(unreadable)).toBeVisible();
    }
  }
});

test('a link that asks for what is not there says so, and shows everything on demand', async ({ page, owner: _owner }) => {
  // The refusals of the server are what it is about: this page may complain of them.
  const visitor = await page.context().newPage();
  const filter = encodeURIComponent(JSON.stringify({ and: [{ field: 'shoes', op: 'eq', value: 'x' }, { field: 'createdAt', op: 'lt', value: 'soon' }] }));
  for (const address of ['/companies?', '/deals?', '/deals?view=table&']) {
    await visitor.goto(`${address}filter=${filter}`);
    await expect(visitor.getByText('This list does not know that filter or order')).toBeVisible();
  }
  await look(visitor, 'refused-filter');
  await visitor.getByRole('button', { name: 'Show everything' }).click();
  await expect(visitor.getByRole('heading', { name: 'No deals in this pipeline yet' })).toBeVisible();
  await visitor.goto('/contacts?sort=rubbish');
  await visitor.getByRole('button', { name: 'Show everything' }).click();
  await expect(visitor.getByRole('heading', { name: 'No contacts yet' })).toBeVisible();
  for (const address of ['/deals?pipeline=rubbish', '/deals?view=rubbish', '/tasks?view=rubbish&sort=1&tab=x', '/contacts?peek=rubbish', '/bin?kind=rubbish', '/settings/pipelines?pipeline=x']) {
    await visitor.goto(address);
    await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('all that match get another owner at once, and Undo gives them back', { tag: '@mouse' }, async ({ page, api, owner: _owner, colleague }) => {
  await addContacts(api, 105);
  await page.goto('/contacts');
  await page.getByRole('checkbox', { name: 'Select all loaded' }).check();
  await page.getByRole('button', { name: 'Select all 105' }).click();
  await expect(page.getByText('105 selected')).toBeVisible();
  await look(page, 'contacts-selected');
  await page.getByRole('button', { name: 'Change owner' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the owner of 105 records' });
  await dialog.getByRole('combobox', { name: 'Owner' }).fill(colleague.person.name);
  await page.getByRole('option', { name: colleague.person.name }).click();
  await dialog.getByRole('button', { name: 'Change owner' }).click();
  await expect(notice(page, 'Owner of 105 records changed.')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: colleague.person.name }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('gridcell', { name: 'Ada Lovelace' }).first()).toBeVisible();
});

test('the list is walked by keys alone: mark, peek, open, edit, delete, undo', { tag: '@keyboard' }, async ({ page, api, owner: _owner }) => {
  await addContacts(api, 6);
  await page.goto('/contacts');
  await expect(page.getByText('6 contacts')).toBeVisible();
  await page.keyboard.press('j');
  const firstRow = page.getByRole('row', { name: /Alan/ }).first();
  await expect(firstRow).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('dialog').getByText('First name')).toBeVisible();
  await look(page, 'contacts-peek');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(firstRow).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'First name' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(firstRow).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+X');
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(page.getByText('3 contacts', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('6 contacts')).toBeVisible();
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Donald Knuth 004' })).toBeVisible();
});
