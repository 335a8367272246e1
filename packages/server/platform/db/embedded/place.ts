import { createHash } from 'node:crypto'
import { chmod, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Text } from '../../errors/user-error.ts'
import { makeFolders } from '../make-folder.ts'
import { foreignOwner, unreachableData } from './messages.ts'
import { copyNative, findNative, type NativeFolder } from './native.ts'

export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Where the data lies, and as whom the database runs. */
export interface Place {
  readonly dataFolder: string
  readonly clusterFolder: string
  /** Set when we are root, which PostgreSQL refuses. */
  readonly runAs?: Account
  readonly native: NativeFolder
  /** What the person who starts it should know, such as another data folder than expected. */
  readonly notes: readonly Text[]
}

export interface PlaceRequest {
  /** The data folder that is used when `dataSetting` is not given. */
  readonly defaultFolder: string
  /** MIMAMORI_DATA. */
  readonly dataSetting?: string | undefined
  readonly account?: Account
  /** Where a root-started installation keeps its data when its own folder cannot be reached. */
  readonly fallbackRoot?: string
}

/** In the range that systemd and Debian leave unused (60706–61183); no account needs to exist. */
export const databaseAccount: Account = { uid: 61046, gid: 61046 }

async function ownerOf(path: string): Promise<Account | undefined> {
  return stat(path).then(
    (s) => ({ uid: s.uid, gid: s.gid }),
    () => undefined,
  )
}

/** The path itself where it exists, else its nearest ancestor that does. */
async function nearestExisting(path: string): Promise<string> {
  for (let at = resolve(path); ; at = dirname(at)) {
    const real = await realpath(at).catch(() => undefined)
    if (real !== undefined) return real
    if (dirname(at) === at) return at
  }
}

function canEnter(folder: { mode: number; uid: number; gid: number }, account: Account): boolean {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0
  return (folder.mode & 0o001) !== 0
}

/** True when the account can enter every folder down to this path (the part of it that exists). */
export async function isReachable(path: string, account: Account): Promise<boolean> {
  for (let at = await nearestExisting(path); ; at = dirname(at)) {
    const info = await stat(at)
    if (!canEnter(info, account)) return false
    if (dirname(at) === at) return true
  }
}

/** Below /var/lib/mimamori, named by the path that could not be used, so that two checkouts do not meet. */
async function fallbackFolder(wanted: string, root: string): Promise<string> {
  const spelling = join(await nearestExisting(dirname(wanted)), basename(wanted))
  return join(root, createHash('sha256').update(spelling).digest('hex').slice(0, 16))
}

function movedNote(wanted: string, folder: string): Text {
  return {
    ja: `root で動いており、データベースの利用者からは ${wanted} までたどれないため、データは ${folder} に置きます。`,
    en: `Running as root, and the database's user cannot reach ${wanted}; the data is kept in ${folder}.`,
  }
}

/** The data folder that would be used, without making anything. */
export async function plannedFolder(request: PlaceRequest): Promise<string> {
  const wanted = resolve(request.dataSetting ?? request.defaultFolder)
  if (process.getuid?.() !== 0 || request.dataSetting !== undefined) return wanted
  const before = await ownerOf(join(wanted, 'postgres'))
  const account = before && before.uid !== 0 ? before : (request.account ?? databaseAccount)
  return (await isReachable(dirname(wanted), account)) ? wanted : fallbackFolder(wanted, request.fallbackRoot ?? '/var/lib/mimamori')
}

async function makeFolder(folder: string, mode: number): Promise<void> {
  await makeFolders(folder, 0o755)
  await chmod(folder, mode)
}

async function chooseAsRoot(request: PlaceRequest): Promise<Place> {
  const wanted = resolve(request.dataSetting ?? request.defaultFolder)
  const before = await ownerOf(join(wanted, 'postgres'))
  // NOTE: data made earlier by an ordinary user goes on belonging to that user.
  const account = before && before.uid !== 0 ? before : (request.account ?? databaseAccount)
  const notes: Text[] = []
  let dataFolder = wanted
  if (!(await isReachable(dirname(wanted), account))) {
    if (request.dataSetting !== undefined) throw unreachableData(wanted, account.uid)
    dataFolder = await fallbackFolder(wanted, request.fallbackRoot ?? '/var/lib/mimamori')
    notes.push(movedNote(wanted, dataFolder))
  }
  // Others may pass through to the database's own folder, and see nothing on the way.
  await makeFolder(dataFolder, 0o711)
  const real = await realpath(dataFolder)
  const native = await findNative()
  const canRun = await isReachable(join(native.folder, 'bin'), account)
  const usable = canRun ? native : await copyNative(native, real)
  return { dataFolder: real, clusterFolder: join(real, 'postgres'), runAs: account, native: usable, notes }
}

async function chooseAsUser(request: PlaceRequest, uid: number): Promise<Place> {
  const dataFolder = resolve(request.dataSetting ?? request.defaultFolder)
  await makeFolders(dataFolder, 0o700)
  const real = await realpath(dataFolder)
  const clusterFolder = join(real, 'postgres')
  for (const folder of [real, clusterFolder]) {
    const owner = await ownerOf(folder)
    if (owner && owner.uid !== uid) throw foreignOwner(folder, owner.uid)
  }
  return { dataFolder: real, clusterFolder, native: await findNative(), notes: [] }
}

/** Decides and makes the data folder; copies the programs where the database's user could not run them otherwise. */
export async function choosePlace(request: PlaceRequest): Promise<Place> {
  const uid = process.getuid?.() ?? -1
  return uid === 0 ? chooseAsRoot(request) : chooseAsUser(request, uid)
}
