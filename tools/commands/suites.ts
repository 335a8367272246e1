import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { listFiles } from '../checks/files.ts'
import { note, root, seconds } from './root.ts'
import { type Output, runWithReport } from './test-program.ts'

/** How many tests of a suite ended how, and the names of those that failed. */
export interface Totals {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** One line for each failure: where, which, and the first words of why. They are said again at the end of a whole run. */
  readonly failures: readonly string[]
}

export const none: Totals = { passed: 0, failed: 0, skipped: 0, failures: [] }

export function sum(totals: readonly Totals[]): Totals {
  return {
    passed: totals.reduce((count, { passed }) => count + passed, 0),
    failed: totals.reduce((count, { failed }) => count + failed, 0),
    skipped: totals.reduce((count, { skipped }) => count + skipped, 0),
    failures: totals.flatMap(({ failures }) => failures),
  }
}

const assertionResult = z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() })
const unitReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(assertionResult),
    }),
  ),
})
type UnitResults = z.infer<typeof unitReport>['testResults']

interface ScreenSuite {
  specs: {
    title: string
    ok: boolean
    file: string
    line: number
    tests: { results: { error?: { message?: string | undefined } | undefined }[] }[]
  }[]
  suites?: ScreenSuite[] | undefined
}
const screenSuite: z.ZodType<ScreenSuite> = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      ok: z.boolean(),
      file: z.string(),
      line: z.number(),
      tests: z.array(z.object({ results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })) })),
    }),
  ),
  suites: z.lazy(() => z.array(screenSuite).optional()),
})
const screenReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(screenSuite),
})

/** Runs the vitest suites in one time zone and prints the seconds of each package. */
export async function runUnitTests(zone: string, args: readonly string[], output: Output): Promise<Totals> {
  const name = `unit (TZ=${zone})`
  const { report, code } = await runWithReport(`unit-${zone.replaceAll('/', '-')}.json`, output, (file) => ({
    env: { TZ: zone },
    args: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
  }))
  const answer = unitReport.safeParse(report)
  if (!answer.success) return withoutReport(name)
  printSeconds(answer.data.testResults, zone)
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = answer.data
  // NOTE: a file that does not load, and an error outside of any test, fail no test; they count as one each.
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
  const totals = { passed: numPassedTests, skipped: numPendingTests + numTodoTests }
  const failures = [
    ...failuresOf(testResults),
    ...unloaded.map((file) => failure(relative(file.name), 'does not load', file.message ?? '')),
  ]
  const failed = numFailedTests + unloaded.length
  if (failed === 0 && code !== 0)
    return { ...totals, failed: 1, failures: [`${name}: an error outside of any test; its words stand above`] }
  return { ...totals, failed, failures }
}

/** Runs the screen tests in a real browser; without any spec it says so. */
export async function runScreenTests(args: readonly string[], output: Output): Promise<Totals> {
  const specs = existsSync(join(root, 'e2e')) ? listFiles(join(root, 'e2e')).filter((path) => path.endsWith('.spec.ts')) : []
  if (specs.length === 0) {
    note('画面の試験（e2e/*.spec.ts）はまだないので、飛ばします。', 'There are no screen tests yet (e2e/*.spec.ts): skipped.')
    return none
  }
  const started = performance.now()
  const { report, code, text } = await runWithReport('e2e.json', output, () => ({
    env: {},
    args: ['node_modules/@playwright/test/cli.js', 'test', '--config=tools/playwright.config.ts', ...args],
  }))
  process.stdout.write(text)
  console.log(`suite ${'e2e'.padEnd(28)} ${seconds(started).padStart(8)}`)
  const answer = screenReport.safeParse(report)
  if (!answer.success) return withoutReport('e2e')
  const { expected, unexpected, flaky, skipped } = answer.data.stats
  const failures = answer.data.suites.flatMap(screenFailures)
  const failed = unexpected + flaky
  if (failed === 0 && code !== 0)
    return { passed: expected, failed: 1, skipped, failures: ['e2e: an error outside of any test; its words stand above'] }
  return { passed: expected, failed, skipped, failures }
}

function withoutReport(name: string): Totals {
  return { ...none, failed: 1, failures: [`${name}: ended without a report; its words stand above`] }
}

function failuresOf(results: UnitResults): readonly string[] {
  return results.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => failure(relative(name), fullName, failureMessages?.[0] ?? '')),
  )
}

function screenFailures(suite: ScreenSuite): readonly string[] {
  const own = suite.specs
    .filter(({ ok }) => !ok)
    .map(({ title, file, line, tests }) => {
      const results = tests.flatMap((test) => test.results)
      return failure(`e2e/${file}:${line}`, title, results.find(({ error }) => error?.message !== undefined)?.error?.message ?? '')
    })
  return [...own, ...(suite.suites ?? []).flatMap(screenFailures)]
}

const shownLines = 6

function failure(where: string, which: string, why: string): string {
  const lines = why.split('\n').filter((line) => line.trim() !== '')
  return [`${where} › ${which}`, ...lines.slice(0, shownLines).map((line) => `    ${line.trim().slice(0, 300)}`)].join('\n')
}

function relative(path: string): string {
  return path.replaceAll('\\', '/').slice(root.length + 1)
}

function printSeconds(results: UnitResults, zone: string): void {
  const spentMs = new Map<string, number>()
  for (const { name, startTime, endTime } of results) {
    const suite = /^(?:packages\/)?([^/]+)\//.exec(relative(name))?.[1] ?? 'other'
    spentMs.set(suite, (spentMs.get(suite) ?? 0) + Math.max(0, endTime - startTime))
  }
  for (const [suite, ms] of [...spentMs].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`suite ${`${suite} (TZ=${zone})`.padEnd(28)} ${`${(ms / 1000).toFixed(1)} s`.padStart(8)}`)
}
