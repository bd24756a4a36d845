import { expect, test } from '../harness/test.js';

test('opens', async ({ page, owner }) => {
  await page.goto('/deals');
  await expect(page.getByRole('heading', { name: 'Deals' })).toBeVisible();
  expect(owner.email).toContain('@');
});
