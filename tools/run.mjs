// The entry of every npm script. Plain JavaScript for Node 20: it installs what is missing, then hands over to Node 24.
import { resolve } from 'node:path'
import { ensureInstalled } from './launcher/install.mjs'
import { say } from './launcher/messages.mjs'
import { runUnderNode24 } from './launcher/node24.mjs'

const root = resolve(import.meta.dirname, '..')

const entries = {
  start: 'tools/commands/start.ts',
  test: 'tools/commands/test.ts',
  check: 'tools/commands/check.ts',
  bench: 'tools/commands/bench.ts',
  format: 'tools/commands/format.ts',
  generate: 'tools/commands/generate.ts',
  'query-counts': 'tools/commands/query-counts.ts',
  'generate-hospital': 'tools/commands/generate-hospital.ts',
  'backup-fixture': 'tools/commands/backup-fixture.ts',
  cli: 'packages/cli/main.ts',
}

async function main() {
  const [command = '', ...args] = process.argv.slice(2)
  if (!Object.hasOwn(entries, command)) {
    say('unknown-command', { command, known: Object.keys(entries).join(' | ') })
    return 2
  }
  const problem = await ensureInstalled(root)
  if (problem) {
    say(problem.kind, problem)
    return 4
  }
  return runUnderNode24(root, resolve(root, entries[command]), args)
}

const code = await main()
if (code !== undefined) process.exitCode = code
