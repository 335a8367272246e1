import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, lchown, mkdir, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { didNotStart, diskFull, noSetuid, otherMajor } from './messages.ts'
import type { Account, Place } from './place.ts'

/** A new cluster takes about 40 MB, and the first write-ahead log files as much again. */
const neededBytes = 200 * 1024 * 1024

export const adminRole = 'mimamori_admin'

export function childEnvironment(libraryPath: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LD_LIBRARY_PATH: libraryPath, LC_ALL: 'C', LANG: 'C', TZ: 'UTC' }
}

export async function hasCluster(place: Place): Promise<boolean> {
  return readFile(join(place.clusterFolder, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
}

/** Refuses data of another major version: PostgreSQL would refuse too, in words that help nobody. */
export async function checkMajor(place: Place): Promise<void> {
  const found = (await readFile(join(place.clusterFolder, 'PG_VERSION'), 'utf8')).trim()
  const ours = place.native.version.split('.')[0] ?? ''
  if (found !== ours) throw otherMajor(place.clusterFolder, { found, ours })
}

interface Outcome {
  readonly code: number | null
  readonly output: string
}

/** NOTE: without CAP_SETUID `spawn` throws at once instead of telling by its event (measured). */
export function spawnAs<T>(account: Account | undefined, spawnIt: () => T): T {
  try {
    return spawnIt()
  } catch (error) {
    const isPermission = error instanceof Error && 'code' in error && error.code === 'EPERM'
    throw account && isPermission ? noSetuid(account.uid, error) : error
  }
}

/**
 * initdb, unlike PostgreSQL itself, insists on an account with a name (measured: "could not look up effective user ID").
 * Where ours has none, it runs as `nobody`, and the new cluster is given to ours afterwards.
 */
async function initdbAccount(runAs: Account): Promise<Account> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const accounts = text.split('\n').map((line) => line.split(':'))
  const isNamed = accounts.some((fields) => Number(fields[2]) === runAs.uid)
  const nobody = accounts.find((fields) => fields[0] === 'nobody') ?? accounts.find((fields) => Number(fields[2]) > 0)
  return isNamed || !nobody ? runAs : { uid: Number(nobody[2]), gid: Number(nobody[3]) }
}

async function giveAll(folder: string, account: Account): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) await lchown(join(folder, name), account.uid, account.gid)
  await lchown(folder, account.uid, account.gid)
}

function runInitdb(place: Place, options: { args: string[]; libraryPath: string; account: Account | undefined }): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawnAs(options.account, () =>
      spawn(join(place.native.folder, 'bin/initdb'), options.args, {
        env: childEnvironment(options.libraryPath),
        cwd: '/',
        stdio: ['ignore', 'pipe', 'pipe'],
        ...options.account,
      }),
    )
    let output = ''
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-4_000)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

async function give(path: string, account: Account | undefined): Promise<void> {
  if (!account) return
  await chown(path, account.uid, account.gid).catch((error: unknown) => {
    throw noSetuid(account.uid, error)
  })
}

function initdbArguments(folder: string, passwordFile: string): string[] {
  return [
    ...['-D', folder, '-U', adminRole, '--pwfile', passwordFile, '-E', 'UTF8'],
    ...['--auth-local=scram-sha-256', '--auth-host=scram-sha-256'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums'],
  ]
}

async function refuseFullDisk(place: Place): Promise<void> {
  const free = await statfs(place.dataFolder)
  if (free.bavail * free.bsize < neededBytes) throw diskFull(place.dataFolder)
}

function initdbFailure(place: Place, output: string): Error {
  if (/No space left on device/.test(output)) return diskFull(place.dataFolder, new Error(output))
  return didNotStart(join(place.dataFolder, 'postgres.log'), output)
}

/** What a killed first start left; its initdb may still be writing there, so a new one gets a name of its own. */
async function removeDrafts(place: Place): Promise<void> {
  const prefix = `${basename(place.clusterFolder)}.new-`
  const left = (await readdir(place.dataFolder)).filter((name) => name.startsWith(prefix))
  for (const name of left) await rm(join(place.dataFolder, name), { recursive: true, force: true, maxRetries: 3 })
}

/** Makes the cluster beside its place and renames it there, so that a kill half-way leaves no half cluster. */
export async function createCluster(place: Place, options: { password: string; libraryPath: string }): Promise<void> {
  await refuseFullDisk(place)
  const account = place.runAs && (await initdbAccount(place.runAs))
  const draft = `${place.clusterFolder}.new-${randomBytes(6).toString('hex')}`
  // NOTE: initdb reads the password from a file only, which must be readable by the account that runs it.
  const passwordFile = join(place.dataFolder, 'new-password')
  await removeDrafts(place)
  await rm(passwordFile, { force: true })
  try {
    await mkdir(draft, { mode: 0o700 })
    await writeFile(passwordFile, options.password, { mode: 0o600, flag: 'wx' })
    await give(draft, account)
    await give(passwordFile, account)
    const { code, output } = await runInitdb(place, {
      args: initdbArguments(draft, passwordFile),
      libraryPath: options.libraryPath,
      account,
    })
    if (code !== 0) throw initdbFailure(place, output)
    if (place.runAs) await giveAll(draft, place.runAs)
    await rename(draft, place.clusterFolder)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}
