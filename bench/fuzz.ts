import { spawnSync } from 'node:child_process'
import { root } from '../tools/commands/root.ts'

/** `npm run bench -- fuzz [REQUESTS] [SEED]`: the same as in the tests, as often as is wanted. */
export function benchFuzz({ requests, seed }: { requests: number; seed: number }): boolean {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'testing', 'packages/testing/fuzz', '-t', 'whatever ids it names']
  const env = { ...process.env, MIMAMORI_FUZZ_REQUESTS: String(requests), MIMAMORI_FUZZ_SEED: String(seed) }
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status === 0
}
