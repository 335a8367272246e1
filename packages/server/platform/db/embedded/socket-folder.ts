import { createHash } from 'node:crypto'
import { access, chmod, chown, constants, lstat, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from './place.ts'

/** A Unix socket's path must fit into 108 bytes; a margin is left. */
const longestPath = 100

export const socketName = '.s.PGSQL.5432'

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
}

async function chooseBase(): Promise<string> {
  const candidates = process.getuid?.() === 0 ? ['/run'] : [process.env.XDG_RUNTIME_DIR ?? '']
  for (const folder of candidates) if (folder !== '' && (await isWritable(folder))) return folder
  return tmpdir()
}

/** Ours alone: a real folder, of the right owner. In a shared temp folder anyone could have made it first. */
async function isOurs(folder: string, owner: number): Promise<boolean> {
  return lstat(folder).then(
    (s) => s.isDirectory() && s.uid === owner,
    () => false,
  )
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, socketName)) < longestPath
}

/** A private folder (0700) for the socket, outside the data folder whose path may be too long for a socket. */
export async function makeSocketFolder(dataFolder: string, runAs: Account | undefined): Promise<string> {
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  const base = await chooseBase()
  const name = join(fits(join(base, `mimamori-${hash}`)) ? base : '/tmp', `mimamori-${hash}`)
  const owner = runAs?.uid ?? process.getuid?.() ?? 0
  await mkdir(name, { mode: 0o700 }).then(
    () => (runAs ? chown(name, runAs.uid, runAs.gid) : undefined),
    () => undefined,
  )
  let folder = name
  if (!(await isOurs(name, owner))) {
    folder = await mkdtemp(`${name}-`)
    if (runAs) await chown(folder, runAs.uid, runAs.gid)
  }
  await chmod(folder, 0o700)
  return folder
}

export async function removeSocketFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

/**
 * Takes away what a killed PostgreSQL left: it would refuse to start while its number in the lock is taken, be it by an
 * unreaped dead process. Only to be called when none of its processes is left.
 */
export async function clearSocketFolder(folder: string): Promise<void> {
  for (const name of [socketName, `${socketName}.lock`]) await rm(join(folder, name), { force: true })
}
