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
