import { type ChildProcess, fork } from 'node:child_process'
import { type CompileFailure, type Limits, residentMegabytes, watchEveryMs } from './compiler.ts'
import { knownGlyphs } from './fonts.ts'
import { replaceMissing } from './glyphs.ts'
import type { PictureAnswer, PictureAsk } from './picture-process.ts'

export type PictureResult =
  | { readonly kind: 'made'; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | CompileFailure

/** Pixels for each unit of the drawing: sharp enough for a slide. */
const scale = 2
/** Takes 100 MB while it is drawn; a folded map of 3,000 devices has half of it. */
const mostPixels = 24_000_000
const usualLimits: Limits = { milliseconds: 30_000, megabytes: 768 }

let queue: Promise<unknown> = Promise.resolve()

/**
 * A drawing as PNG on white, twice as wide and high as the SVG says, with the faces of the papers and no other: letters that they
 * lack are shown as 〓. One picture is drawn after the other, each in a process that is ended when it breaks a limit.
 */
export async function renderPicture(svg: string, limits: Partial<Limits> = {}): Promise<PictureResult> {
  const ask = { svg: replaceMissing(svg, knownGlyphs(), new Set()), scale, mostPixels }
  const turn = queue.then(() => draw(ask, { ...usualLimits, ...limits }))
  queue = turn.catch(() => undefined)
  return await turn
}

function draw(ask: PictureAsk, limits: Limits): Promise<PictureResult> {
  const child = start()
  return new Promise((resolve) => {
    const finish = (result: PictureResult) => {
      clearTimeout(timer)
      clearInterval(watch)
      child.kill('SIGKILL')
      resolve(result)
    }
    const failed = (why: CompileFailure['why'], message: string) => finish({ kind: 'failed', why, message })
    const timer = setTimeout(() => failed('time', 'limit of time reached'), limits.milliseconds)
    const watch = setInterval(() => {
      if (residentMegabytes(child.pid) > limits.megabytes) failed('memory', 'limit of memory reached')
    }, watchEveryMs)
    let complaint = ''
    child.stderr?.on('data', (text: Buffer) => {
      complaint = (complaint + text.toString()).slice(-2000)
    })
    child.on('message', (answer: PictureAnswer) => {
      if (answer.kind === 'failed') failed('compiler', answer.message)
      else finish({ kind: 'made', bytes: answer.png, width: answer.width, height: answer.height })
    })
    child.on('error', (error) => failed('compiler', error.message))
    child.on('exit', (code) => failed('compiler', complaint || `the drawing ended with ${code ?? 'a signal'}`))
    child.send(ask, (error) => error && failed('compiler', error.message))
  })
}

function start(): ChildProcess {
  return fork(new URL('./picture-process.ts', import.meta.url), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  })
}
