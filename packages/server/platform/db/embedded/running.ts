import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DirectConnection } from '../pool.ts'
import { loadPasswords } from './credentials.ts'
import { isLocked } from './lock.ts'
import { readPostmasterFile } from './orphan.ts'
import { type PlaceRequest, plannedFolder } from './place.ts'

/**
 * What a person who may read the data folder finds there: nothing, data at rest, or a running database with the way to it
 * as the owner role and as that of requests. The passwords lie in the folder (0600), so that this is a right of the one who keeps the installation.
 */
export type FoundEmbedded =
  | { readonly kind: 'none'; readonly dataFolder: string }
  | { readonly kind: 'stopped'; readonly dataFolder: string }
  | { readonly kind: 'running'; readonly dataFolder: string; readonly owner: DirectConnection; readonly app: DirectConnection }

export async function findEmbedded(request: PlaceRequest): Promise<FoundEmbedded> {
  const dataFolder = await plannedFolder(request)
  const cluster = join(dataFolder, 'postgres')
  const isThere = await stat(join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
  if (!isThere) return { kind: 'none', dataFolder }
  const postmaster = await readPostmasterFile(cluster)
  if (!postmaster || !(await isLocked(dataFolder))) return { kind: 'stopped', dataFolder }
  const passwords = await loadPasswords(dataFolder, true)
  const base = { host: postmaster.socketFolder, port: 5432, database: 'mimamori' }
  const owner = { ...base, user: 'mimamori_owner', password: passwords.owner }
  return { kind: 'running', dataFolder, owner, app: { ...base, user: 'mimamori_app', password: passwords.app } }
}
