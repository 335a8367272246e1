import { test as base, type Page } from '@playwright/test'
import { loadExample, owner, setUpOwner, startSite } from './site.ts'

interface Own {
  readonly page: Page
  /** The address of a screen of the hospital. */
  readonly at: (path: string) => string
  /** Of a site of another day: moves its clock to a later one and signs in anew, since the session has ended meanwhile. */
  readonly moveTo: (instant: string) => Promise<void>
}

/**
 * Tests on a server of their own with the example of 180 beds, one page through all of them: for what would stay behind
 * on the shared one, for another day of the calendar (`day`: the instant from which its clock goes on), and for feeds of weaknesses
 * that are there from the beginning (`feeds`: their folder).
 */
export function testOnOwnSite({ day, feeds }: { day?: string; feeds?: string } = {}) {
  return base.extend<object, { own: Own }>({
    own: [
      async ({ browser }, run) => {
        const site = await startSite({
          ...(day !== undefined && { at: day }),
          ...(feeds !== undefined && { env: { E2E_FEEDS: feeds } }),
        })
        const signedIn = await setUpOwner(site)
        const facility = await loadExample(site, signedIn, 'hospital-180beds')
        const context = await browser.newContext({ storageState: signedIn, viewport: { width: 1280, height: 800 } })
        const page = await context.newPage()
        const moveTo = async (instant: string) => {
          site.moveTo(instant)
          await context.clearCookies()
          await page.goto(`${site.url}/sign-in`)
          await page.getByLabel(/^(ログインID|Login ID)$/).fill(owner.login)
          await page.getByLabel(/^(パスワード|Password)$/).fill(owner.password)
          await page.getByRole('button', { name: /^(入る|Sign in)$/ }).click()
          await page.waitForURL(/\/today$/)
        }
        await run({ page, moveTo, at: (path) => `${site.url}/f/${encodeURIComponent(facility)}/${path}` })
        await context.close()
        await site.stop()
      },
      { scope: 'worker', timeout: 120_000 },
    ],
  })
}
