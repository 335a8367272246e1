import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allOutputs } from '../generate/outputs.ts'
import type { Problem } from './problem.ts'

/** Every generated file is what its generator would write now. */
export async function run(root: string): Promise<readonly Problem[]> {
  const { files, problems } = await allOutputs(root)
  const stale = [...files].filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
  return [...problems, ...stale.map(([file]) => ({ file, message: 'is stale; run "npm run generate"' }))]
}
