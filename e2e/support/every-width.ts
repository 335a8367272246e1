import type { Page } from '@playwright/test'
import { brokenRules } from './axe.ts'

export const wide = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

/** 320 pixels are also 1280 at 400 % zoom. */
const otherWidths = [720, 320] as const

/** Where a page is looked at in both languages, the one takes the desk and the other the phone: the elements are the same. */
const placesOf = { ja: [wide], en: [phone], alone: [wide, phone] } as const

/** One page: every width, and at its places every rule, the colours again in the dark. */
export async function lookAtEveryWidth(page: Page, name: string, lang: keyof typeof placesOf = 'alone'): Promise<string[]> {
  const broken: string[] = []
  for (const viewport of [wide, phone]) {
    await page.setViewportSize(viewport)
    broken.push(...(await wideBy(page, name)))
    if (!placesOf[lang].some((place) => place === viewport)) continue
    broken.push(...(await violations(page, `${name} at ${viewport.width}`)))
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
