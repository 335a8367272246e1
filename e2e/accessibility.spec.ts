import { addressOf } from './support/address.ts'
import { brokenRules } from './support/axe.ts'
import { lookAtEveryWidth, wide } from './support/every-width.ts'
import { before, screens } from './support/screens.ts'
import { expect, goOn, listen, test } from './support/test.ts'

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
      await goOn(page, await addressOf(page, hospital, path))
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
      await goOn(page, hospital.site.url + path)
      broken.push(...(await lookAtEveryWidth(page, path, lang)))
    }
    await goOn(page, hospital.at('today'))
    await page.getByRole('button', { name: lang === 'ja' ? '異常に気づいた' : 'Something is wrong' }).click()
    await page.getByRole('dialog').waitFor()
    broken.push(...(await lookAtEveryWidth(page, 'incident', lang)))
    expect(broken).toEqual([])
    await context.close()
  })
}
