import type { Text } from '../../errors/user-error.ts'
import type { DirectConnection } from '../pool.ts'
import { type DatabasePasswords, loadPasswords } from './credentials.ts'
import { adminRole, checkMajor, createCluster, hasCluster } from './initialise.ts'
import { acquireLock } from './lock.ts'
import { diskFull } from './messages.ts'
import { prepareLibraries } from './native.ts'
import { settleOrphan } from './orphan.ts'
import { choosePlace, type Place, type PlaceRequest } from './place.ts'
import { ensureRoles } from './roles.ts'
import { clearSocketFolder, makeSocketFolder, removeSocketFolder } from './socket-folder.ts'
import { type Postmaster, startPostmaster } from './start.ts'

export { choosePlace, type Place, type PlaceRequest } from './place.ts'

/** A running embedded PostgreSQL with its roles and the (perhaps still empty) database `mimamori`. */
export interface EmbeddedDatabase {
  readonly place: Place
  /** For migrations only. */
  readonly owner: DirectConnection
  /** For requests. */
  readonly app: DirectConnection
  /** For the job queue. */
  readonly jobs: DirectConnection
  /** Superuser: for the throw-away databases of tests and for backups, never for requests. */
  readonly admin: DirectConnection
  readonly pid: number
  readonly socketFolder: string
  readonly wasOrphaned: boolean
  /** Settles when PostgreSQL ends, ordered or not. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

export interface EmbeddedRequest extends PlaceRequest {
  /** Listens on 127.0.0.1 as well, as a database server would. Only tests do: the product needs no port. */
  readonly tcpPort?: number | undefined
}

interface Prepared {
  readonly passwords: DatabasePasswords
  readonly socketFolder: string
  readonly libraryPath: string
}

async function prepare(place: Place): Promise<Prepared> {
  const exists = await hasCluster(place)
  const passwords = await loadPasswords(place.dataFolder, exists)
  const libraryPath = await prepareLibraries(place.native, place.dataFolder)
  const socketFolder = await makeSocketFolder(place.dataFolder, place.runAs)
  if (!exists) await createCluster(place, { password: passwords.admin, libraryPath })
  return { passwords, socketFolder, libraryPath }
}

function connections(prepared: Prepared, tcpPort: number | undefined) {
  const where = tcpPort === undefined ? { host: prepared.socketFolder, port: 5432 } : { host: '127.0.0.1', port: tcpPort }
  const base = { ...where, database: 'mimamori' }
  const { passwords } = prepared
  return {
    admin: { ...base, user: adminRole, password: passwords.admin },
    owner: { ...base, user: 'mimamori_owner', password: passwords.owner },
    app: { ...base, user: 'mimamori_app', password: passwords.app },
    jobs: { ...base, user: 'mimamori_jobs', password: passwords.jobs },
  }
}

function stopAll(postmaster: Postmaster, options: { socketFolder: string; release: () => Promise<void> }): () => Promise<void> {
  let stopped: Promise<void> | undefined
  return () => {
    stopped ??= postmaster
      .stop()
      .then(() => removeSocketFolder(options.socketFolder))
      .then(options.release)
    return stopped
  }
}

/** ENOSPC comes from our own files, 53100 from PostgreSQL. */
function inWords(error: unknown, place: Place): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOSPC' || code === '53100' ? diskFull(place.dataFolder, error) : error
}

/** Starts the PostgreSQL of the data folder, making it at the first start. Throws a UserError when it cannot. */
export async function startEmbedded(request: EmbeddedRequest, tell: (note: Text) => void = () => undefined): Promise<EmbeddedDatabase> {
  const place = await choosePlace(request)
  for (const note of place.notes) tell(note)
  const lock = await acquireLock(place.dataFolder).catch((error: unknown) => {
    throw inWords(error, place)
  })
  let postmaster: Postmaster | undefined
  let socketFolder: string | undefined
  try {
    const prepared = await prepare(place)
    socketFolder = prepared.socketFolder
    await checkMajor(place)
    const wasOrphaned = await settleOrphan(place.clusterFolder)
    await clearSocketFolder(prepared.socketFolder)
    postmaster = await startPostmaster(place, { ...prepared, tcpPort: request.tcpPort })
    const settings = connections(prepared, request.tcpPort)
    await ensureRoles(settings.admin, prepared.passwords)
    const stop = stopAll(postmaster, { socketFolder: prepared.socketFolder, release: () => lock.release() })
    const { pid, ended } = postmaster
    return { ...settings, place, pid, socketFolder: prepared.socketFolder, wasOrphaned, ended, stop }
  } catch (error) {
    await postmaster?.stop()
    if (socketFolder !== undefined) await removeSocketFolder(socketFolder)
    await lock.release()
    throw inWords(error, place)
  }
}
