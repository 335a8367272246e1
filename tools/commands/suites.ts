import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { listFiles } from '../checks/files.ts'
import { note, root, seconds } from './root.ts'

/** How many tests of a suite ended how. */
export interface Totals {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const none: Totals = { passed: 0, failed: 0, skipped: 0 }

const unitReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), startTime: z.number(), endTime: z.number(), assertionResults: z.array(z.unknown()) }),
  ),
})
const screenReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

/** Runs the vitest suites in one time zone and prints the seconds of each package. */
export function runUnitTests(zone: string, args: readonly string[]): Totals {
  const { report, code } = runWithReport(`unit-${zone.replaceAll('/', '-')}.json`, (file) => ({
    env: { TZ: zone },
    args: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
  }))
  const answer = unitReport.safeParse(report)
  if (!answer.success) return { ...none, failed: 1 }
  printSeconds(answer.data.testResults, zone)
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = answer.data
  // NOTE: a file that does not load, and an error outside of any test, fail no test; they count as one each.
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
  const failed = numFailedTests + unloaded
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: numPendingTests + numTodoTests }
}

/** Runs the screen tests in a real browser; without any spec it says so. */
export function runScreenTests(args: readonly string[]): Totals {
  const specs = existsSync(join(root, 'e2e')) ? listFiles(join(root, 'e2e')).filter((path) => path.endsWith('.spec.ts')) : []
  if (specs.length === 0) {
    note('画面の試験（e2e/*.spec.ts）はまだないので、飛ばします。', 'There are no screen tests yet (e2e/*.spec.ts): skipped.')
    return none
  }
  const started = performance.now()
  const { report, code } = runWithReport('e2e.json', () => ({
    env: {},
    args: ['node_modules/@playwright/test/cli.js', 'test', '--config=tools/playwright.config.ts', ...args],
  }))
  console.log(`suite ${'e2e'.padEnd(28)} ${seconds(started).padStart(8)}`)
  const answer = screenReport.safeParse(report)
  if (!answer.success) return { ...none, failed: 1 }
  const { expected, unexpected, flaky, skipped } = answer.data.stats
  const failed = unexpected + flaky
  return { passed: expected, failed: failed === 0 && code !== 0 ? 1 : failed, skipped }
}

interface Run {
  readonly env: Readonly<Record<string, string>>
  readonly args: readonly string[]
}

/** Runs a test program that writes a JSON report below .build/tests, and reads the report. */
function runWithReport(name: string, run: (file: string) => Run): { report: unknown; code: number } {
  const file = join(root, '.build/tests', name)
  mkdirSync(join(file, '..'), { recursive: true })
  rmSync(file, { force: true })
  const { env, args } = run(file)
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  return { report: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, code: status ?? 1 }
}

function printSeconds(results: z.infer<typeof unitReport>['testResults'], zone: string): void {
  const spentMs = new Map<string, number>()
  for (const { name, startTime, endTime } of results) {
    const suite = /\/(?:packages\/)?([^/]+)\//.exec(name.replaceAll('\\', '/').slice(root.length))?.[1] ?? 'other'
    spentMs.set(suite, (spentMs.get(suite) ?? 0) + Math.max(0, endTime - startTime))
  }
  for (const [suite, ms] of [...spentMs].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`suite ${`${suite} (TZ=${zone})`.padEnd(28)} ${`${(ms / 1000).toFixed(1)} s`.padStart(8)}`)
}
