import path from 'node:path';
import { inRepository } from '../../../scripts/dist/repository.js';
import { expect, test } from '../harness/test.js';

const pictures = [
  { name: 'my-day', address: '/my-day', shows: 'heading' },
  { name: 'deals', address: '/deals', shows: 'heading' },
  { name: 'contacts', address: '/contacts', shows: 'heading' },
] as const;

test('pictures of the app with its sample data', async ({ page, api, owner: _owner }) => {
  await api.post('/sample-data');
  for (const { name, address, shows } of pictures) {
    await page.goto(address);
    await expect(page.getByRole(shows).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: path.join(inRepository('docs/pictures'), `${name}-${test.info().project.name}.png`), animations: 'disabled' });
  }
});
