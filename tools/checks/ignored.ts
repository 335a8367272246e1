import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './child.ts'
import type { Problem } from './problem.ts'

const meant =
  /(^|\/)(node_modules|\.build|\.cache|test-results|playwright-report)(\/|$)|^examples\/hospital-500beds(\/|$)|\.(log|tsbuildinfo)$/

/** No file of the product is left out of the repository by .gitignore: it would work here and nowhere else. */
export async function run(root: string): Promise<readonly Problem[]> {
  if (!existsSync(join(root, '.git'))) return []
  const folders = ['packages', 'tools', 'docs', 'examples', 'bench', 'e2e'].filter((name) => existsSync(join(root, name)))
  const args = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '--', ...folders]
  const { code, stdout, stderr } = await runProgram('git', args, root).catch(() => ({ code: 127, stdout: '', stderr: '' }))
  if (code === 127) return []
  if (code !== 0) return [{ file: '.gitignore', message: `git failed: ${stderr.slice(0, 300)}` }]
  const paths = stdout.split('\n').filter((path) => path !== '' && !meant.test(path.replace(/\/$/, '')))
  // NOTE: git also lists the folders above, where they hold nothing else.
  const lost = paths.filter((path) => !paths.some((other) => other !== path && other.startsWith(path)))
  return lost.map((file) => ({ file, message: 'is left out of the repository by .gitignore' }))
}
