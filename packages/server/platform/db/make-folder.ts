import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { folderNotMade } from './messages.ts'

/** Makes a folder and those above it; throws a UserError that names it where the system does not let us. */
export async function makeFolders(folder: string, mode: number): Promise<void> {
  await makeEach(folder, mode).catch((error: unknown) => {
    throw folderNotMade(folder, error)
  })
}

/** NOTE: `mkdir` with `recursive` never comes back below /proc, where making anything says "no such file". */
async function makeEach(folder: string, mode: number): Promise<void> {
  const info = await stat(folder).catch(() => undefined)
  if (info?.isDirectory()) return
  if (dirname(folder) !== folder) await makeEach(dirname(folder), mode)
  await mkdir(folder, { mode }).catch(async (error: unknown) => {
    if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw error
  })
}
