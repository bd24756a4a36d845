import { foreignAddresses } from '../../src/testing/foreign-addresses.js';
import { expect, test } from '../harness/test.js';

test('an address to go on to after signing in never leads to another site @once', async ({ page, owner: _owner, baseURL }) => {
  const own = new URL(baseURL ?? '').host;
  await page.goto('/my-day');
  await expect(page.getByRole('heading', { name: /^Welcome/ })).toBeVisible();
  for (const address of foreignAddresses) {
    await page.goto(`/sign-in?next=${encodeURIComponent(address)}`);
    await expect(page.getByRole('heading', { name: /^Welcome/ }), address).toBeVisible();
    expect(new URL(page.url()).host, address).toBe(own);
  }
});

test('an address within the app is gone on to by whoever is signed in @once', async ({ page, owner: _owner }) => {
  await page.goto('/my-day');
  await expect(page.getByRole('heading', { name: /^Welcome/ })).toBeVisible();
  await page.goto(`/sign-in?next=${encodeURIComponent('/contacts?sort=-name')}`);
  await expect(page).toHaveURL('/contacts?sort=-name');
});

test('an address within the app is gone on to by whoever signs in @once', async ({ page, owner }) => {
  await page.context().clearCookies();
  await page.goto(`/sign-in?next=${encodeURIComponent('/contacts?sort=-name')}`);
  await page.getByLabel('Email').fill(owner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/contacts?sort=-name');
});
