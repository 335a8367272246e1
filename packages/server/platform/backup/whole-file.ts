import { createHash, randomBytes } from 'node:crypto'
import { link, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileExists, noRoomForBackup } from './messages.ts'
import { syncPath } from './move-file.ts'

function inWords(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EEXIST') return fileExists(file)
  return code === 'ENOSPC' || code === 'EDQUOT' ? noRoomForBackup(file, error) : error
}

/** Writes a new file that appears whole or not at all, for its owner alone; never over another one. */
export async function writeWholeFile(file: string, source: AsyncIterable<Uint8Array>): Promise<{ bytes: number; sha256: string }> {
  const draft = `${file}.${randomBytes(6).toString('hex')}.part`
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      for await (const chunk of source) {
        await handle.writeFile(chunk)
        hash.update(chunk)
        bytes += chunk.length
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(draft, file)
    await syncPath(dirname(file))
    return { bytes, sha256: hash.digest('hex') }
  } catch (error) {
    throw inWords(error, file)
  } finally {
    await rm(draft, { force: true })
  }
}
