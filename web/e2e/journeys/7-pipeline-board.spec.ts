import { dragByFinger, dragByMouse, carryByMouse } from '../harness/drag.js';
import { look } from '../harness/look.js';
import { addDeals, card, cardNames, column, defaultPipeline } from '../harness/sales.js';
import { expect, notice, test } from '../harness/test.js';

const names = ['Engine no. 2', 'Loom automation', 'Punch cards'];
const stageOf = /^Meeting/;

test('a card is dragged by mouse, keeps its place, and Undo brings it back', { tag: '@mouse' }, async ({ page, api, owner: _owner }) => {
  const pipeline = await defaultPipeline(api);
  await addDeals(api, pipeline, names);
  await addDeals(api, pipeline, ['Tide survey', 'Telegraph'], { stageId: pipeline.stages[1]?.id });
  await page.goto('/deals');
  await expect(cardNames(page, 'Qualified')).toHaveText(names);
  await look(page, 'board');

  await carryByMouse(page, card(page, 'Loom automation'), card(page, 'Telegraph'));
  await expect(page.locator('[data-zone]')).toHaveCount(2);
  await look(page, 'board-dragging');
  await page.mouse.up();
  const moved = ['Tide survey', 'Loom automation', 'Telegraph'];
  await expect(cardNames(page, 'Meeting')).toHaveText(moved);
  await expect(column(page, 'Qualified').locator('[data-sum]')).toHaveText('€4,000');
  await expect(column(page, 'Meeting').locator('[data-sum]')).toHaveText('€5,000');
  await expect(notice(page, 'Loom automation moved to Meeting')).toBeVisible();
  await page.reload();
  await expect(cardNames(page, 'Meeting')).toHaveText(moved);

  await dragByMouse(page, card(page, 'Engine no. 2'), column(page, 'Meeting').getByRole('heading'));
  await expect(cardNames(page, 'Meeting')).toHaveCount(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cardNames(page, 'Qualified')).toHaveText(['Engine no. 2', 'Punch cards']);

  await dragByMouse(page, card(page, 'Punch cards'), column(page, 'Meeting').getByRole('heading'));
  await expect(cardNames(page, 'Qualified')).toHaveText(['Engine no. 2']);
  await expect(notice(page, 'Punch cards moved to Meeting')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(cardNames(page, 'Qualified')).toHaveText(['Engine no. 2', 'Punch cards']);

  await dragByMouse(page, card(page, 'Engine no. 2'), page.locator('[data-zone=won]'));
  await expect(notice(page, 'Engine no. 2 won')).toBeVisible();
  await expect(cardNames(page, 'Qualified')).toHaveText(['Punch cards']);
});

test('a card is moved by finger: long press, and let go over a stage', { tag: '@finger' }, async ({ page, api, owner: _owner }) => {
  await addDeals(api, await defaultPipeline(api), names);
  await page.goto('/deals');
  await expect(cardNames(page, 'Qualified')).toHaveText(names);
  await look(page, 'board');

  const stages = page.getByRole('navigation', { name: 'Stages' });
  await dragByFinger(page, card(page, 'Loom automation'), stages.getByRole('button', { name: stageOf }));
  await expect(cardNames(page, 'Qualified')).toHaveText(['Engine no. 2', 'Punch cards']);
  await expect(notice(page, 'Loom automation moved to Meeting')).toBeVisible();
  await stages.getByRole('button', { name: stageOf }).tap();
  await expect(cardNames(page, 'Meeting')).toHaveText(['Loom automation']);
  await expect(card(page, 'Loom automation')).toBeInViewport({ ratio: 0.9 });

  await card(page, 'Loom automation').getByRole('button', { name: 'Move Loom automation' }).tap();
  await page.getByRole('menuitem', { name: 'Qualified' }).tap();
  await expect(cardNames(page, 'Qualified')).toHaveText(['Loom automation', 'Engine no. 2', 'Punch cards']);
});

test('the keyboard alone walks, carries, cancels, loses with a reason and undoes', async ({ page, api, owner: _owner }) => {
  await addDeals(api, await defaultPipeline(api), names);
  await page.goto('/deals');
  await expect(cardNames(page, 'Qualified')).toHaveText(names);
  const spoken = page.locator('[aria-live=assertive]').first();
  const link = (name: string) => page.getByRole('link', { name, exact: true });

  await page.getByRole('button', { name: 'Hide won and lost' }).or(page.getByRole('button', { name: 'Show won and lost' })).focus();
  for (let tabs = 0; tabs < 12 && !(await link('Engine no. 2').evaluate((element) => element === document.activeElement)); tabs += 1) await page.keyboard.press('Tab');
  await expect(link('Engine no. 2')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(link('Loom automation')).toBeFocused();

  await page.keyboard.press('Space');
  await expect(spoken).toHaveText(/Loom automation lifted. Qualified, position 2 of 3/);
  await page.keyboard.press('ArrowRight');
  await expect(spoken).toHaveText('Meeting, position 1 of 1.');
  await look(page, 'board-carried-by-keyboard');
  await page.keyboard.press('Escape');
  await expect(spoken).toHaveText(/Cancelled. Loom automation is back in Qualified, position 2/);
  await expect(cardNames(page, 'Qualified')).toHaveText(names);

  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(cardNames(page, 'Qualified')).toHaveText(['Loom automation', 'Engine no. 2', 'Punch cards']);
  await expect(link('Loom automation')).toBeFocused();

  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(cardNames(page, 'Meeting')).toHaveText(['Loom automation']);
  await expect(spoken).toHaveText(/Loom automation put down. Meeting, position 1 of 1/);
  await expect(link('Loom automation')).toBeFocused();
  await expect(notice(page, 'Loom automation moved to Meeting')).toBeVisible();

  await page.keyboard.press('Space');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await expect(spoken).toHaveText(/^Lost/);
  await page.keyboard.press('Space');
  const dialog = page.getByRole('dialog', { name: 'Mark Loom automation as lost' });
  await expect(dialog).toBeVisible();
  await look(page, 'lost-reason');
  await dialog.getByRole('button', { name: 'Mark as lost' }).press('Enter');
  await expect(dialog.getByText('Choose a reason, or write one.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'No budget' }).press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(notice(page, 'Loom automation marked as lost')).toBeVisible();
  await expect(cardNames(page, 'Meeting')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(cardNames(page, 'Meeting')).toHaveText(['Loom automation']);
});

test('a stage that needs a field asks for just that field', async ({ page, api, owner: _owner }) => {
  const pipeline = await defaultPipeline(api);
  await addDeals(api, pipeline, ['Harbour cranes'], { amount: null });
  await page.goto('/deals');
  await card(page, 'Harbour cranes').hover();
  await page.getByRole('button', { name: 'Move Harbour cranes' }).click();
  await page.getByRole('menuitem', { name: 'Proposal' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move to Proposal' });
  await expect(dialog.getByRole('textbox')).toHaveCount(1);
  await look(page, 'required-field');
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(dialog.getByText('Fill this in.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('12,500');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(cardNames(page, 'Proposal')).toHaveText(['Harbour cranes']);
  await expect(column(page, 'Proposal').locator('[data-sum]')).toHaveText('€12,500');
});

test('a colleague sees a move within two seconds, and it disturbs no drag of theirs @keyboard', async ({ page, api, owner: _owner, colleague }, testInfo) => {
  const pipeline = await defaultPipeline(api);
  const [engine, loom] = await addDeals(api, pipeline, names);
  await Promise.all([page.goto('/deals'), colleague.page.goto('/deals')]);
  await expect(cardNames(colleague.page, 'Qualified')).toHaveText(names);
  await expect(cardNames(page, 'Qualified')).toHaveText(names);

  await card(page, 'Engine no. 2').getByRole('link').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  const pressed = Date.now();
  await expect(cardNames(colleague.page, 'Meeting')).toHaveText(['Engine no. 2'], { timeout: 5_000 });
  const seen = Date.now() - pressed;
  testInfo.annotations.push({ type: 'seen after', description: `${seen} ms` });
  expect(seen).toBeLessThan(2_000);
  expect(engine?.name).toBe('Engine no. 2');

  await card(colleague.page, 'Punch cards').getByRole('link').focus();
  await colleague.page.keyboard.press('Space');
  await api.post(`/deals/${loom?.id}/move`, { stageId: pipeline.stages[1]?.id, version: loom?.version });
  await colleague.page.waitForResponse((response) => response.url().includes('/deals/board'));
  await expect(cardNames(colleague.page, 'Qualified')).toHaveText(['Loom automation', 'Punch cards']);
  await colleague.page.keyboard.press('ArrowRight');
  await colleague.page.keyboard.press('Space');
  await expect(cardNames(colleague.page, 'Meeting')).toHaveText(['Engine no. 2', 'Loom automation', 'Punch cards']);
});
