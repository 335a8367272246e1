import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { listFiles } from '../checks/files.ts'
import { note, root, seconds } from './root.ts'
import { screenTotals } from './screen-totals.ts'
import { type Output, runWithReport } from './test-program.ts'
import { failure, none, type Totals, withoutReport } from './totals.ts'

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
  const totals = { passed: numPassedTests, skipped: numPendingTests + numTodoTests, atSecondTry: [] }
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
  return screenTotals(report, code)
}

function failuresOf(results: UnitResults): readonly string[] {
  return results.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => failure(relative(name), fullName, failureMessages?.[0] ?? '')),
  )
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
