import { copyFile, open, rename, rm } from 'node:fs/promises'

/** Makes a file, or the names in a folder, safe against power loss. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A rename, or a synced copy under another name and a rename where the two places are not on one disk. */
export async function moveFile(from: string, to: string): Promise<void> {
  const moved = await rename(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EXDEV') throw error
      return false
    },
  )
  if (moved) return
  await copyFile(from, `${to}.new`)
  await syncPath(`${to}.new`)
  await rename(`${to}.new`, to)
  await rm(from, { force: true })
}
