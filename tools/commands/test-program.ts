import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { root } from './root.ts'

/** Whether a test program writes to the terminal as it goes, or its words are kept until it has ended. */
export type Output = 'shown' | 'kept'

interface Run {
  readonly env: Readonly<Record<string, string>>
  readonly args: readonly string[]
}

interface Ended {
  readonly report: unknown
  readonly code: number
  /** What it printed, where the output is kept. */
  readonly text: string
}

/** Runs a test program that writes a JSON report below .build/tests, and reads the report. */
export async function runWithReport(name: string, output: Output, run: (file: string) => Run): Promise<Ended> {
  const file = join(root, '.build/tests', name)
  mkdirSync(join(file, '..'), { recursive: true })
  rmSync(file, { force: true })
  const { env, args } = run(file)
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      resolve(code ?? 1)
    })
  })
  const [code, printed] = await Promise.all([ended, child.stdout === null ? '' : text(child.stdout)])
  return { report: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, code, text: printed }
}
