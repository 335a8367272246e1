/** How many tests of a suite ended how, and the names of those that failed. */
export interface Totals {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** One line for each failure: where, which, and the first words of why. They are said again at the end of a whole run. */
  readonly failures: readonly string[]
  /** The names of those among the passed that failed first. */
  readonly atSecondTry: readonly string[]
}

export const none: Totals = { passed: 0, failed: 0, skipped: 0, failures: [], atSecondTry: [] }

export function sum(totals: readonly Totals[]): Totals {
  return {
    passed: totals.reduce((count, { passed }) => count + passed, 0),
    failed: totals.reduce((count, { failed }) => count + failed, 0),
    skipped: totals.reduce((count, { skipped }) => count + skipped, 0),
    failures: totals.flatMap(({ failures }) => failures),
    atSecondTry: totals.flatMap(({ atSecondTry }) => atSecondTry),
  }
}

export function withoutReport(name: string): Totals {
  return { ...none, failed: 1, failures: [`${name}: ended without a report; its words stand above`] }
}

const shownLines = 6

export function failure(where: string, which: string, why: string): string {
  const lines = why.split('\n').filter((line) => line.trim() !== '')
  return [`${where} › ${which}`, ...lines.slice(0, shownLines).map((line) => `    ${line.trim().slice(0, 300)}`)].join('\n')
}
