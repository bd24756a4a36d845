import { defineConfig, type Project } from '@playwright/test';
import { findChromium } from './e2e/harness/chromium.js';

const chromium = await findChromium();
const sizes = { 1280: { width: 1280, height: 800 }, 390: { width: 390, height: 844 } };

const isWhole = process.env['E2E_LOOKS'] === 'all';

/** What a phone cannot do, and what its pages do not have. */
const notOnPhones = ['@mouse', '@keyboard', '@wide'];

/**
 * Every journey runs on a wide screen in the light, and on a phone in the dark, unless it is @once: the same there, step by step, with nothing to look at. With
 * E2E_LOOKS=all every journey runs the other way round, too. A phone has a finger, and neither mouse nor keys.
 */
function project(width: keyof typeof sizes, colorScheme: 'light' | 'dark'): Project {
  const isPhone = width === 390;
  const left = isPhone ? [...notOnPhones, ...(isWhole ? [] : ['@once'])] : ['@finger'];
  return { name: `${width}-${colorScheme}`, grepInvert: new RegExp(left.join('|')), use: { viewport: sizes[width], colorScheme, hasTouch: isPhone, isMobile: isPhone } };
}

const looks = [project(1280, 'light'), project(390, 'dark')];

export default defineConfig({
  testDir: 'e2e/journeys',
  globalSetup: './e2e/harness/start-product.ts',
  outputDir: '../.artifacts/browser',
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes only on a second try hides a race.
  retries: 0,
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
    // Recording makes every step of every journey slower; a failure keeps its picture and the state of its page. E2E_TRACE=on keeps all that led to it.
    trace: process.env['E2E_TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: chromium,
  },
  projects: isWhole ? [...looks, project(1280, 'dark'), project(390, 'light')] : looks,
});
