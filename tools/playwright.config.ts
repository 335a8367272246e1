import { defineConfig } from '@playwright/test'
import { browserLaunch } from './browser/find-browser.ts'

export default defineConfig({
  testDir: '../e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: '../e2e/support/before-all.ts',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // NOTE: a shared machine stalls for seconds at times; the closing words name what passed only at the second try.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../.build/tests/e2e.json' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    launchOptions: await browserLaunch(),
    screenshot: 'only-on-failure',
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
  },
})
