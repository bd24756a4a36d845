import { look } from '../harness/look.js';
import { addContact } from '../harness/people.js';
import { expect, isPhone, notice, test } from '../harness/test.js';

interface Contact {
  phones: { phone: string }[];
}

test.describe('phone numbers', () => {
  test.use({ provokes: /status of 400/ });

  test('are typed and shown as people in the country write them', async ({ page, api, owner: _owner }, testInfo) => {
    await page.goto('/settings/workspace');
    const country = page.getByRole('combobox', { name: 'Country' });
    await expect(country).toHaveValue('');
    await country.fill('Germ');
    await page.getByRole('option', { name: 'Germany' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(notice(page, 'Workspace saved.')).toBeVisible();
    await look(page, 'workspace-country');

    const { id } = await addContact(api, { phones: [{ phone: '+61 2 5550 1539', label: 'home' }, { phone: '+1 415 555 2671 ext. 123' }] });
    await page.goto(`/contacts/${id}`);
    await page.getByRole('button', { name: /^Phones: / }).press('Enter');
    await page.getByRole('button', { name: 'Add phone' }).click();
    await page.keyboard.type('030 998877 / 8');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const third = page.getByRole('textbox', { name: 'Phone 3' });
    await expect(third).toHaveValue('030 998877 / 8');
    await expect(third).toHaveAccessibleDescription(/behind the slash/);
    await look(page, 'phone-refused');
    await third.fill('\uff10\uff13\uff10 \uff19\uff19\uff18\uff18\uff17\uff17');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    for (const text of ['+61 2 5550 1539', '+1 415 555 2671 ext. 123', '030 998877']) await expect(page.getByRole('link', { name: text })).toBeVisible();
    expect((await api.get<Contact>(`/contacts/${id}`)).phones.map(({ phone }) => phone)).toEqual(['+61255501539', '+14155552671;ext=123', '+4930998877']);
    await look(page, 'phones');

    await page.goto(`/contacts?filter=${encodeURIComponent(JSON.stringify({ field: 'phone', op: 'contains', value: '030 99' }))}`);
    await expect(page.getByRole('link', { name: 'Grace Hopper' })).toBeVisible();
    if (!isPhone(testInfo)) await expect(page.getByText('+61 2 5550 1539')).toBeVisible();
    await look(page, 'phones-in-list');
  });
});

test('letters of every language stand in emails and domains, and are found in every spelling', async ({ page, api, owner: _owner }) => {
  await page.goto('/companies');
  await page.getByRole('button', { name: 'Add company' }).first().click();
  const company = page.getByRole('dialog', { name: 'Add company' });
  await company.getByRole('textbox', { name: 'Name' }).fill('Lesen AG');
  await company.getByLabel('Domain').fill('https://www.Bücher.example/katalog');
  await company.getByRole('button', { name: 'Add company' }).click();
  await expect(notice(page, 'Lesen AG added.')).toBeVisible();
  await page.goto('/contacts');
  await page.getByRole('button', { name: 'Add contact' }).first().click();
  const contact = page.getByRole('dialog', { name: 'Add contact' });
  await contact.getByLabel('Last name').fill('Kölner');
  await contact.getByLabel('Email').pressSequentially('mail@köln.example');
  await expect(contact.getByLabel('Email')).toHaveValue('mail@köln.example');
  await contact.getByRole('button', { name: 'Add contact' }).click();
  await expect(notice(page, 'Kölner added.')).toBeVisible();
  expect((await api.get<{ items: { emails: { email: string }[] }[] }>('/contacts')).items[0]?.emails).toMatchObject([{ email: 'mail@köln.example' }]);

  for (const [query, found] of [['bücher.ex', 'Lesen AG'], ['xn--bcher-kva', 'Lesen AG'], ['mail@köln', 'Kölner'], ['xn--kln-sna', 'Kölner']] as const) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).fill(query);
    await expect(page.getByRole('option', { name: new RegExp(found) })).toBeVisible();
    if (query === 'bücher.ex') await look(page, 'search-domain');
    await page.keyboard.press('Escape');
  }
});

test('names are cut at their end and keep their direction, and initials fit their picture', async ({ page, api, owner: _owner }) => {
  const arabic = 'عبد الرحمن محمد عبد العزيز آل سعود الحسيني الهاشمي القرشي';
  const { id } = await addContact(api, { firstName: arabic, lastName: '', title: 'مدير المبيعات', emails: [] });
  await addContact(api, { firstName: 'Walter', lastName: 'White', emails: [] });
  await addContact(api, { firstName: '小龙', lastName: '李', emails: [] });
  await addContact(api, { firstName: 'Maximiliane Alexandra Wilhelmine', lastName: 'von und zu Hohenstein-Falkenburg', emails: [] });
  await page.goto('/contacts');
  const name = page.getByRole('link', { name: arabic }).getByText(arabic);
  await expect(name).toBeVisible();
  // An element that is cut shows the beginning of its text at the edge where its direction starts.
  expect(await name.evaluate((element) => [getComputedStyle(element).direction, element.scrollWidth > element.clientWidth])).toEqual(['rtl', true]);
  await look(page, 'names-of-the-world');
  await page.goto(`/contacts/${id}`);
  const heading = page.getByRole('heading', { level: 1, name: arabic });
  await expect(heading).toHaveCSS('direction', 'rtl');
  await look(page, 'arabic-record');
});
