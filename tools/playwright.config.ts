import { defineConfig } from '@playwright/test'
import { browserLaunch } from './browser/find-browser.ts'

export default defineConfig({
  testDir: '../e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  // NOTE: one more than the two cores of the smallest machine, since a test spends a good part of its time waiting.
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
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
    trace: 'retain-on-failure',
  },
})
