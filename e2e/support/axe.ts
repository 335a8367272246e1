import type { Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

/** WCAG 2.2 at level AA, and what is good practice beside it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * The rules of accessibility that the page breaks as it stands, each with its first places; only some rules when they are named.
 * The checker is loaded once for each load of a page, and no page here has frames.
 */
export async function brokenRules(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async (runOnly) => {
      // What fades in has its colours only at the end.
      await Promise.allSettled(document.getAnimations().map((one) => one.finished))
      const found = await window.axe.run(document, { runOnly, resultTypes: ['violations'], iframes: false })
      return found.violations.map(({ id, nodes }) => {
        const places = nodes.slice(0, 4).map((node) => node.target.join(' '))
        return `${id}: ${places.join(' | ')}`
      })
    },
    rules ? { type: 'rule' as const, values: [...rules] } : { type: 'tag' as const, values: tags },
  )
}
