import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

export const wide = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** 320 pixels are also 1280 at 400 % zoom. */
const otherWidths = [720, 320] as const

/** One page, loaded once: every rule on the desk and on the phone, the colours again in the dark, and the widths between. */
export async function lookAtEveryWidth(page: Page, name: string, lang: 'ja' | 'en'): Promise<string[]> {
  const broken: string[] = []
  for (const viewport of [wide, phone]) {
    await page.setViewportSize(viewport)
    broken.push(...(await wideBy(page, name)))
    broken.push(...(await violations(new AxeBuilder({ page }).withTags(rules), `${name} at ${viewport.width}`)))
    // NOTE: the dark theme has the same elements in other colours, the same in both languages.
    if (lang === 'en') continue
    await page.emulateMedia({ colorScheme: 'dark' })
    broken.push(...(await violations(new AxeBuilder({ page }).withRules(['color-contrast']), `${name} at ${viewport.width}, dark`)))
    await page.emulateMedia({ colorScheme: 'light' })
  }
  for (const width of otherWidths) {
    await page.setViewportSize({ width, height: 800 })
    broken.push(...(await wideBy(page, name)))
  }
  await page.setViewportSize(wide)
  return broken
}

async function violations(axe: AxeBuilder, name: string): Promise<string[]> {
  const found = await axe.analyze()
  const places = (nodes: (typeof found.violations)[number]['nodes']) => nodes.map((node) => node.target.join(' ')).slice(0, 4)
  return found.violations.map(({ id, nodes }) => `${name}: ${id}: ${places(nodes).join(' | ')}`)
}

/** Sideways scrolling: told in the pixels by which the page is too wide. */
async function wideBy(page: Page, name: string): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return over > 0 ? [`${name}: ${over} px too wide at ${page.viewportSize()?.width}`] : []
}
