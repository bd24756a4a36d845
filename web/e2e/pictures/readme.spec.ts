import path from 'node:path';
import { inRepository } from '../../../scripts/dist/repository.js';
import { settle } from '../harness/look.js';
import { expect, test } from '../harness/test.js';

/** What is there once the rows are: a link to one of them. */
const pictures = [
  { name: 'my-day', address: '/my-day', shows: 'main a[href]' },
  { name: 'deals', address: '/deals', shows: 'main a[href^="/deals/"]' },
] as const;

test('pictures of the app with its sample data', async ({ page, api, owner: _owner }) => {
  await api.post('/sample-data');
  for (const { name, address, shows } of pictures) {
    await page.goto(address);
    await expect(page.locator(shows).first()).toBeVisible();
    await settle(page);
    await page.screenshot({ path: path.join(inRepository('docs/pictures'), `${name}-${test.info().project.name}.png`), animations: 'disabled' });
  }
});
