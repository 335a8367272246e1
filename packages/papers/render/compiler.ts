import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import type { Answer } from './pdf-process.ts'

export interface Limits {
  readonly milliseconds: number
  readonly megabytes: number
}

export type Compiled = { readonly kind: 'made'; readonly pdf: Uint8Array; readonly pages: number } | CompileFailure
export interface CompileFailure {
  readonly kind: 'failed'
  readonly why: 'time' | 'memory' | 'compiler'
  readonly message: string
}

interface Waiting {
  readonly by: ChildProcess
  readonly limits: Limits
  readonly resolve: (compiled: Compiled) => void
  readonly timer: NodeJS.Timeout
  readonly watch: NodeJS.Timeout
}

const pageBytes = 4096
export const watchEveryMs = 200
const idleMs = 30_000

let child: ChildProcess | undefined
/** Papers that the process has made: it keeps parts of them in its memory. */
let remembered = 0
let idle: NodeJS.Timeout | undefined
let lastId = 0
let queue: Promise<unknown> = Promise.resolve()
const waiting = new Map<number, Waiting>()

/** Compiles one paper after the other in a process that is ended when it breaks a limit, and rests when nobody asks. */
export async function compile(json: string, limits: Limits): Promise<Compiled> {
  const turn = queue.then(async () => {
    const isFresh = child === undefined || remembered === 0
    const compiled = await compileNow(json, limits)
    const isOfOthers = compiled.kind === 'failed' && compiled.why === 'memory' && !isFresh
    return isOfOthers ? await compileNow(json, limits) : compiled
  })
  queue = turn.catch(() => undefined)
  return await turn
}

/** Ends the process; the next paper starts another. */
export function closeCompiler(): void {
  clearTimeout(idle)
  const gone = child
  child = undefined
  gone?.kill('SIGKILL')
}

function compileNow(json: string, limits: Limits): Promise<Compiled> {
  clearTimeout(idle)
  const running = child ?? start()
  running.ref()
  running.channel?.ref()
  const id = ++lastId
  return new Promise((resolve) => {
    const stop = (why: 'time' | 'memory') => finish(id, { kind: 'failed', why, message: `limit of ${why} reached` }, true)
    const timer = setTimeout(() => stop('time'), limits.milliseconds)
    const watch = setInterval(() => {
      if (residentMegabytes(running.pid) > limits.megabytes) stop('memory')
    }, watchEveryMs)
    waiting.set(id, { by: running, limits, resolve, timer, watch })
    running.send({ id, json }, (error) => {
      if (error) finish(id, { kind: 'failed', why: 'compiler', message: error.message }, true)
    })
  })
}

function start(): ChildProcess {
  const started = fork(new URL('./pdf-process.ts', import.meta.url), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  })
  let complaint = ''
  started.stderr?.on('data', (text: Buffer) => {
    complaint = (complaint + text.toString()).slice(-2000)
  })
  started.on('message', (answer: Answer) => {
    finish(answer.id, answer.kind === 'made' ? answer : { kind: 'failed', why: 'compiler', message: answer.message }, false)
  })
  started.on('exit', (code) => {
    if (child === started) child = undefined
    const message = complaint || `the compiler ended with ${code ?? 'a signal'}`
    for (const [id, one] of waiting) if (one.by === started) finish(id, { kind: 'failed', why: 'compiler', message }, false)
  })
  child = started
  remembered = 0
  return started
}

function finish(id: number, compiled: Compiled, end: boolean): void {
  const one = waiting.get(id)
  if (!one) return
  waiting.delete(id)
  clearTimeout(one.timer)
  clearInterval(one.watch)
  remembered += 1
  if (end || isFull(one)) closeCompiler()
  else rest()
  one.resolve(compiled)
}

/** NOTE: the compiler never gives back what it keeps of earlier papers; four packs of a large hospital would reach the limit. */
function isFull({ by, limits }: Waiting): boolean {
  return residentMegabytes(by.pid) > limits.megabytes / 2
}

/** A resting process keeps nobody alive, and goes after a while. */
function rest(): void {
  child?.unref()
  child?.channel?.unref()
  if (child?.stderr instanceof Socket) child.stderr.unref()
  idle = setTimeout(closeCompiler, idleMs)
  idle.unref()
}

/** Memory of the process; NOTE: only Linux tells it without a program of its own, elsewhere time alone limits. */
export function residentMegabytes(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    return (pages * pageBytes) / 1_048_576
  } catch {
    return 0
  }
}
