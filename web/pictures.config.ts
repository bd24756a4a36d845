import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.js';

const looks = ['light', 'dark'] as const;

/** The pictures of README: `npm run generate -- --pictures`. From the sample data of a new workspace, so that anybody makes the same ones. */
export default defineConfig({
  ...journeys,
  testDir: 'e2e/pictures',
  fullyParallel: false,
  workers: 1,
  projects: looks.map((colorScheme) => ({ name: colorScheme, use: { viewport: { width: 1280, height: 800 }, colorScheme } })),
});
