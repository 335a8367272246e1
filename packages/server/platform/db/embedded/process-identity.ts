import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Tells one run of a process from a later one that got the same number: number, start time, boot, process space. */
export interface ProcessIdentity {
  readonly pid: number
  /** Clock ticks since boot on Linux, a date text elsewhere; compared only for equality. */
  readonly started: string
  readonly boot: string
  /** The PID namespace: containers that share a volume do not see each other's processes. */
  readonly space: string
}

function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return ''
  }
}

function linkQuietly(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

export function ownBoot(): string {
  return readQuietly('/proc/sys/kernel/random/boot_id')
}

export function ownSpace(): string {
  return linkQuietly('/proc/self/ns/pid')
}

function startedByProc(pid: number): string | undefined {
  const stat = readQuietly(`/proc/${pid}/stat`)
  if (stat === '') return undefined
  // NOTE: the name in field 2 may hold spaces and brackets; fields are counted from the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const isGone = fields[0] === 'Z' || fields[0] === 'X'
  return isGone ? undefined : fields[19]
}

function startedByPs(pid: number): string | undefined {
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return text.trim() || undefined
  } catch {
    return undefined
  }
}

/** When the process with this number started, or undefined when there is none. */
export function startedAt(pid: number): string | undefined {
  return ownBoot() === '' ? startedByPs(pid) : startedByProc(pid)
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startedAt(process.pid) ?? '', boot: ownBoot(), space: ownSpace() }
}

/** True when a process with this number exists, even one of another account. A dead one that nobody reaped is none. */
export function isRunning(pid: number): boolean {
  if (ownBoot() !== '' && startedByProc(pid) === undefined && readQuietly(`/proc/${pid}/stat`) !== '') return false
  return isTaken(pid)
}

/** True when a signal could be sent to this number: what PostgreSQL goes by, and true of unreaped dead processes too. */
export function isTaken(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** True when exactly this run of the process is alive. A process that cannot be looked into counts as alive. */
export function isSameRun(identity: ProcessIdentity): boolean {
  if (!isRunning(identity.pid)) return false
  const started = startedAt(identity.pid)
  return started === undefined || started === identity.started
}

function commandOf(pid: number): string[] {
  return readQuietly(`/proc/${pid}/cmdline`).split('\0')
}

function effectiveUid(pid: number): number {
  return Number(/^Uid:\s+\d+\s+(\d+)/m.exec(readQuietly(`/proc/${pid}/status`))?.[1] ?? -1)
}

function classify(pid: number, cluster: { folder: string; uid: number }): 'ours' | 'unclear' | 'other' {
  if (startedByProc(pid) === undefined) return 'other'
  const cwd = linkQuietly(`/proc/${pid}/cwd`)
  if (cwd !== '') return cwd === cluster.folder && /(^|\/)postgres/.test(linkQuietly(`/proc/${pid}/exe`)) ? 'ours' : 'other'
  // NOTE: root without CAP_SYS_PTRACE (a container's root) cannot see where another account's process works.
  const command = commandOf(pid)
  if (/(^|\/)postgres$/.test(command[0] ?? '')) return command.includes(cluster.folder) ? 'ours' : 'other'
  return /^postgres:/.test(command[0] ?? '') && effectiveUid(pid) === cluster.uid ? 'unclear' : 'other'
}

/**
 * PostgreSQL's processes of this cluster; `unclear` are processes of the same account that may belong to it or to
 * another cluster. Both empty where /proc is missing.
 */
export function postgresProcessesIn(cluster: { folder: string; uid: number }): { ours: number[]; unclear: number[] } {
  let entries: string[]
  try {
    entries = readdirSync('/proc')
  } catch {
    return { ours: [], unclear: [] }
  }
  const pids = entries.map(Number).filter((pid) => Number.isInteger(pid) && pid > 0)
  const classified = pids.map((pid) => ({ pid, kind: classify(pid, cluster) }))
  const pick = (kind: string) => classified.filter((entry) => entry.kind === kind).map((entry) => entry.pid)
  return { ours: pick('ours'), unclear: pick('unclear') }
}
