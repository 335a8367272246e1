import { stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isLocked } from './lock.ts'
import { type PlaceRequest, plannedFolder } from './place.ts'

export interface DataFolder {
  readonly folder: string
  readonly exists: boolean
  readonly running: boolean
  /** A database was made here: its secret file must be there too. */
  readonly isInUse: boolean
  readonly freeBytes: number
}

/** Where the data lie or would lie, without touching anything. */
export async function describeDataFolder(request: PlaceRequest): Promise<DataFolder> {
  const folder = await plannedFolder(request)
  const { bavail, bsize } = await statfs(await nearest(folder))
  return {
    folder,
    exists: await isThere(folder),
    running: await isLocked(folder),
    isInUse: await isThere(join(folder, 'postgres', 'PG_VERSION')),
    freeBytes: bavail * bsize,
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function nearest(path: string): Promise<string> {
  let at = path
  while (!(await isThere(at)) && dirname(at) !== at) at = dirname(at)
  return at
}
