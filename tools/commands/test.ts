import { note, seconds } from './root.ts'
import { runChecks } from './run-checks.ts'
import { runScreenTests, runUnitTests } from './suites.ts'
import type { Output } from './test-program.ts'
import { none, sum, type Totals } from './totals.ts'

type Suite = (args: readonly string[], output: Output) => Promise<Totals>

/** `npm test` runs all of them; `npm test -- unit packages/domain` runs one, with arguments of its own. */
const suites = {
  checks: async (args) => {
    const { passed, failed } = await runChecks(args)
    return { ...none, passed, failed, failures: failed === 0 ? [] : [`checks: ${failed} of them; npm run check says which`] }
  },
  unit: (args, output) => runUnitTests('UTC', args, output),
  zones: (args, output) => runUnitTests('America/New_York', ['--project', 'domain', ...args], output),
  e2e: runScreenTests,
} satisfies Readonly<Record<string, Suite>>

type Name = keyof typeof suites

/** Of how many failures the reason is said again at the end; of the others the names, so that all of them stay in sight. */
const explained = 8

const started = performance.now()
const [wanted, ...args] = process.argv.slice(2)
const totals = wanted === undefined ? await runAll() : await runOne(wanted)

console.log(`\nall: ${seconds(started)}`)
for (const [at, failure] of totals.failures.entries()) console.log(`FAIL ${at < explained ? failure : failure.split('\n')[0]}`)
if (totals.atSecondTry.length > 0) {
  console.log(`2回目で通った試験：${totals.atSecondTry.join('、')}`)
  console.log(`passed at the second try: ${totals.atSecondTry.join(', ')}`)
}
console.log(`${totals.passed} passed, ${totals.failed} failed${skippedWords(totals)}`)
process.exitCode = totals.failed === 0 ? 0 : 1

/**
 * Checks first: they build what the others use. Then the screens run beside the rest, whose words are shown meanwhile;
 * each of the two leaves the cores idle for a third of its time.
 */
async function runAll(): Promise<Totals> {
  const checks = await run('checks', 'shown')
  note(
    '画面の試験は並べて走らせ、その結果は最後に表示します。',
    'The screen tests run beside the others; what they say follows at the end.',
  )
  const screens = run('e2e', 'kept')
  const unit = await run('unit', 'shown')
  const zones = await run('zones', 'shown')
  return sum([checks, unit, zones, await screens])
}

async function runOne(name: string): Promise<Totals> {
  if (isName(name)) return run(name, 'shown')
  const known = Object.keys(suites).join(' | ')
  console.error(`使える名前：${known}\nKnown names: ${known}`)
  process.exit(2)
}

function isName(name: string): name is Name {
  return name in suites
}

async function run(name: Name, output: Output): Promise<Totals> {
  const since = performance.now()
  if (output === 'shown') console.log(`\n== ${name}`)
  const ended = await suites[name](wanted === undefined ? [] : args, output)
  console.log(`== ${name}: ${ended.passed} passed, ${ended.failed} failed${skippedWords(ended)} (${seconds(since)})`)
  return ended
}

function skippedWords({ skipped }: Totals): string {
  return skipped > 0 ? `, ${skipped} skipped` : ''
}
