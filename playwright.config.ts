import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './tests/support/chromium.ts';

/** The journeys run on the built server (`build/`), in real Chromium; each starts the servers it needs. */
export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env['PLAYWRIGHT_JSON']
    ? [['line'], ['json', { outputFile: process.env['PLAYWRIGHT_JSON'] }]]
    : 'line',
  use: {
    browserName: 'chromium',
    launchOptions: await chromiumLaunch(),
    trace: 'off',
    video: 'off'
  }
});
