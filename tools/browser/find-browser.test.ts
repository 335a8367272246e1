import { chromium } from '@playwright/test'
import { expect, test } from 'vitest'
import { browserLaunch } from './find-browser.ts'

test('a browser starts on a bare machine, shows a page and keeps its web security', async () => {
  const launch = await browserLaunch()
  expect(launch.args.join(' ')).not.toMatch(/disable-web-security|single-process|allow-running-insecure/)
  const browser = await chromium.launch(launch)
  try {
    const page = await browser.newPage()
    await page.goto(
      'data:text/html,<meta http-equiv="Content-Security-Policy" content="script-src \'none\'"><script>document.title="ran"</script><h1>Mimamori</h1>',
    )
    expect(await page.locator('h1').textContent()).toBe('Mimamori')
    expect(await page.title()).toBe('')
    expect((await page.screenshot()).length).toBeGreaterThan(1000)
  } finally {
    await browser.close()
  }
}, 60_000)
