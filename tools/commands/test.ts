import { seconds } from './root.ts'
import { runChecks } from './run-checks.ts'
import { none, runScreenTests, runUnitTests, type Totals } from './suites.ts'

type Suite = (args: readonly string[]) => Totals | Promise<Totals>

/** `npm test` runs all of them; `npm test -- unit packages/domain` runs one, with arguments of its own. */
const suites: Readonly<Record<string, Suite>> = {
  checks: async (args) => ({ ...none, ...(await runChecks(args)) }),
  unit: (args) => runUnitTests('UTC', args),
  zones: (args) => runUnitTests('America/New_York', ['--project', 'domain', ...args]),
  e2e: (args) => runScreenTests(args),
}

const started = performance.now()
const [wanted, ...args] = process.argv.slice(2)
const chosen = Object.entries(suites).filter(([name]) => wanted === undefined || name === wanted)
if (chosen.length === 0) {
  console.error(`使える名前：${Object.keys(suites).join(' | ')}\nKnown names: ${Object.keys(suites).join(' | ')}`)
  process.exit(2)
}

let totals = none
for (const [name, run] of chosen) {
  const since = performance.now()
  console.log(`\n== ${name}`)
  const { passed, failed, skipped } = await run(args)
  totals = { passed: totals.passed + passed, failed: totals.failed + failed, skipped: totals.skipped + skipped }
  console.log(`== ${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''} (${seconds(since)})`)
}

console.log(`\nall: ${seconds(started)}`)
console.log(`${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`)
process.exitCode = totals.failed === 0 ? 0 : 1
