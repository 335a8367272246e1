import { spawnSync } from 'node:child_process'
import { programPath } from '../checks/child.ts'
import { root } from './root.ts'

/** NOTE: `check` without the linter is `format` plus the order of imports, which the check of formats looks at too. */
const args = ['check', '--write', '--linter-enabled=false', '--no-errors-on-unmatched', ...pathsWanted()]
process.exitCode = spawnSync(programPath(root, 'biome'), args, { cwd: root, stdio: 'inherit' }).status ?? 1

function pathsWanted(): readonly string[] {
  const paths = process.argv.slice(2)
  return paths.length === 0 ? ['.'] : paths
}
