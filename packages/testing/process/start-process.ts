import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url))

export interface StartOptions {
  /** MIMAMORI_DATA. */
  readonly data: string
  readonly env?: Readonly<Record<string, string>>
  readonly port?: number
}

/** `mimamori serve` as a process of its own, which can be killed. */
export interface RunningServer {
  readonly child: ChildProcess
  readonly port: number
  readonly url: string
  /** While nobody has set the installation up. */
  readonly setupToken: string | undefined
  /** From the start of the process to its first answer. */
  readonly startMs: number
  /** Asks it to stop, and waits for its end; the exit status. */
  stop(): Promise<number | null>
  /** Kills it without warning, or the database below it, which ends it too. */
  kill(what: 'server' | 'database'): Promise<void>
}

/**
 * The environment of a process that works on a data folder.
 * NOTE: settings of the caller's own shell would reach it; only these few are handed on.
 */
export function environmentOf(data: string): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, TZ, NODE_COMPILE_CACHE } = process.env
  const kept = Object.entries({ PATH, HOME, TMPDIR, TZ, NODE_COMPILE_CACHE }).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(kept), MIMAMORI_DATA: data }
}

function environment({ data, env }: StartOptions, port: number): NodeJS.ProcessEnv {
  return { ...environmentOf(data), MIMAMORI_PORT: String(port), MIMAMORI_LOG_LEVEL: 'silent', ...env }
}

async function untilReady(child: ChildProcess, url: string, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${said()}`)
    const isUp = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isUp && said().includes('Data:')) return
    await sleep(15)
  }
}

export async function startProcess(options: StartOptions): Promise<RunningServer> {
  const begun = performance.now()
  const port = options.port ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const env = environment(options, port)
  const child = spawn(process.execPath, [main, 'serve', '--lang', 'en'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString()
  })
  await untilReady(child, url, () => said)
  const ended = once(child, 'exit')
  return {
    child,
    port,
    url,
    setupToken: /setup#token=(\S+)/.exec(said)?.[1],
    startMs: performance.now() - begun,
    async stop() {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
    async kill(what) {
      if (what === 'server') child.kill('SIGKILL')
      else process.kill(postmasterOf(options.data), 'SIGKILL')
      await ended
    },
  }
}

function postmasterOf(data: string): number {
  return Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}
