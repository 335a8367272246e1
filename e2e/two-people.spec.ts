import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { owner } from './support/site.ts'
import { expect, open, test } from './support/test.ts'

test.describe.configure({ mode: 'serial' })

const colleague = { login: 'jiro', name: '事務 次郎', password: 'tsukue-kumo-banana' }
const wide = { width: 1280, height: 800 }

/** A beat comes every twenty seconds. */
const untilHeard = { timeout: 30_000 }

/** A colleague who enters data, signed in on a browser of their own. */
async function asColleague(browser: Browser, page: Page, at: (path: string) => string): Promise<Page> {
  const other = await (await browser.newContext({ viewport: wide })).newPage()
  const { origin } = new URL(at('today'))
  const facility = decodeURIComponent(new URL(at('today')).pathname.split('/')[2] ?? '')
  const headers = { origin }
  const invited = await page.request.post(`${origin}/api/v1/people/invitations`, {
    headers,
    data: { name: colleague.name, role: 'editor', way: 'card' },
  })
  const { code } = (await invited.json()) as { code: string } // as the contract says
  await other.request.post(`${origin}/api/v1/invitations/accept`, { headers, data: { secret: code, person: colleague } })
  expect(facility).not.toBe('')
  return other
}
