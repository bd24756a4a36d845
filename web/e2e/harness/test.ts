import { test as base, expect, type Browser, type BrowserContext, type Locator, type Page, type TestInfo } from '@playwright/test';
import { Api, type Person } from './api.js';
import { watch } from './watch.js';

interface Fixtures {
  /** What the console may say because this journey makes it, beside conflicts and rules. */
  provokes: RegExp | undefined;
  /** The API as the person of the first browser. */
  api: Api;
  /** Signed up with an empty workspace, and signed in to the first browser. */
  owner: Person;
  /** A second person of the same workspace in a browser of their own. */
  colleague: { page: Page; person: Person; api: Api };
  watched: void;
}

/** The test of every journey: whatever the page complains about on the way makes it fail. */
export const test = base.extend<Fixtures>({
  provokes: [undefined, { option: true }],
  watched: [async ({ page, provokes }, use) => {
    const complaints = watch(page, provokes);
    await use();
    expect(complaints(), 'what the console and the server complained about').toEqual([]);
  }, { auto: true }],
  api: async ({ context }, use) => use(new Api(context.request)),
  owner: async ({ api }, use) => use(await api.signUp()),
  colleague: async ({ browser, api, owner: _owner }, use, testInfo) => {
    const context = await newContext(browser, testInfo);
    const theirs = new Api(context.request);
    const person = await theirs.join(api);
    const page = await context.newPage();
    const complaints = watch(page);
    await use({ page, person, api: theirs });
    expect(complaints(), 'what the browser of the colleague complained about').toEqual([]);
    await context.close();
  },
});

export { expect };

/** What the page says at its edge: a toast. */
export function notice(page: Page, text: string): Locator {
  return page.getByRole('region', { name: /Notices/ }).getByText(text, { exact: true });
}

export function isPhone(testInfo: TestInfo): boolean {
  return testInfo.project.name.startsWith('390');
}

function newContext(browser: Browser, { project: { use } }: TestInfo): Promise<BrowserContext> {
  const { baseURL, viewport, colorScheme, hasTouch, isMobile, locale, timezoneId, contextOptions } = use;
  return browser.newContext({ ...contextOptions, ...Object.fromEntries(Object.entries({ baseURL, viewport, colorScheme, hasTouch, isMobile, locale, timezoneId }).filter(([, value]) => value !== undefined)) });
}
