import type { Page } from '@playwright/test';
import { Api } from '../harness/api.js';
import { look } from '../harness/look.js';
import { addCompany, addContact } from '../harness/people.js';
import { expect, isPhone, notice, test } from '../harness/test.js';

const field = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}: `) });

/** Opens a field for editing in the way of the device and writes into it. */
async function write(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).press('Enter');
  await page.keyboard.type(text);
}

test('a company is added by keyboard, and one that is known already shows while its domain is typed', { tag: '@keyboard' }, async ({ page, api, owner: _owner }) => {
  await addCompany(api, 'Analytical Engines', { domain: 'engines.example' });
  await page.goto('/companies');
  await expect(page.getByRole('link', { name: 'Analytical Engines' })).toBeVisible();
  await look(page, 'companies');
  await page.keyboard.press('c');
  await page.getByRole('radio', { name: 'Company' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add company' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Engines Ltd');
  await dialog.getByLabel('Domain').fill('https://www.engines.example/about');
  await expect(dialog.getByText('Possible duplicate')).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'Open Analytical Engines' })).toBeVisible();
  await look(page, 'company-duplicate');
  await dialog.getByLabel('Domain').fill('other.example');
  await expect(dialog.getByText('Possible duplicate')).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(notice(page, 'Engines Ltd added.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Engines Ltd' })).toBeVisible();
});

test('a known email shows who has it, and leads there', async ({ page, api, owner: _owner }) => {
  await addContact(api);
  await page.goto('/contacts');
  await page.getByRole('button', { name: 'Add contact' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add contact' });
  await dialog.getByLabel('First name').fill('Grace');
  await dialog.getByLabel('Email').fill('GRACE@navy.example');
  await expect(dialog.getByText('same email')).toBeVisible();
  await look(page, 'contact-duplicate');
  await dialog.getByRole('button', { name: 'Add contact' }).click();
  await expect(dialog.getByText('This email is already in use.').first()).toBeVisible();
  await expect(dialog.getByLabel('First name')).toHaveValue('Grace');
  await dialog.getByRole('link', { name: 'Open Grace Hopper' }).click();
  await expect(page.getByRole('heading', { name: 'Grace Hopper', level: 1 })).toBeVisible();
});

test('a name alone tells who is known: a company without a domain, a contact among the people of its company @once', async ({ page, api, owner: _owner }) => {
  await addCompany(api, 'Plain Trading', {});
  const { id: companyId } = await addCompany(api, 'Harvard', {});
  await addContact(api, { firstName: 'Howard', lastName: 'Aiken', emails: [], companyId });
  await page.goto('/companies');
  await page.getByRole('button', { name: 'Add company' }).first().click();
  const company = page.getByRole('dialog', { name: 'Add company' });
  await company.getByRole('textbox', { name: 'Name' }).fill('Plain Trading');
  await expect(company.getByText('Plain Trading · similar name')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto('/contacts');
  await page.getByRole('button', { name: 'Add contact' }).first().click();
  const contact = page.getByRole('dialog', { name: 'Add contact' });
  await contact.getByLabel('Last name').fill('Aiken');
  await contact.getByRole('combobox', { name: 'Company' }).fill('Harv');
  await page.getByRole('option', { name: 'Harvard' }).click();
  await expect(contact.getByText('Howard Aiken · Harvard · similar name in this company')).toBeVisible();
});

test('a contact is edited in place, field after field, and its history tells', async ({ page, api, owner: _owner }) => {
  await addCompany(api, 'Babbage & Sons');
  const { id } = await addContact(api);
  await page.goto(`/contacts/${id}`);
  await write(page, 'Job title', 'Rear admiral');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Email 1' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Job title: Rear admiral. Edit' })).toBeVisible();

  await field(page, 'Emails').press('Enter');
  await page.getByRole('button', { name: 'Add email' }).click();
  await page.keyboard.type('hopper@home.example');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('link', { name: 'hopper@home.example' })).toBeVisible();

  await write(page, 'Company', 'babb');
  await page.getByRole('option', { name: 'Babbage & Sons' }).click();
  await expect(page.getByRole('link', { name: 'Open Babbage & Sons' })).toBeVisible();
  await write(page, 'Company', 'Difference Works');
  await page.getByRole('option', { name: 'Add “Difference Works”' }).click();
  await expect(page.getByRole('link', { name: 'Open Difference Works' })).toBeVisible();
  await look(page, 'contact');

  await page.getByRole('tab', { name: 'Timeline' }).click();
  const history = page.getByRole('tabpanel');
  await expect(history.getByText('Difference Works')).toBeVisible();
  await expect(history.getByText('Rear admiral')).toBeVisible();
  await look(page, 'contact-timeline');
});

test('what the server refuses stays in the field with the reason @once', async ({ page, api, owner: _owner }) => {
  await addContact(api, { firstName: 'Ada', lastName: 'King', emails: [{ email: 'taken@example.com' }] });
  const { id } = await addContact(api);
  await page.goto(`/contacts/${id}`);
  await field(page, 'Emails').press('Enter');
  await page.getByRole('textbox', { name: 'Email 1' }).fill('taken@example.com');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'already in use' }).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Email 1' })).toHaveValue('taken@example.com');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'grace@navy.example' })).toBeVisible();
});

test('two people who edit one field see both values, and choose', async ({ page, api, owner: _owner, colleague }) => {
  const { id } = await addContact(api);
  await page.goto(`/contacts/${id}`);
  await colleague.page.goto(`/contacts/${id}`);
  await write(page, 'Job title', 'Captain');
  await write(colleague.page, 'Job title', 'Commodore');
  await colleague.page.keyboard.press('Enter');
  await expect(colleague.page.getByRole('button', { name: 'Job title: Commodore. Edit' })).toBeVisible();
  // Theirs arrives here by itself, and what is being typed stays.
  await expect(page.getByText('Commodore').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Job title' })).toHaveValue('Captain');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Changed by someone else' });
  await expect(dialog.getByRole('radio', { name: /Yours\s*Captain/ })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: /From Charles Babbage\s*Commodore/ })).toBeVisible();
  await look(page, 'conflict');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Job title: Captain. Edit' })).toBeVisible();
  await expect(colleague.page.getByRole('button', { name: 'Job title: Captain. Edit' })).toBeVisible();
});

test('a note with a mention is written, pinned, and stays through a reload', async ({ page, api, owner: _owner }) => {
  const { id } = await addContact(api);
  await page.goto(`/contacts/${id}?tab=notes`);
  await page.getByRole('button', { name: /^Write a note/ }).click();
  await page.getByRole('textbox', { name: 'Text of the note' }).click();
  await page.keyboard.type('Ask @ada');
  await page.getByRole('option', { name: 'Ada Lovelace' }).click();
  await page.keyboard.type('about the price');
  await look(page, 'note-editor');
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByText('@Ada Lovelace')).toBeVisible();
  await page.getByRole('button', { name: 'Actions for the note by Ada Lovelace' }).click();
  await page.getByRole('menuitem', { name: 'Pin to the top' }).click();
  await expect(page.getByText('Pinned', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('about the price')).toBeVisible();
  await look(page, 'notes');
});

test('a company goes to the bin and comes back, its contacts stay', async ({ page, api, owner: _owner }) => {
  const company = await addCompany(api);
  const contact = await addContact(api, { companyId: company.id });
  await page.goto(`/companies/${company.id}`);
  await page.getByRole('button', { name: 'Actions for Analytical Engines' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(notice(page, 'Analytical Engines is in the bin.')).toBeVisible();
  await page.goto(`/companies/${company.id}`);
  await expect(page.getByText('Company in the bin')).toBeVisible();
  await look(page, 'company-deleted');
  await page.goto('/bin');
  await page.getByRole('button', { name: 'Restore Analytical Engines' }).click();
  await expect(notice(page, 'Analytical Engines is back.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The bin is empty' })).toBeVisible();
  await look(page, 'bin-empty');
  await page.goto(`/contacts/${contact.id}`);
  await expect(page.getByRole('link', { name: 'Open Analytical Engines' })).toBeVisible();
});

test.describe('deleting for good', () => {
  // The history of the contact asks for the name of the company that is gone.
  test.use({ provokes: /status of 404/ });

  test('what is in the bin is deleted for good, after a dialog that names what goes, and the other screen follows', async ({ page, api, owner: _owner, colleague }) => {
    const company = await addCompany(api);
    const contact = await addContact(api, { companyId: company.id });
    await api.post('/notes', { record: { kind: 'company', id: company.id }, body: '<p>About the price</p>' });
    await api.delete(`/companies/${company.id}`);
    await colleague.page.goto('/bin');
    await expect(colleague.page.getByRole('button', { name: 'Restore Analytical Engines' })).toBeVisible();
    await expect(colleague.page.getByRole('button', { name: 'Delete Analytical Engines for good' })).toHaveCount(0);
    await page.goto('/bin');
    await page.getByRole('button', { name: 'Delete Analytical Engines for good' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Delete for good?' });
    await expect(dialog.getByText('Its note is deleted with it.')).toBeVisible();
    await expect(dialog.getByText('What names it stays, without it: 1 contact.')).toBeVisible();
    await look(page, 'bin-purge');
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await expect(notice(page, 'Analytical Engines was deleted for good.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'The bin is empty' })).toBeVisible();
    await expect(colleague.page.getByRole('heading', { name: 'The bin is empty' })).toBeVisible();
    await page.goto(`/contacts/${contact.id}`);
    await expect(page.getByText('Admiral').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Open Analytical Engines' })).toHaveCount(0);
    if (isPhone(test.info())) await page.getByRole('tab', { name: 'Timeline' }).click();
    await expect(page.getByText('no longer there')).toBeVisible();
  });
});

test('a viewer reads everything and is offered no change @once', async ({ page, api, browser, baseURL }) => {
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const owner = new Api(context.request);
  await owner.signUp();
  const { id } = await addContact(owner);
  await api.join(owner, 'Mary Somerville', 'viewer');
  await page.goto('/contacts');
  await expect(page.getByRole('link', { name: 'Grace Hopper' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add contact' })).toHaveCount(0);
  await page.goto(`/contacts/${id}`);
  await expect(page.getByText('Admiral').first()).toBeVisible();
  await expect(field(page, 'Job title')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Actions for Grace Hopper' })).toHaveCount(0);
  await page.goto(`/contacts/${id}?tab=notes`);
  await expect(page.getByText('No notes yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Write a note/ })).toHaveCount(0);
  await context.close();
});
