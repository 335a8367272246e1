import type { Page } from '@playwright/test'
import { addressOf } from './support/address.ts'
import { brokenRules } from './support/axe.ts'
import { before, screens } from './support/screens.ts'
import { expect, listen, open, test } from './support/test.ts'

const wide = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

/** 320 pixels are also 1280 at 400 % zoom. */
const otherWidths = [720, 320] as const

test('the checker does find what is wrong', async ({ page }) => {
  await page.setContent(
    '<html lang="ja"><title>x</title><main><h1>x</h1><img src="data:,"><p style="color:#ccc">ほとんど見えない文字</p></main></html>',
  )
  expect(await brokenRules(page)).toEqual(['color-contrast: p', 'image-alt: img'])
  expect(await brokenRules(page, ['color-contrast'])).toEqual(['color-contrast: p'])
})

const parts = 3
const ways = (['ja', 'en'] as const).flatMap((lang) => Array.from({ length: parts }, (_, part) => ({ lang, part })))

for (const { lang, part } of ways) {
  test(`no screen breaks a rule of accessibility or scrolls sideways (${lang}, part ${part + 1} of ${parts})`, async ({
    browser,
    hospital,
  }) => {
    test.setTimeout(420_000)
    const context = await browser.newContext({ storageState: hospital.signedIn, viewport: wide })
    await context.addInitScript((chosen) => localStorage.setItem('mimamori.lang', chosen), lang)
    const page = await context.newPage()
    const complaints = listen(page)
    const broken: string[] = []
    for (const path of screens.filter((_, index) => index % parts === part)) {
      await open(page, await addressOf(page, hospital, path))
      expect(await page.locator('html').getAttribute('lang')).toBe(lang)
      broken.push(...(await lookAtEveryWidth(page, path, lang)))
    }
    expect(broken).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
}

for (const lang of ['ja', 'en'] as const) {
  test(`the pages before the facility and 「異常に気づいた」 break no rule either (${lang})`, async ({ browser, hospital }) => {
    const context = await browser.newContext({ storageState: hospital.signedIn, viewport: wide })
    await context.addInitScript((chosen) => localStorage.setItem('mimamori.lang', chosen), lang)
    const page = await context.newPage()
    const broken: string[] = []
    for (const path of before) {
      await open(page, hospital.site.url + path)
      broken.push(...(await lookAtEveryWidth(page, path, lang)))
    }
    await open(page, hospital.at('today'))
    await page.getByRole('button', { name: lang === 'ja' ? '異常に気づいた' : 'Something is wrong' }).click()
    await page.getByRole('dialog').waitFor()
    broken.push(...(await lookAtEveryWidth(page, 'incident', lang)))
    expect(broken).toEqual([])
    await context.close()
  })
}

/** One page, loaded once: every rule on the desk and on the phone, the colours again in the dark, and the widths between. */
async function lookAtEveryWidth(page: Page, name: string, lang: 'ja' | 'en'): Promise<string[]> {
  const broken: string[] = []
  for (const viewport of [wide, phone]) {
    await page.setViewportSize(viewport)
    broken.push(...(await wideBy(page, name)))
    broken.push(...(await violations(page, `${name} at ${viewport.width}`)))
    // NOTE: the dark theme has the same elements in other colours, the same in both languages.
    if (lang === 'en') continue
    await page.emulateMedia({ colorScheme: 'dark' })
    broken.push(...(await violations(page, `${name} at ${viewport.width}, dark`, ['color-contrast'])))
    await page.emulateMedia({ colorScheme: 'light' })
  }
  for (const width of otherWidths) {
    await page.setViewportSize({ width, height: 800 })
    broken.push(...(await wideBy(page, name)))
  }
  await page.setViewportSize(wide)
  return broken
}

async function violations(page: Page, name: string, rules?: readonly string[]): Promise<string[]> {
  return (await brokenRules(page, rules)).map((rule) => `${name}: ${rule}`)
}

/** Sideways scrolling: told in the pixels by which the page is too wide. */
async function wideBy(page: Page, name: string): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return over > 0 ? [`${name}: ${over} px too wide at ${page.viewportSize()?.width}`] : []
}
