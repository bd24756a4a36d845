import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { inRepository } from '../../../scripts/dist/repository.js';

const tolerated = new Set(['minor']);
/** They ask for what stands on the page: while a layer hides the page, axe guesses whether one is open from where it stands. */
const ofThePage = new Set(['landmark-one-main', 'page-has-heading-one']);

/** What a reviewer looks at, and what axe has to say about it: nothing beyond what is minor. */
export async function look(page: Page, name: string): Promise<void> {
  await settle(page);
  const [width, theme] = test.info().project.name.split('-');
  await page.screenshot({ path: path.join(inRepository('.artifacts/screenshots'), `${name}-${theme}-${width}.png`), animations: 'disabled' });
  await expectAccessible(page);
}

export async function expectAccessible(page: Page): Promise<void> {
  // In the page itself, and no lists of what is fine: a page has no frames, and the rest takes five times as long.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }).analyze();
  const found: string[] = [];
  const isPageHidden = (await page.locator('#root [inert], #root [aria-hidden=true] main, #root[aria-hidden=true], #root[inert]').count()) > 0;
  for (const { id, help, impact, nodes } of violations) {
    if (!impact || tolerated.has(impact) || (isPageHidden && ofThePage.has(id))) continue;
    for (const node of nodes) {
      const target = node.target.join(' ');
      if (id === 'region' && (await floats(page, target))) continue;
      found.push(`${id}: ${help} – ${target} – ${node.failureSummary ?? ''}`);
    }
  }
  expect(found, 'findings of axe').toEqual([]);
}

/** A layer above the page and what is only spoken lie outside of its landmarks. */
function floats(page: Page, target: string): Promise<boolean> {
  return page.locator(target).first().evaluate((element) => element.closest('#root') === null);
}

/** What was just opened has been drawn, and has finished coming in: half-transparent text has half the contrast. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const ending = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
  });
}
