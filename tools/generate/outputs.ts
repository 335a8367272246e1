import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { programPath } from '../checks/child.ts'
import { isTest, isTypeScript } from '../checks/files.ts'
import type { Problem } from '../checks/problem.ts'

/** What a generator gives back: files by path, and what stands in the way of them. */
export interface Outputs {
  readonly files: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

type Made = Outputs | ReadonlyMap<string, string>

const generator = z.object({ outputs: z.custom<(root: string) => Made | Promise<Made>>((value) => typeof value === 'function') })

/** The outputs of every generator: each file of this folder that exports `outputs(root)`, a map of texts by path. */
export async function allOutputs(root: string): Promise<Outputs> {
  const files = new Map<string, string>()
  const problems: Problem[] = []
  for (const name of readdirSync(import.meta.dirname).filter((each) => each.endsWith('.ts') && !isTest(each))) {
    const loaded: unknown = await import(pathToFileURL(join(import.meta.dirname, name)).href)
    const found = generator.safeParse(loaded)
    if (!found.success) continue
    const made = await found.data.outputs(root)
    for (const [path, text] of 'files' in made ? made.files : made) files.set(path, isTypeScript(path) ? formatted(root, path, text) : text)
    if ('problems' in made) problems.push(...made.problems)
  }
  return { files, problems }
}

/** Generated code looks like written code: the same formatter, the same order of imports. */
function formatted(root: string, path: string, text: string): string {
  const args = ['check', '--write', '--linter-enabled=false', `--stdin-file-path=${path}`]
  const result = spawnSync(programPath(root, 'biome'), args, { cwd: root, input: text, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(`biome could not format ${path}: ${result.stderr}`)
  return result.stdout
}
