import { defineConfig, type Project } from '@playwright/test';
import { findChromium } from './e2e/harness/chromium.js';

const chromium = await findChromium();
const sizes = { 1280: { width: 1280, height: 800 }, 390: { width: 390, height: 844 } };

/** Every journey runs on a wide screen in the light and on a phone in the dark; with E2E_LOOKS=all the other way round, too. A phone has a finger, and neither mouse nor keys. */
function project(width: keyof typeof sizes, colorScheme: 'light' | 'dark'): Project {
  const isPhone = width === 390;
  return { name: `${width}-${colorScheme}`, grepInvert: isPhone ? /@mouse|@keyboard/ : /@finger/, use: { viewport: sizes[width], colorScheme, hasTouch: isPhone, isMobile: isPhone } };
}

const looks = [project(1280, 'light'), project(390, 'dark')];

export default defineConfig({
  testDir: 'e2e/journeys',
  globalSetup: './e2e/harness/start-product.ts',
  outputDir: '../.artifacts/browser',
  fullyParallel: true,
  forbidOnly: true,
  // One second try, named as flaky: a key or a click that came before its time on a busy machine is no reason to throw a whole run away.
  retries: 1,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env['E2E_URL'],
    // A system behind an edge whose name and certificate nobody else knows is reached through a tunnel to that edge.
    ...(process.env['E2E_PROXY'] ? { proxy: { server: process.env['E2E_PROXY'] }, ignoreHTTPSErrors: true } : {}),
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    // Nothing moves under the hand of a test.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: chromium,
  },
  projects: process.env['E2E_LOOKS'] === 'all' ? [...looks, project(1280, 'dark'), project(390, 'light')] : looks,
});
