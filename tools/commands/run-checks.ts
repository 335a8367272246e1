import { checks } from '../checks/all-checks.ts'
import { type Check, type Problem, printProblem } from '../checks/problem.ts'
import { root, seconds } from './root.ts'

const shownPerCheck = 40

export interface CheckTotals {
  readonly passed: number
  readonly failed: number
}

/** Runs the checks one after the other and prints a line for each; problems follow the line of their check. */
export async function runChecks(wanted: readonly string[] = []): Promise<CheckTotals> {
  const chosen = wanted.length === 0 ? checks : checks.filter(({ name }) => wanted.some((word) => name.includes(word)))
  let failed = 0
  for (const check of chosen) {
    const started = performance.now()
    const problems = await problemsOf(check)
    if (problems.length > 0) failed += 1
    const verdict = problems.length === 0 ? 'ok  ' : 'FAIL'
    console.log(
      `${verdict} ${check.name.padEnd(28)} ${seconds(started).padStart(7)}${problems.length === 0 ? '' : `  ${problems.length} problem(s)`}`,
    )
    for (const problem of problems.slice(0, shownPerCheck)) console.log(printProblem(problem))
    if (problems.length > shownPerCheck) console.log(`  … and ${problems.length - shownPerCheck} more`)
  }
  return { passed: chosen.length - failed, failed }
}

async function problemsOf(check: Check): Promise<readonly Problem[]> {
  try {
    return await check.run(root)
  } catch (error) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return [{ file: 'tools/checks', message: `the check "${check.name}" broke: ${cause.slice(0, 1500)}` }]
  }
}
