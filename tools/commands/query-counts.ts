import { spawnSync } from 'node:child_process'
import { note, root } from './root.ts'

/** Counts the SQL statements of every route anew and writes the table that the tests hold them against. */
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'packages/server/query-counts.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, MIMAMORI_WRITE_QUERY_COUNTS: '1' },
})
if (status === 0)
  note(
    'packages/server/query-counts.txt を書きました。増えた行は、理由を確かめてから残してください。',
    'packages/server/query-counts.txt is written. Where a count grew, look for the reason before you keep it.',
  )
process.exitCode = status ?? 1
