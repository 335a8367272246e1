import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm, rmdir, stat, unlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { alreadyOpen } from './messages.ts'
import { isSameRun, ownIdentity, type ProcessIdentity } from './process-identity.ts'

/** The right of one process to a data folder. */
export interface ServerLock {
  readonly file: string
  release(): Promise<void>
}

interface Holder extends ProcessIdentity {
  readonly token: string
  readonly since: string
}

const beatMs = 3_000
/** Longer than several beats: a holder in another container is believed dead only after this silence. */
const silenceMs = 20_000

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('token' in value)) return undefined
    return value as Holder // written whole by us under a temporary name and linked; other content has no pid or token
  } catch {
    return undefined
  }
}

async function readHolder(file: string): Promise<{ holder: Holder | undefined; exists: boolean }> {
  try {
    return { holder: parseHolder(await readFile(file, 'utf8')), exists: true }
  } catch {
    return { holder: undefined, exists: false }
  }
}

async function mtimeOf(path: string): Promise<number> {
  return stat(path).then(
    (s) => s.mtimeMs,
    () => 0,
  )
}

/** Another boot or container: its processes are invisible, so only a moving file time tells that it lives. */
async function beats(file: string, waitMs: number): Promise<boolean> {
  const before = await mtimeOf(file)
  for (let waited = 0; waited < waitMs; waited += 250) {
    await sleep(250)
    const now = await mtimeOf(file)
    if (now === 0) return false
    if (now !== before) return true
  }
  return false
}

async function isAlive(file: string, holder: Holder, waitMs: number): Promise<boolean> {
  const own = ownIdentity()
  if (holder.boot === own.boot && holder.space === own.space) return isSameRun(holder)
  return beats(file, waitMs)
}

/** Removes a dead holder's file; only one process at a time may do so, or it could remove a fresh lock. */
async function removeStale(file: string, stale: Holder | undefined): Promise<void> {
  const guard = `${file}.takeover`
  try {
    await mkdir(guard)
  } catch {
    if (Date.now() - (await mtimeOf(guard)) > 10_000) await rmdir(guard).catch(() => undefined)
    await sleep(50)
    return
  }
  try {
    const now = await readHolder(file)
    if (now.exists && now.holder?.token === stale?.token) await unlink(file)
  } finally {
    await rmdir(guard)
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function keepBeating(file: string): NodeJS.Timeout {
  const timer = setInterval(() => {
    const now = new Date()
    utimes(file, now, now).catch(() => undefined)
  }, beatMs)
  timer.unref()
  return timer
}

function heldLock(file: string, token: string): ServerLock {
  const timer = keepBeating(file)
  return {
    file,
    async release() {
      clearInterval(timer)
      const { holder } = await readHolder(file)
      if (holder?.token === token) await unlink(file).catch(() => undefined)
    },
  }
}

/** True while a living process of this machine has the data folder. */
export async function isLocked(folder: string): Promise<boolean> {
  const { holder } = await readHolder(join(folder, 'server.lock'))
  return holder !== undefined && isSameRun(holder)
}

/** Takes the data folder for this process, or throws the message that says who has it. */
export async function acquireLock(folder: string, options: { silenceMs?: number } = {}): Promise<ServerLock> {
  const file = join(folder, 'server.lock')
  const token = randomBytes(16).toString('hex')
  const own: Holder = { ...ownIdentity(), token, since: new Date().toISOString() }
  const draft = `${file}.${token}`
  try {
    await writeWhole(draft, JSON.stringify(own))
    for (;;) {
      const taken = await link(draft, file).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error
          return false
        },
      )
      if (taken) return heldLock(file, token)
      const { holder } = await readHolder(file)
      if (holder && (await isAlive(file, holder, options.silenceMs ?? silenceMs))) throw alreadyOpen(folder, holder)
      await removeStale(file, holder)
    }
  } finally {
    await rm(draft, { force: true })
  }
}
