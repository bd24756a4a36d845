import { look } from '../harness/look.js';
import { addDeals, cardNames, column, defaultPipeline, type Pipeline } from '../harness/sales.js';
import { expect, notice, test } from '../harness/test.js';

test('a second pipeline is added, its stages are changed and ordered by keyboard, and the board switches to it', async ({ page, owner: _owner }) => {
  await page.goto('/settings/pipelines');
  await page.getByRole('button', { name: 'Add pipeline' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Partners');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Stages of Partners' })).toBeVisible();

  const stages = page.getByRole('list', { name: 'Stages, in order' });
  await stages.getByRole('textbox', { name: 'Stage' }).first().fill('First call');
  await stages.getByRole('button', { name: 'Move First call, position 1 of 6' }).press('ArrowDown');
  await expect(stages.getByRole('button', { name: 'Move First call, position 2 of 6' })).toBeFocused();
  await page.getByRole('button', { name: /What First call requires/ }).click();
  await page.getByRole('checkbox', { name: 'Company' }).press('Space');
  await look(page, 'settings-pipelines');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(notice(page, 'Partners saved')).toBeVisible();
  await page.reload();
  await expect(stages.getByRole('textbox', { name: 'Stage' }).nth(1)).toHaveValue('First call');

  await page.goto('/deals');
  await page.getByRole('button', { name: 'Pipeline: Sales' }).click();
  await page.getByRole('menuitem', { name: 'Partners' }).click();
  await expect(page.getByRole('button', { name: 'Pipeline: Partners' })).toBeVisible();
  await expect(page).toHaveURL(/pipeline=/);
});

