import { test as base, expect, type Page } from '@playwright/test'
import { loadAgain, loadExample, type SignedIn, type Site, setUpOwner, startSite } from './site.ts'

interface Hospital {
  readonly site: Site
  readonly signedIn: SignedIn
  readonly facility: string
  /** The address of a screen of the hospital. */
  readonly at: (path: string) => string
}

/** `site`: a fresh server of this worker. `hospital`: the same with an owner and the example of 180 beds. */
export const test = base.extend<{ desk: Page }, { site: Site; hospital: Hospital }>({
  site: [
    async ({ browserName: _ }, run) => {
      const site = await startSite()
      await run(site)
      await site.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  hospital: [
    async ({ site }, run) => {
      const signedIn = await setUpOwner(site)
      const facility = await loadExample(site, signedIn, 'hospital-180beds')
      await run({ site, signedIn, facility, at: (path) => `${site.url}/f/${encodeURIComponent(facility)}/${path}` })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  /** A signed-in page on a fresh example; fails its test when the browser complains, a refused script or style included. */
  desk: async ({ browser, hospital }, run) => {
    await loadAgain(hospital.site, hospital.signedIn, { facility: hospital.facility, example: 'hospital-180beds' })
    const context = await browser.newContext({ storageState: hospital.signedIn, viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    const complaints = listen(page)
    await run(page)
    expect(complaints).toEqual([])
    await context.close()
  },
})

/** Collects what the browser complains of; answers of the server that say no are not complaints of ours. */
export function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text())
  })
  return complaints
}

/** Opens a screen and waits until it has its heading and nothing is on its way. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
}

/**
 * Does what the page stores at once, and waits for the answer: the words of an earlier save stay on the page, and what is
 * still on its way is lost with a page that is left.
 */
export async function storing(page: Page, act: () => Promise<unknown>, where = '/changes'): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() !== 'GET' && response.url().endsWith(where))
  await Promise.all([answered, act()])
}

export { expect }
