import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type ByteSource, byteSource, type FileInput } from '../bytes.ts'
import { type Problem, problem, UserError, userError } from '../errors.ts'
import type { TableRow } from '../table.ts'
import { refusalOf } from './kind.ts'
import { type XlsxLimits, xlsxLimits } from './limits.ts'
import type { Ask, Reply, SheetInfo, WorkbookInfo, WorkerInput, WorkerProblem } from './protocol.ts'
import type { SheetEnd } from './sheet.ts'

export interface WorkbookOptions {
  readonly limits?: Partial<XlsxLimits>
  readonly name?: string
}

/** A workbook that is read in a worker of its own; `close` ends the worker, whatever it is doing. */
export interface Workbook {
  readonly file: string
  readonly sheets: readonly SheetInfo[]
  readonly date1904: boolean
  /** What is told of a workbook that is read all the same: macros. */
  readonly problems: readonly Problem[]
  /** The rows of a sheet as they are asked for; the generator returns merged cells and shapes. One sheet at a time. */
  readonly rows: (index: number) => AsyncGenerator<TableRow, SheetEnd>
  readonly close: () => Promise<void>
}

interface Connection {
  readonly source: ByteSource
  readonly limits: XlsxLimits
  readonly worker: Worker
  failed: UserError | undefined
  /** Time spent waiting for the worker, over all pieces. */
  waitedMs: number
}

/** Opens a workbook behind limits. A file that is too large, encrypted or of another kind is refused before it is unpacked. */
export async function openWorkbook(input: FileInput, options: WorkbookOptions = {}): Promise<Workbook> {
  const limits = { ...xlsxLimits, ...options.limits }
  const source = await byteSource(input, { maxBytes: limits.maxFileBytes, ...(options.name !== undefined && { name: options.name }) })
  const refusal = await refusalOf(source)
  if (refusal) throw refusal
  const connection: Connection = { source, limits, worker: startWorker(source, limits), failed: undefined, waitedMs: 0 }
  try {
    const reply = await ask(connection, { kind: 'open' })
    if (reply.kind !== 'workbook') throw new Error(`a workbook was asked for, ${reply.kind} came`)
    return workbookOf(connection, reply.info)
  } catch (error) {
    await connection.worker.terminate()
    throw error
  }
}

function startWorker(source: ByteSource, limits: XlsxLimits): Worker {
  const workerData: WorkerInput = {
    limits,
    ...(source.path === undefined ? source.bytes && { bytes: source.bytes } : { path: source.path }),
  }
  return new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: limits.maxHeapMegabytes, maxYoungGenerationSizeMb: 64 },
    execArgv: [],
    env: {},
  })
}

function workbookOf(connection: Connection, info: WorkbookInfo): Workbook {
  const file = connection.source.name
  return {
    file,
    sheets: info.sheets,
    date1904: info.date1904,
    problems: info.hasMacros ? [problem('excel/macros', { file })] : [],
    rows: (index) => rowsOf(connection, index),
    close: async () => {
      await connection.worker.terminate()
    },
  }
}

async function* rowsOf(connection: Connection, index: number): AsyncGenerator<TableRow, SheetEnd> {
  let reply = await ask(connection, { kind: 'sheet', index })
  while (reply.kind === 'rows') {
    yield* reply.rows
    reply = await ask(connection, { kind: 'more' })
  }
  if (reply.kind !== 'end') throw new Error(`rows were asked for, ${reply.kind} came`)
  return { merges: reply.merges, drawings: reply.drawings }
}

/** Sends one question and waits for its answer; all waiting together may not take longer than the limit. */
async function ask(connection: Connection, question: Ask): Promise<Reply> {
  if (connection.failed) throw connection.failed
  const { worker, limits, source } = connection
  const ended = new AbortController()
  const asked = performance.now()
  const timer = setTimeout(() => ended.abort(), Math.max(0, limits.maxSeconds * 1000 - connection.waitedMs))
  try {
    worker.postMessage(question)
    const [reply] = (await once(worker, 'message', { signal: ended.signal })) as [Reply] // the worker answers with replies alone
    if (reply.kind === 'problem') throw errorOf(reply.problem, source.name)
    return reply
  } catch (error) {
    connection.failed = error instanceof UserError ? error : failureOf(error, connection)
    await worker.terminate()
    throw connection.failed ?? error
  } finally {
    clearTimeout(timer)
    connection.waitedMs += performance.now() - asked
  }
}

function errorOf({ code, sheet, row, values }: WorkerProblem, file: string): UserError {
  return userError(code, { file, ...(sheet !== undefined && { sheet }), ...(row !== undefined && { row }) }, values)
}

function failureOf(error: unknown, { source, limits }: Connection): UserError | undefined {
  const place = { file: source.name }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ABORT_ERR') return userError('excel/too-slow', place, { seconds: limits.maxSeconds }, { cause: error })
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return userError('excel/too-large-inside', place, { limit: `${limits.maxHeapMegabytes} MB` }, { cause: error })
  return undefined
}
