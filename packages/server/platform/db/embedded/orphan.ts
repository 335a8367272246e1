import { readFile, realpath, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { orphanWillNotStop } from './messages.ts'
import { isRunning, isTaken, postgresProcessesIn } from './process-identity.ts'

/** What PostgreSQL writes into `postmaster.pid`. */
export interface PostmasterFile {
  readonly pid: number
  readonly folder: string
  readonly socketFolder: string
  readonly status: string
}

export async function readPostmasterFile(clusterFolder: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(clusterFolder, 'postmaster.pid'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const lines = text.split('\n').map((line) => line.trim())
  return { pid: Number(lines[0]), folder: lines[1] ?? '', socketFolder: lines[4] ?? '', status: lines[7] ?? '' }
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name)
    } catch {
      // gone in the meantime
    }
  }
}

interface Cluster {
  readonly folder: string
  readonly uid: number
}

function isGone(cluster: Cluster, which: 'ours' | 'all'): boolean {
  const { ours, unclear } = postgresProcessesIn(cluster)
  return ours.length === 0 && (which === 'ours' || unclear.length === 0)
}

async function waitUntilGone(cluster: Cluster, options: { seconds: number; which: 'ours' | 'all' }): Promise<boolean> {
  for (let tries = 0; tries < options.seconds * 20; tries += 1) {
    if (isGone(cluster, options.which)) return true
    await sleep(50)
  }
  return false
}

async function stopAll(cluster: Cluster, options: { found: readonly number[]; postmaster: number | undefined }): Promise<void> {
  const { found, postmaster } = options
  const isPostmasterAlive = postmaster !== undefined && found.includes(postmaster)
  signal(isPostmasterAlive ? [postmaster] : found, isPostmasterAlive ? 'SIGINT' : 'SIGTERM')
  if (await waitUntilGone(cluster, { seconds: 60, which: 'ours' })) return
  signal(postgresProcessesIn(cluster).ours, 'SIGQUIT')
  if (await waitUntilGone(cluster, { seconds: 10, which: 'ours' })) return
  throw orphanWillNotStop(cluster.folder, postgresProcessesIn(cluster).ours)
}

/** Where /proc is missing: the pid file alone tells, and is believed only if it names our folder. */
async function stopWithoutProc(file: PostmasterFile, folder: string): Promise<void> {
  if ((await realpath(file.folder).catch(() => '')) !== folder || !isRunning(file.pid)) return
  signal([file.pid], 'SIGINT')
  for (let tries = 0; tries < 600 && isRunning(file.pid); tries += 1) await sleep(50)
  if (isRunning(file.pid)) throw orphanWillNotStop(folder, [file.pid])
}

/**
 * Stops a PostgreSQL of ours whose Mimamori was killed. The caller holds the folder's lock, so nobody else uses it. Only
 * processes that work in this very folder are touched: the number in postmaster.pid may belong to another program by now.
 * Returns true when something had to be stopped.
 */
export async function settleOrphan(clusterFolder: string): Promise<boolean> {
  const file = await readPostmasterFile(clusterFolder)
  if (!file) return false
  const folder = await realpath(clusterFolder)
  if (process.platform !== 'linux') {
    await stopWithoutProc(file, folder)
    return true
  }
  const cluster = { folder, uid: (await stat(folder)).uid }
  const found = postgresProcessesIn(cluster).ours
  if (found.length > 0) await stopAll(cluster, { found, postmaster: file.pid })
  // NOTE: PostgreSQL refuses to start while the number in the file is taken, even by an unrelated program or by a dead one
  // that a container's first process never reaps. The file is also its guard against backends that outlived their
  // postmaster, so it goes only when none of those is left.
  if (isTaken(file.pid) && (await waitUntilGone(cluster, { seconds: 5, which: 'all' }))) {
    await rm(join(clusterFolder, 'postmaster.pid'), { force: true })
  }
  return found.length > 0
}
