import { test as base, expect, type Page, type Request } from '@playwright/test'
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

const underWay = new WeakMap<Page, Set<Request>>()

/** The requests of a page that have no answer yet. */
function requestsOf(page: Page): ReadonlySet<Request> {
  const known = underWay.get(page)
  if (known) return known
  const requests = new Set<Request>()
  page.on('request', (request) => requests.add(request))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
  underWay.set(page, requests)
  return requests
}

/**
 * Goes on to a screen as a link does, without loading the page anew, and waits until the screen is another one, has
 * nothing on its way and nothing left to draw. The first screen of a page is opened.
 */
export async function goOn(page: Page, address: string): Promise<void> {
  const requests = requestsOf(page)
  if (page.url() === 'about:blank') return open(page, address)
  await page.evaluate((to) => {
    const changed = new Promise<void>((resolve) => {
      const watch = { subtree: true, childList: true, attributes: true, characterData: true }
      new MutationObserver(() => resolve()).observe(document.body, watch)
    })
    history.pushState(null, '', to)
    return changed
  }, address)
  for (let quiet = 0; quiet < 3; quiet++) {
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => setTimeout(idle, 30), { timeout: 500 })))
    const isThere = (await page.locator('h1').count()) > 0 && (await page.locator('.waiting-lines').count()) === 0
    if (requests.size > 0 || !isThere) quiet = -1
  }
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
