import { rename, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { UsageError } from './command.ts'

/** The file appears whole or not at all. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.part`
  try {
    await writeFile(draft, bytes)
    await rename(draft, path)
  } catch (error) {
    const code = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new UsageError({
        ja: `${basename(path)} をこの場所に書けません。フォルダーを確かめてください。`,
        en: `${basename(path)} cannot be written there. Please look at the folder.`,
      })
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}