test('a stage with deals in it cannot be removed, and the page says what to do @once', async ({ page, api, owner: _owner }) => {
  await addDeals(api, await defaultPipeline(api), ['Engine no. 2']);
  await page.goto('/settings/pipelines');
  await page.getByRole('button', { name: 'Remove Qualified' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Deals stand in a stage that you removed' })).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('textbox', { name: 'Stage' }).first()).toHaveValue('Qualified');
});

test('a pipeline is deleted only when its deals are gone, and Undo brings it back @once', async ({ page, api, owner: _owner }) => {
  const sales = await defaultPipeline(api);
  const [deal] = await addDeals(api, await api.post<Pipeline>('/pipelines', { name: 'Partners' }), ['Engine no. 2']);
  await page.goto('/settings/pipelines');
  const pipelines = page.getByRole('list', { name: 'Pipelines, in order' });
  const remove = async () => {
    await page.getByRole('button', { name: 'More for Partners' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
  };
  await remove();
  await expect(notice(page, 'There are still deals in this pipeline. Move them to another pipeline, or to the bin, first.')).toBeVisible();
  await expect(pipelines.getByRole('link', { name: /Partners/ })).toBeVisible();

  await api.post(`/deals/${deal?.id}/move`, { version: deal?.version, stageId: sales.stages[0]?.id });
  await remove();
  await expect(notice(page, 'Partners moved to the bin')).toBeVisible();
  await expect(pipelines.getByRole('link', { name: /Partners/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(pipelines.getByRole('link', { name: /Partners/ })).toBeVisible();
});

test('another pipeline becomes the default, and Undo gives that back @once', async ({ page, api, owner: _owner }) => {
  await api.post('/pipelines', { name: 'Partners' });
  await page.goto('/settings/pipelines');
  const isDefault = (name: string) => page.getByRole('link', { name: new RegExp(`^${name}.*Default`) });
  await expect(isDefault('Sales')).toBeVisible();
  await page.getByRole('button', { name: 'More for Partners' }).click();
  await page.getByRole('menuitem', { name: 'Make default' }).click();
  await expect(isDefault('Partners')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(isDefault('Sales')).toBeVisible();
  await expect(isDefault('Partners')).toHaveCount(0);
});

test('a rate that is entered counts in the sums of the board', async ({ page, api, owner: _owner }) => {
  await addDeals(api, await defaultPipeline(api), ['Engine no. 2'], { amount: { amount: '1000.00', currency: 'USD' } });
  await page.goto('/deals');
  await expect(column(page, 'Qualified').locator('[data-sum]')).toHaveText('€0');
  await page.getByRole('link', { name: 'Left out of the sums, because they have no rate: USD' }).click();
  await page.getByRole('combobox', { name: 'Add currency' }).fill('USD');
  await page.getByRole('option', { name: 'USD' }).click();
  await page.getByRole('textbox', { name: 'One USD in EUR' }).fill('0.92');
  await look(page, 'settings-currencies');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(notice(page, 'Currencies saved')).toBeVisible();
  await page.goto('/deals');
  await expect(cardNames(page, 'Qualified')).toHaveText(['Engine no. 2']);
  await expect(column(page, 'Qualified').locator('[data-sum]')).toHaveText('€920');
});

test('another currency of the workspace converts the rates, shows what changes before it is saved, and won deals keep their worth', async ({ page, api, owner: _owner }) => {
  const pipeline = await defaultPipeline(api);
  const rates = [{ currency: 'USD', rate: '0.9' }, { currency: 'GBP', rate: '1.17' }];
  const { version } = await api.get<{ version: number }>('/settings/currencies');
  await api.put('/settings/currencies', { defaultCurrency: 'EUR', rates, version });
  const [won] = await addDeals(api, pipeline, ['Engine no. 2', 'Engine no. 3'], { amount: { amount: '1000.00', currency: 'USD' } });
  await api.post(`/deals/${won?.id}/move`, { version: won?.version, stageId: pipeline.stages.find(({ name }) => name === 'Won')?.id });
  await page.goto('/settings/currencies');
  const changes = page.getByRole('region', { name: 'What saving changes' });
  await page.getByRole('textbox', { name: 'One USD in EUR' }).fill('0.92');
  await expect(changes).toContainText('1 open deal€900€920');
  await expect(changes).toContainText('1 closed deal€900By the rate of each closing, which stays.');
  await page.getByRole('combobox', { name: 'Currency of the workspace' }).fill('USD');
  await page.getByRole('option', { name: 'USD' }).click();
  await expect(page.getByRole('textbox', { name: 'One GBP in USD' })).toHaveValue('1.2717');
  await expect(page.getByRole('textbox', { name: 'One EUR in USD' })).toHaveValue('1.087');
  await expect(changes).toContainText('1 open deal€900$1,000');
  await expect(changes).toContainText('1 closed deal€900$978.30Converted once, with 1 EUR = 1.087 USD; later rates change nothing.');
  await look(page, 'settings-currencies-preview');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(notice(page, 'Currencies saved')).toBeVisible();
  await expect(changes).toHaveCount(0);
  await page.goto('/deals');
  await page.getByRole('button', { name: 'Show won and lost' }).click();
  await expect(column(page, 'Won').locator('[data-sum]')).toHaveText('$978');
  await page.goto(`/deals/${won?.id}`);
  await expect(page.getByText('$978.30 by the rate of its closing')).toBeVisible();
  await look(page, 'deal-worth');
});

test('lost reasons are added, ordered and taken off the list', async ({ page, owner: _owner }) => {
  await page.goto('/settings/lost-reasons');
  const reasons = page.getByRole('textbox', { name: 'Reason' });
  await expect(reasons.first()).toHaveValue('Price too high');
  await page.getByRole('button', { name: 'Add reason' }).click();
  await page.keyboard.type('Moved abroad');
  await page.getByRole('button', { name: 'Take Price too high off the list' }).click();
  await look(page, 'settings-lost-reasons');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(notice(page, 'Lost reasons saved')).toBeVisible();
  await expect(reasons.first()).toHaveValue('Chose a competitor');
  await expect(reasons.last()).toHaveValue('Moved abroad');
  await expect(page.getByRole('button', { name: 'Offer again: Price too high' })).toBeVisible();
});
