import { type CronItem, Logger, parseCronItems, type Runner, run, runMigrations, type Task } from 'graphile-worker'
import type pg from 'pg'
import { z } from 'zod'
import { type ConnectionSettings, openPool } from '../db/pool.ts'
import { installation, type Scope, withScope } from '../db/scope.ts'
import type { Log } from '../log/log.ts'
import { makeQueueFunctions } from './store.ts'

export interface JobContext<T> {
  readonly input: T
  readonly scope: Scope
  /** A transaction in the job's scope; long work outside of it holds no connection. */
  readonly inScope: <R>(fn: (client: pg.PoolClient) => Promise<R>) => Promise<R>
  /** Set when the server is about to stop. */
  readonly signal: AbortSignal
}

export interface JobDefinition<T> {
  readonly task: string
  readonly input: z.ZodType<T>
  /** A cron line in UTC, such as `0 17 * * *` (two in the morning in Japan); then it runs for the installation. */
  readonly every?: string
  readonly run: (context: JobContext<T>) => Promise<void>
}

/** What the runner needs of a job, with the type of its input closed in. */
export interface Job {
  readonly task: string
  readonly every?: string
  start(given: { payload: unknown; signal: AbortSignal; pool: pg.Pool }): Promise<void>
}

const payloadShape = z.object({ organisation: z.guid(), person: z.guid().nullish(), input: z.unknown() })

function readPayload(payload: unknown): { scope: Scope; input: unknown } {
  const isTimed = typeof payload === 'object' && payload !== null && '_cron' in payload && !('organisation' in payload)
  if (isTimed) return { scope: { organisation: installation }, input: {} }
  const { organisation, person, input } = payloadShape.parse(payload)
  return { scope: { organisation, ...(person ? { person } : {}) }, input }
}

export function defineJob<T>(definition: JobDefinition<T>): Job {
  return {
    task: definition.task,
    ...(definition.every === undefined ? {} : { every: definition.every }),
    start: ({ payload, signal, pool }) => {
      const { scope, input } = readPayload(payload)
      return definition.run({ input: definition.input.parse(input), scope, signal, inScope: (fn) => withScope(pool, scope, fn) })
    },
  }
}

function toPino(log: Log): Logger {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const
  return new Logger((scope) => (level, message, meta) => {
    const problem = meta?.error ?? meta?.rawError ?? meta?.reason
    const known = { task: scope.taskIdentifier, job: scope.jobId, ...(problem instanceof Error ? { err: problem } : {}) }
    // NOTE: the library's own sentence quotes the error, which may quote a person's words.
    log[levels[level]](known, level === 'error' || level === 'warning' ? 'job queue' : message)
  })
}

/** NOTE: the queue stores the message of a failed job; the log, which removes secrets, gets the error instead. */
function toTask(job: Job, given: { pool: pg.Pool; log: Log }): Task {
  return async (payload, helpers) => {
    const signal = helpers.abortSignal ?? new AbortController().signal
    try {
      await job.start({ payload, signal, pool: given.pool })
    } catch (error) {
      given.log.error({ err: error, task: job.task, job: helpers.job.id, attempt: helpers.job.attempts }, 'job failed')
      throw new Error(`${job.task} failed; see the log`)
    }
  }
}

function timedItems(jobs: readonly Job[]): CronItem[] {
  return jobs.flatMap((job) => (job.every === undefined ? [] : [{ task: job.task, match: job.every, identifier: job.task }]))
}

async function withQueuePool<T>(connection: ConnectionSettings, log: Log, fn: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = openQueuePool(connection, log)
  try {
    return await fn(pool)
  } finally {
    await pool.end()
  }
}

/** NOTE: nobody waits for a job, and the library tells the end of one without catching what goes wrong then. */
const waitMs = 120_000

/** The library reads the driver's own types, and wants its errors handled on every connection. */
function openQueuePool(connection: ConnectionSettings, log: Log): pg.Pool {
  const onError = (error: Error) => log.warn({ err: error }, 'job queue connection lost')
  const pool = openPool(connection, { onError, max: 6, name: 'mimamori-jobs', isPlain: true, waitMs })
  pool.on('connect', (client) => client.on('error', onError))
  return pool
}

/** Makes or updates the queue; needed once before anything can be put into it. */
export async function prepareJobs(connection: ConnectionSettings, log: Log): Promise<void> {
  await withQueuePool(connection, log, async (pool) => {
    await runMigrations({ pgPool: pool, logger: toPino(log) })
    const client = await pool.connect()
    try {
      await makeQueueFunctions(client)
    } finally {
      client.release()
    }
  })
}

export interface RunningJobs {
  /** Lets running jobs end, up to a few seconds, and gives the rest back to the queue. */
  stop(): Promise<void>
}

export async function startJobs(given: {
  /** The queue's own role. */
  connection: ConnectionSettings
  /** The requests role: jobs see what a request of their organisation would see. */
  pool: pg.Pool
  jobs: readonly Job[]
  log: Log
  concurrency?: number
}): Promise<RunningJobs> {
  await prepareJobs(given.connection, given.log)
  const queuePool = openQueuePool(given.connection, given.log)
  const taskList = Object.fromEntries(given.jobs.map((job) => [job.task, toTask(job, given)]))
  const runner: Runner = await run({
    pgPool: queuePool,
    taskList,
    logger: toPino(given.log),
    concurrency: given.concurrency ?? 2,
    noHandleSignals: true,
    parsedCronItems: parseCronItems(timedItems(given.jobs)),
  })
  return {
    async stop() {
      await runner.stop()
      await queuePool.end()
    },
  }
}
