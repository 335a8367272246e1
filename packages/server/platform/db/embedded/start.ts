import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { childEnvironment, spawnAs } from './initialise.ts'
import { didNotStart, diskFull } from './messages.ts'
import { readPostmasterFile } from './orphan.ts'
import type { Place } from './place.ts'
import { serverSettings } from './settings.ts'

/** A running postmaster of ours. */
export interface Postmaster {
  readonly pid: number
  /** Settles when the process ends, for whatever reason. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

const longestLogBytes = 10 * 1024 * 1024

async function openLog(file: string) {
  const size = await stat(file).then(
    (s) => s.size,
    () => 0,
  )
  if (size > longestLogBytes) await rename(file, `${file}.1`)
  return open(file, 'a', 0o600)
}

async function tailOf(file: string, from: number): Promise<string> {
  const text = await readFile(file).catch(() => Buffer.alloc(0))
  // A log that was put aside in between begins anew.
  const start = from > text.length ? 0 : from
  return text.subarray(Math.max(start, text.length - 4_000)).toString('utf8')
}

function startFailure(place: Place, options: { logFile: string; tail: string }): Error {
  if (/No space left on device/.test(options.tail)) return diskFull(place.dataFolder, new Error(options.tail))
  return didNotStart(options.logFile, options.tail)
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** Ready when PostgreSQL says so in its pid file; recovery after a crash may take minutes, so the process's life decides. */
async function waitUntilReady(child: ChildProcess, clusterFolder: string): Promise<boolean> {
  while (!hasEnded(child)) {
    const file = await readPostmasterFile(clusterFolder)
    if (file && file.pid === child.pid && file.status === 'ready') return true
    await sleep(8)
  }
  return false
}

function stopper(child: ChildProcess, ended: Promise<void>): () => Promise<void> {
  return async () => {
    if (hasEnded(child)) return
    child.kill('SIGINT')
    const isDone = await Promise.race([ended.then(() => true), sleep(60_000, false, { ref: false })])
    if (!isDone) child.kill('SIGQUIT')
    await ended
  }
}

interface LaunchOptions {
  readonly socketFolder: string
  readonly libraryPath: string
  readonly tcpPort?: number | undefined
}

interface Launched {
  readonly child: ChildProcess
  readonly ended: Promise<void>
}

/** NOTE: the end is listened for from the first moment; a postmaster with a bad setting is gone within milliseconds. */
async function launch(place: Place, options: LaunchOptions & { logFile: string }): Promise<Launched> {
  const settings = await serverSettings(options.socketFolder, options.tcpPort)
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = await openLog(options.logFile)
  try {
    return await new Promise<Launched>((resolve, reject) => {
      const child = spawnAs(place.runAs, () =>
        spawn(join(place.native.folder, 'bin/postgres'), ['-D', place.clusterFolder, ...flags], {
          env: childEnvironment(options.libraryPath),
          cwd: '/',
          stdio: ['ignore', log.fd, log.fd],
          // A session of its own: Ctrl-C in the terminal reaches us alone, and we order the shutdown.
          detached: true,
          ...place.runAs,
        }),
      )
      const ended = new Promise<void>((end) => child.once('exit', () => end()))
      child.once('error', reject)
      child.once('spawn', () => resolve({ child, ended }))
    })
  } finally {
    await log.close()
  }
}

/** Starts PostgreSQL on an existing cluster and waits until it takes connections. */
export async function startPostmaster(place: Place, options: LaunchOptions): Promise<Postmaster> {
  const logFile = join(place.dataFolder, 'postgres.log')
  const from = await stat(logFile).then(
    (s) => s.size,
    () => 0,
  )
  const { child, ended } = await launch(place, { ...options, logFile })
  // A process.exit or an uncaught error leaves no time to wait: PostgreSQL then shuts down by itself.
  const onExit = () => child.kill('SIGINT')
  process.once('exit', onExit)
  void ended.then(() => process.off('exit', onExit))
  if (!(await waitUntilReady(child, place.clusterFolder))) {
    throw startFailure(place, { logFile, tail: await tailOf(logFile, from) })
  }
  return { pid: child.pid ?? 0, ended, stop: stopper(child, ended) }
}
