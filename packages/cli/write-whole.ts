import { rename, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { UsageError } from './command.ts'

/** Where the name that was given cannot be written, and it is no fault of ours. */
const ofThePlace: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EISDIR', 'EROFS', 'ENAMETOOLONG', 'ELOOP'])

/** The file appears whole or not at all. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.part`
  try {
    await writeFile(draft, bytes)
    await rename(draft, path)
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (typeof code === 'string' && ofThePlace.has(code))
      throw new UsageError({
        ja: `${basename(path)} をこの場所に書けません。フォルダーを確かめてください。`,
        en: `${basename(path)} cannot be written there. Please look at the folder.`,
      })
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new UsageError({
        ja: `${basename(path)} を書けません。空き容量が足りません。空けるか、別の場所にしてください。`,
        en: `${basename(path)} cannot be written: there is no room left. Make room, or choose another place.`,
      })
    throw error
  } finally {
    await rm(draft, { force: true }).catch(() => undefined)
  }
}
