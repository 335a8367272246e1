import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Problem, problemOfError, UserError, userError } from '../errors.ts'
import { readScan, type ScanRead } from './open.ts'
import type { ScanOptions } from './types.ts'

/** Where raw scans lie within a facility folder. They are read when somebody asks for them, not with the picture. */
export const scansFolder = 'scans'

export interface ScanFolderRead {
  /** In the order of their names. */
  readonly scans: readonly ScanRead[]
  /** Files of which nothing was taken, each with the reason. */
  readonly unread: readonly Problem[]
}

/**
 * Reads every file below a folder of scans, whatever its format; a file that is damaged or of no known format gives nothing
 * and is told. Links and hidden files are passed over. Names in claims and messages begin with the name of the folder.
 */
export async function readScanFolder(path: string, options: Omit<ScanOptions, 'name'> = {}): Promise<ScanFolderRead> {
  const scans: ScanRead[] = []
  const unread: Problem[] = []
  for (const name of await filesBelow(path)) {
    const file = name === '' ? basename(path) : `${basename(path)}/${name}`
    try {
      scans.push(await readScan(join(path, name), { ...options, name: file }))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      unread.push({ ...problemOfError(error), place: { ...error.place, file } })
    }
  }
  return { scans, unread }
}

/** Names relative to the folder; '' for a path that is itself a file. */
async function filesBelow(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile()) return ['']
  if (!found?.isDirectory()) throw userError('folder/not-found', {}, { path: basename(path) })
  return namesBelow(path, '')
}

async function namesBelow(path: string, prefix: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true })
  const names: string[] = []
  for (const entry of entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) names.push(...(await namesBelow(join(path, entry.name), `${prefix}${entry.name}/`)))
    else if (entry.isFile()) names.push(`${prefix}${entry.name}`)
  }
  return names
}
