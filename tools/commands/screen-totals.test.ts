import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root } from './root.ts'
import { screenTotals } from './screen-totals.ts'
import type { Totals } from './totals.ts'

// Below the checkout, so that the tests in it find Playwright.
const build = join(root, '.build')
mkdirSync(build, { recursive: true })
const folder = mkdtempSync(join(build, 'screen-totals-'))

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, text: string) => writeFileSync(join(folder, name), text)
file(
  'playwright.config.ts',
  `import real from '../../tools/playwright.config.ts'
   const { globalSetup: _, ...rest } = real
   export default { ...rest, testDir: '.', outputDir: 'results', reporter: [['json', { outputFile: 'report.json' }]] }`,
)
file(
  'some.spec.ts',
  `import { expect, test } from '@playwright/test'
   test('always passes', () => {})
   test('stumbles once', ({}, info) => expect(info.retry).toBe(1))
   test('never passes', () => expect('this').toBe('that'))`,
)

const { CI: _, ...elsewhere } = process.env
const onCi = { ...elsewhere, CI: '1' }

/** The totals of three tests that need no browser, run under the product's own settings. */
function run(env: NodeJS.ProcessEnv): Totals {
  const args = ['node_modules/@playwright/test/cli.js', 'test', `--config=${join(folder, 'playwright.config.ts')}`]
  const { status } = spawnSync(process.execPath, args, { cwd: root, env })
  return screenTotals(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')), status ?? 1)
}

test('a screen test that passes at the second try is among the passed and named, and one that never passes is a failure', () => {
  const totals = run(onCi)
  expect(totals).toMatchObject({ passed: 2, failed: 1, skipped: 0, atSecondTry: ['e2e/some.spec.ts:3 › stumbles once'] })
  expect(totals.failures).toEqual([expect.stringMatching(/^e2e\/some\.spec\.ts:4 › never passes\n.*\n/)])
})

test.each([
  ['on the CI there is a second try', onCi, 1],
  ['elsewhere there is none', elsewhere, 0],
])('%s', (_, env, retries) => {
  const asks = "import('./tools/playwright.config.ts').then((config) => console.log(config.default.retries))"
  expect(Number(spawnSync(process.execPath, ['-e', asks], { cwd: root, env, encoding: 'utf8' }).stdout)).toBe(retries)
})

test('an error outside of any test is a failure of its own, and so is a run without a report', () => {
  const report = { stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 2 }, suites: [] }
  expect(screenTotals(report, 1)).toMatchObject({ passed: 4, failed: 1, skipped: 2 })
  expect(screenTotals(report, 0)).toMatchObject({ passed: 4, failed: 0 })
  expect(screenTotals(undefined, 1)).toMatchObject({ passed: 0, failed: 1 })
})
