import { z } from 'zod'
import { jsonIn, programPath, runProgram } from './child.ts'
import type { Problem } from './problem.ts'

const report = z.object({
  diagnostics: z.array(
    z.object({
      category: z.string().nullable(),
      message: z.string(),
      severity: z.string(),
      location: z.object({ path: z.string().nullable(), start: z.object({ line: z.number() }).nullish() }),
    }),
  ),
})

/** Format, order of imports and lint rules of biome.json; warnings count, so unused suppressions fail too. */
export async function run(root: string): Promise<readonly Problem[]> {
  const args = ['check', '--error-on-warnings', '--max-diagnostics=none', '--reporter=json', '--no-errors-on-unmatched', '.']
  const { code, stdout, stderr } = await runProgram(programPath(root, 'biome'), args, root)
  const answer = report.safeParse(jsonIn(stdout))
  if (!answer.success) return [{ file: 'biome.json', message: `biome gave no report: ${stderr.slice(0, 800)}` }]
  const problems = answer.data.diagnostics
    .filter((each) => each.severity !== 'info')
    .sort(byWork)
    .map(toProblem)
  if (problems.length === 0 && code !== 0) return [{ file: 'biome.json', message: `biome failed: ${stderr.slice(0, 800)}` }]
  return problems
}

type Diagnostic = z.infer<typeof report>['diagnostics'][number]

/** What needs thought first, what `npm run format` does alone last. */
function byWork(a: Diagnostic, b: Diagnostic): number {
  return Number(isMechanical(a)) - Number(isMechanical(b))
}

function isMechanical({ category }: Diagnostic): boolean {
  return category === 'format' || category === 'assist/source/organizeImports'
}

function toProblem({ category, message, location }: Diagnostic): Problem {
  const file = location.path ?? 'biome.json'
  if (category === 'format') return { file, message: 'format: not formatted; run "npm run format"' }
  const hint = category === 'assist/source/organizeImports' ? ' (run "npm run format")' : ''
  return { file, line: location.start?.line ?? 1, message: `${category ?? 'biome'}: ${message}${hint}` }
}
