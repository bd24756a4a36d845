import type { Page } from '@playwright/test';
import { look } from '../harness/look.js';
import { addDeals, cardNames, defaultPipeline } from '../harness/sales.js';
import { expect, notice, test } from '../harness/test.js';

test('a deal goes its way on its page: stages, won, reopened, and how long each took', async ({ page, api, owner: _owner }) => {
  const [deal] = await addDeals(api, await defaultPipeline(api), ['Engine no. 2']);
  await page.goto(`/deals/${deal?.id}`);
  const stages = page.getByRole('list', { name: 'Stages of Sales' });
  await expect(stages.getByRole('button', { name: 'Qualified, current stage' })).toBeVisible();
  await look(page, 'deal');

  await stages.getByRole('button', { name: 'Move to Meeting' }).click();
  await expect(stages.getByRole('button', { name: 'Meeting, current stage' })).toBeVisible();
  await page.getByRole('button', { name: 'Won', exact: true }).click();
  await expect(notice(page, 'Engine no. 2 won')).toBeVisible();
  await expect(page.getByText(/^Won now|^Won \d+ sec/)).toBeVisible();
  await page.getByRole('tab', { name: 'Stage history' }).click();
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toHaveCount(3);
  await look(page, 'deal-stage-history');

  await page.getByRole('button', { name: 'Reopen' }).click();
  await expect(stages.getByRole('button', { name: 'Qualified, current stage' })).toBeVisible();
});

test('two people who edit one field of a deal see both values, and choose theirs', async ({ page, api, owner: _owner, colleague }) => {
  const [deal] = await addDeals(api, await defaultPipeline(api), ['Engine no. 2']);
  const write = async (where: Page, text: string) => {
    await where.getByRole('button', { name: /^Next step: / }).press('Enter');
    await where.keyboard.type(text);
  };
  await page.goto(`/deals/${deal?.id}`);
  await colleague.page.goto(`/deals/${deal?.id}`);
  await write(page, 'Send the drawings');
  await write(colleague.page, 'Call the engineer');
  await colleague.page.keyboard.press('Enter');
  await expect(colleague.page.getByRole('button', { name: 'Next step: Call the engineer. Edit' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Next step' })).toHaveValue('Send the drawings');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Changed by someone else' });
  await expect(dialog.getByRole('radio', { name: /Yours\s*Send the drawings/ })).toBeChecked();
  await look(page, 'deal-conflict');
  // The circle lies under the words of its choice.
  await dialog.getByText('Call the engineer').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Next step: Call the engineer. Edit' })).toBeVisible();
  await expect(dialog).toBeHidden();
});

test('a deal goes to the bin, and Undo brings it back @once', async ({ page, api, owner: _owner }) => {
  const [deal] = await addDeals(api, await defaultPipeline(api), ['Engine no. 2']);
  await page.goto(`/deals/${deal?.id}`);
  await page.getByRole('button', { name: /^Actions for / }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'No deals in this pipeline yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cardNames(page, 'Qualified')).toHaveText(['Engine no. 2']);
});

test('a workspace without deals says what to do', async ({ page, owner: _owner }) => {
  await page.goto('/deals');
  await expect(page.getByRole('heading', { name: 'No deals in this pipeline yet' })).toBeVisible();
  await look(page, 'board-empty');
  await page.getByRole('radio', { name: 'Table' }).click();
  await expect(page.getByRole('heading', { name: 'No deals in this pipeline yet' })).toBeVisible();
  await look(page, 'deals-table-empty');
});
