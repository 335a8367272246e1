import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Playwright calls it once for the run, before the workers, which take its environment over. */
// biome-ignore lint/style/noDefaultExport: Playwright takes nothing else of a file that it calls.
export default async function beforeAll(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'mimamori-e2e-empty-'))
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'empty-folder.ts'), folder])
  process.env['E2E_EMPTY'] = folder
  return () => rm(folder, { recursive: true, force: true })
}
