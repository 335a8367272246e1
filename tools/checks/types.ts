import { programPath, runProgram } from './child.ts'
import type { Problem } from './problem.ts'

const place = /^(.+?)\((\d+),\d+\): error (TS\d+: .+)$/

/** Types of all packages, tests and tools, by project references (`tsc -b`). */
export async function run(root: string): Promise<readonly Problem[]> {
  const { code, stdout, stderr } = await runProgram(programPath(root, 'tsc'), ['-b', '--pretty', 'false'], root)
  const problems: Problem[] = []
  for (const text of stdout.split('\n')) {
    const [, file, line, message] = place.exec(text) ?? []
    if (file && message) problems.push({ file: file.replaceAll('\\', '/'), line: Number(line), message })
    else if (/^error TS/.test(text)) problems.push({ file: 'tsconfig.json', message: text })
  }
  if (code !== 0 && problems.length === 0) return [{ file: 'tsconfig.json', message: `tsc failed: ${(stderr || stdout).slice(0, 800)}` }]
  return problems
}
