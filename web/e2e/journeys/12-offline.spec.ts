import type { Page } from '@playwright/test';
import { addContact } from '../harness/people.js';
import { expect, isPhone, test } from '../harness/test.js';

const waits = (page: Page) => page.getByRole('status').getByText(/^No connection\./);
/** Without its network a browser complains about each request that fails. */
test.use({ provokes: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 404|cannot be reached|Failed to fetch dynamically imported module/ });

async function goTo(page: Page, path: string): Promise<void> {
  // Contacts and deals have a place of their own in the bar of a phone.
  if (isPhone(test.info()) && !['/contacts', '/deals'].includes(path)) await page.getByRole('button', { name: 'More' }).click();
  await page.locator(`a[href="${path}"]:visible`).first().click();
}

for (const [path, heading] of [['/companies', 'Companies'], ['/deals', 'Deals']] as const) {
  test(`${path}, never loaded before, opens by itself once the network is back; until then the frame stays and says so @once`, async ({ page, context, api, owner: _owner }) => {
    await addContact(api);
    await page.goto('/contacts');
    await expect(page.getByText('Grace Hopper')).toBeVisible();
    await context.setOffline(true);
    await goTo(page, path);
    await expect(waits(page)).toBeVisible();
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(waits(page)).toBeHidden();
    expect(new URL(page.url()).pathname).toBe(path);
  });
}

test('a server that cannot be reached for a while is waited for, though the browser is online @once', async ({ page, context, api, owner: _owner }) => {
  await addContact(api);
  await page.goto('/contacts');
  await expect(page.getByText('Grace Hopper')).toBeVisible();
  await context.route('**', (route) => route.abort());
  await goTo(page, '/companies');
  await expect(waits(page)).toBeVisible();
  await context.unroute('**');
  await expect(page.getByRole('heading', { level: 1, name: 'Companies' })).toBeVisible();
  await expect(waits(page)).toBeHidden();
});

test('a tab of the build before goes on in the new one, at its address and with what was typed @once', async ({ page, context, api, owner: _owner }) => {
  const { id } = await addContact(api);
  await page.goto(`/contacts/${id}?tab=notes`);
  await page.getByRole('button', { name: /Write a note/ }).click();
  await page.getByRole('textbox', { name: 'Text of the note' }).pressSequentially('half a sentence');
  // As after a deployment: the parts of this build are gone, the page names others.
  let visits = 0;
  let isReplaced = true;
  await context.route('**/assets/**', (route) => (isReplaced ? route.fulfill({ status: 404, body: '' }) : route.continue()));
  await context.route((url) => !/^\/(api|assets)\//.test(url.pathname), async (route) => {
    if (route.request().isNavigationRequest()) {
      visits += 1;
      isReplaced = false;
      return route.continue();
    }
    const response = await route.fetch();
    return route.fulfill({ response, body: (await response.text()).replace(/src="\/assets\/[^"]*"/, 'src="/assets/new.js"') });
  });
  await goTo(page, '/companies');
  await expect(page.getByRole('heading', { level: 1, name: 'Companies' })).toBeVisible();
  expect([visits, new URL(page.url()).pathname]).toEqual([1, '/companies']);
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toHaveText('half a sentence');
});

test('a part that is gone for good is an error on its page, and the page is loaded anew once @once', async ({ page, context, owner: _owner }) => {
  await page.goto('/contacts');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  let visits = 0;
  await context.route('**/assets/companies-page*', (route) => route.fulfill({ status: 404, body: '' }));
  page.on('request', (request) => { visits += request.isNavigationRequest() ? 1 : 0; });
  await goTo(page, '/companies');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  expect(visits).toBe(1);
  await context.unroute('**/assets/companies-page*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Companies' })).toBeVisible();
});

test('the app starts by itself when the server comes back @once', async ({ page, context, owner: _owner }) => {
  await context.route('**/api/**', (route) => route.abort());
  await page.goto('/contacts');
  await expect(waits(page)).toBeVisible();
  await context.unroute('**/api/**');
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
});

for (const [what, break_] of [
  ['forbids its storage', () => {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: () => { throw new DOMException('denied', 'SecurityError'); } });
  }],
  ['has no room left', () => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  }],
] as const) {
  test(`one can sign in and work in a browser that ${what} @once`, async ({ page, context, owner }) => {
    await context.clearCookies();
    await page.addInitScript(break_);
    await page.goto('/');
    await page.getByLabel('Email').fill(owner.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Welcome|My day/);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Welcome|My day/);
    await goTo(page, '/contacts');
    await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  });
}

for (const path of ['/', '/sign-in']) {
  test(`${path} leads a person whose browser forgot everything but the session into the app @once`, async ({ page, owner: _owner }) => {
    await page.addInitScript(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Welcome|My day/);
  });
}
