import AxeBuilder from '@axe-core/playwright'
import { addressOf } from './support/address.ts'
import { before, screens } from './support/screens.ts'
import { expect, listen, open, test } from './support/test.ts'

const sizes = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const looks = [
  { lang: 'ja', colorScheme: 'light' },
  { lang: 'en', colorScheme: 'light' },
  { lang: 'ja', colorScheme: 'dark' },
] as const

for (const { lang, colorScheme } of looks) {
  for (const [name, viewport] of Object.entries(sizes)) {
    test(`no screen breaks a rule of accessibility (${lang}, ${name}, ${colorScheme})`, async ({ browser, hospital }) => {
      test.setTimeout(420_000)
      const context = await browser.newContext({ storageState: hospital.signedIn, viewport, colorScheme })
      await context.addInitScript((chosen) => localStorage.setItem('mimamori.lang', chosen), lang)
      const page = await context.newPage()
      const complaints = listen(page)
      const broken: string[] = []
      for (const path of screens) {
        await open(page, await addressOf(page, hospital, path))
        expect(await page.locator('html').getAttribute('lang')).toBe(lang)
        // NOTE: the dark theme has the same elements in other colours.
        const axe =
          colorScheme === 'dark' ? new AxeBuilder({ page }).withRules(['color-contrast']) : new AxeBuilder({ page }).withTags(rules)
        const { violations } = await axe.analyze()
        broken.push(
          ...violations.map(
            ({ id, nodes }) =>
              `${path}: ${id}: ${nodes
                .map((node) => node.target.join(' '))
                .slice(0, 4)
                .join(' | ')}`,
          ),
        )
      }
      expect(broken).toEqual([])
      expect(complaints).toEqual([])
      await context.close()
    })
  }
}

test('the pages before the facility and 「異常に気づいた」 break no rule either', async ({ browser, hospital }) => {
  const context = await browser.newContext({ storageState: hospital.signedIn, viewport: sizes.phone })
  const page = await context.newPage()
  const broken: string[] = []
  const look = async (name: string) => {
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    broken.push(...violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`))
  }
  for (const path of before) {
    await open(page, hospital.site.url + path)
    await look(path)
  }
  await open(page, hospital.at('today'))
  await page.getByRole('button', { name: '異常に気づいた' }).click()
  await page.getByText('患者さんの安全が先です。').waitFor()
  await look('incident')
  expect(broken).toEqual([])
  await context.close()
})
