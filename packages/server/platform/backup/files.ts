import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { dataFrames, type Frame, frame } from './frames.ts'
import { damagedBackup } from './messages.ts'
import { syncPath } from './move-file.ts'

/** Folders of files by SHA-256 beside the database. */
export const keptFolders = ['evidence', 'papers'] as const
export type KeptFolder = (typeof keptFolders)[number]

async function namesIn(folder: string, pattern: RegExp): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.filter((name) => pattern.test(name)).sort()
}

/** `<organisation>/<first two>/<sha256>`; a draft of an upload on its way is none. */
async function* listKept(folder: string): AsyncGenerator<string> {
  for (const organisation of await namesIn(folder, /^[0-9a-f-]{36}$/))
    for (const start of await namesIn(join(folder, organisation), /^[0-9a-f]{2}$/))
      for (const sha256 of await namesIn(join(folder, organisation, start), /^[0-9a-f]{64}$/)) yield `${organisation}/${start}/${sha256}`
}

export interface FilesTold {
  files: number
  /** Bytes that are no longer those of their name. They go along as they are: half a paper is better than none. */
  damaged: number
}

/** Every kept file as frames. One that is taken away meanwhile belonged to a facility that was forgotten. */
export async function* fileFrames(dataFolder: string, told: FilesTold): AsyncGenerator<Buffer> {
  for (const folder of keptFolders) {
    for await (const path of listKept(join(dataFolder, folder))) {
      const handle = await open(join(dataFolder, folder, path)).catch(() => undefined)
      if (!handle) continue
      yield frame('file', { folder, path })
      const hash = createHash('sha256')
      for await (const chunk of createReadStream('', { fd: handle, highWaterMark: 256 * 1024 })) {
        hash.update(chunk)
        yield* dataFrames(chunk)
      }
      const sha256 = hash.digest('hex')
      told.files += 1
      if (!path.endsWith(sha256)) told.damaged += 1
      yield frame('done', { sha256 })
    }
  }
}

/** Writes one file below the draft folder, synced, and holds it against the hash that was taken when it was read. */
export async function writeKept(draft: string, file: { folder: KeptFolder; path: string }, frames: AsyncIterator<Frame>): Promise<void> {
  const target = join(draft, file.folder, file.path)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const handle = await open(target, 'wx', 0o600)
  const hash = createHash('sha256')
  try {
    for (;;) {
      const next = await frames.next()
      if (next.done) throw damagedBackup()
      if (next.value.kind === 'data') {
        hash.update(next.value.bytes)
        await handle.writeFile(next.value.bytes)
        continue
      }
      if (next.value.kind !== 'done' || next.value.value.sha256 !== hash.digest('hex')) throw damagedBackup()
      break
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  await syncPath(dirname(target))
}
