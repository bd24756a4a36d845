import { look } from '../harness/look.js';
import { expect, notice, test } from '../harness/test.js';

interface Session {
  workspace: { name: string; country: string | null; version: number };
}

test('two people who change the workspace at once lose nothing: other fields stay, the same one asks', async ({ page, api, owner: _owner }) => {
  const read = async () => (await api.get<Session>('/session')).workspace;
  const elsewhere = async (change: object) => api.patch('/workspace', { ...change, version: (await read()).version });
  await page.goto('/settings/workspace');
  const name = page.getByRole('textbox', { name: 'Name' });

  await name.fill('Difference Engines');
  await elsewhere({ country: 'DE' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(notice(page, 'Workspace saved.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('Germany');
  expect(await read()).toMatchObject({ name: 'Difference Engines', country: 'DE' });

  await name.fill('Looms');
  await elsewhere({ name: 'Mills' });
  await page.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog', { name: 'Changed meanwhile' });
  await expect(dialog.getByRole('radio', { name: /Yours\s*Looms/ })).toBeChecked();
  await look(page, 'workspace-conflict');
  await dialog.getByRole('radio', { name: /Saved meanwhile\s*Mills/ }).press('Space');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(name).toHaveValue('Mills');
  expect(await read()).toMatchObject({ name: 'Mills' });
});
