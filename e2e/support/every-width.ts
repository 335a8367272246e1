import type { Page } from '@playwright/test'
import { brokenRules } from './axe.ts'

export const wide = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

/** 320 pixels are also 1280 at 400 % zoom. */
const otherWidths = [720, 320] as const

/** One page, loaded once: every rule on the desk and on the phone, the colours again in the dark, and the widths between. */
export async function lookAtEveryWidth(page: Page, name: string, lang: 'ja' | 'en'): Promise<string[]> {
  const broken: string[] = []
  for (const viewport of [wide, phone]) {
    await page.setViewportSize(viewport)
    broken.push(...(await wideBy(page, name)))
    // NOTE: on the phone and in the dark the elements are the same in both languages, so one language tells of both.
    if (lang === 'en' && viewport === phone) continue
    broken.push(...(await violations(page, `${name} at ${viewport.width}`)))
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
