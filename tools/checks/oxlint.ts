import { z } from 'zod'
import { jsonIn, programPath, runProgram } from './child.ts'
import type { Problem } from './problem.ts'

const report = z.object({
  diagnostics: z.array(
    z.object({
      message: z.string(),
      code: z.string().optional(),
      help: z.string().optional(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })).default([]),
    }),
  ),
  number_of_files: z.number(),
})

/** Lint rules that need types (floating promises and the like) and those of tests; .oxlintrc.json lists them. */
export async function run(root: string): Promise<readonly Problem[]> {
  const { stdout, stderr } = await runProgram(programPath(root, 'oxlint'), ['--type-aware', '--deny-warnings', '-f', 'json', '.'], root)
  const answer = report.safeParse(jsonIn(stdout))
  if (!answer.success) return [{ file: '.oxlintrc.json', message: `oxlint gave no report: ${(stderr || stdout).slice(0, 800)}` }]
  if (answer.data.number_of_files === 0) return [{ file: '.oxlintrc.json', message: 'oxlint read no file at all' }]
  return answer.data.diagnostics.map(({ filename, labels, code, message, help }) => ({
    file: filename,
    line: labels[0]?.span.line ?? 1,
    // NOTE: the message about a broken tsconfig says nothing without its help text.
    message: `${code ?? 'oxlint'}: ${message}${code?.includes('tsconfig') ? ` ${help ?? ''}` : ''}`,
  }))
}
