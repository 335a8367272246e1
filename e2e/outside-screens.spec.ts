import { readFileSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import { lookAtEveryWidth, wide } from './support/every-width.ts'
import { everybodyOutside, type Outside } from './support/outside.ts'
import { linkScreens, shownScreens, vendorScreens } from './support/screens.ts'
import { expect, goOn, listen, test } from './support/test.ts'

test.describe.configure({ mode: 'serial', timeout: 420_000 })

let everybody: Awaited<ReturnType<typeof everybodyOutside>> | undefined

const all = { vendor: vendorScreens, link: linkScreens, viewer: shownScreens } as const

for (const who of ['vendor', 'link', 'viewer'] as const)
  for (const lang of ['ja', 'en'] as const)
    test(`no screen of those outside the facility breaks a rule or scrolls sideways (${who}, ${lang})`, async ({ browser, hospital }) => {
      everybody ??= await everybodyOutside(hospital)
      const looked = await look(browser, { site: hospital.site.url, screens: all[who], outside: everybody[who], lang })
      expect(looked).toEqual({ broken: [], complaints: [] })
    })

async function look(
  browser: Browser,
  { site, screens, outside, lang }: { site: string; screens: readonly string[]; outside: Outside; lang: 'ja' | 'en' },
): Promise<{ broken: string[]; complaints: string[] }> {
  const context = await browser.newContext({ storageState: outside.signedIn, viewport: wide })
  await context.addInitScript((chosen) => localStorage.setItem('mimamori.lang', chosen), lang)
  const page = await context.newPage()
  const complaints = listen(page)
  const broken: string[] = []
  for (const path of screens) {
    const address = path.replaceAll(/<(\w+)>/g, (_, name: string) => encodeURIComponent(outside.values[name] ?? ''))
    await goOn(page, site + address)
    expect(new URL(page.url()).pathname, 'the page stays where it was opened').toBe(address)
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
    broken.push(...(await lookAtEveryWidth(page, path, lang)))
  }
  await context.close()
  return { broken, complaints }
}

test('every address of vendors and of those who look in is in the lists', () => {
  const addresses = ['vendor', 'shown'].flatMap((name) => {
    const source = readFileSync(new URL(`../packages/web/addresses/${name}.ts`, import.meta.url), 'utf8')
    const paths = [...source.matchAll(/path: '([^']*)'/g)].map(([, path = '']) => path)
    const [frame = ''] = paths
    return paths.map((path) => (path === '/' || path === frame || path.startsWith('/answer') ? path.replace(/^\/$/, frame) : frame + path))
  })
  const listed = Object.values(all).flatMap((screens) => screens.map((path) => path.replaceAll(/<(\w+)>/g, '$$$1')))
  expect([...new Set(addresses)].toSorted()).toEqual(listed.toSorted())
})
