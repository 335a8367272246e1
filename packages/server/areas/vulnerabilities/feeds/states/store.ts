import type { FeedName } from '@mimamori/domain'
import type { Pool, PoolClient } from 'pg'
import type { UserProblem } from '../../../../platform/errors/user-error.ts'

/** What is kept of a feed, and how the last reading went. */
export interface FeedState {
  readonly feed: FeedName
  /** The reading that counts; 0 while there was none. */
  readonly run: number
  readonly records: number
  /** Records of which some part could not be read. */
  readonly unread: number
  /** Day or instant of its making, by its own words. */
  readonly asOf: string | null
  readonly takenAt: string | null
  readonly source: string | null
  /** Why the last reading was not taken over, and since when. */
  readonly problem: UserProblem | null
  readonly problemAt: string | null
  /** Records of the last reading that could not be read at all; the first of them. */
  readonly passedOver: readonly UserProblem[]
}

export async function readStates(client: PoolClient): Promise<readonly FeedState[]> {
  const { rows } = await client.query<FeedState>(
    `select feed, run, records, unread, as_of as "asOf", taken_at as "takenAt", source, problem, problem_at as "problemAt",
         passed_over as "passedOver"
       from feed_state order by feed`,
  )
  return rows
}

/** Whether facilities were held against feeds once, and none is kept: after a restore, which brings no feeds. */
export async function areToBeReadAgain(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ again: boolean }>(
    'select feeds_were_read() and not exists (select from feed_state where run > 0) as again',
  )
  return rows[0]?.again === true
}

/**
 * A number for a reading that begins, greater than all before. NOTE: it is a time, so that it is greater than what a facility
 * remembers from before a restore too, which knows no feeds; a clock that was turned back does no harm.
 */
export async function nextRun(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ run: number }>(
    `select greatest((extract(epoch from clock_timestamp()) * 1000000)::bigint, 1 + (select max(run) from feed_state),
       1 + (select max(run) from feed_touched)) as run`,
  )
  if (!rows[0]) throw new Error('a query without a table always answers')
  return rows[0].run
}

export interface TakenOver {
  readonly feed: FeedName
  readonly run: number
  readonly records: number
  readonly unread: number
  readonly asOf: string | undefined
  readonly at: Date
  readonly source: string
  readonly passedOver: readonly UserProblem[]
}

/** A reading without a day of its own leaves the day that is there. */
export async function writeTakenOver(client: PoolClient, taken: TakenOver): Promise<void> {
  await client.query(
    `insert into feed_state as s (feed, run, records, unread, as_of, taken_at, source, problem, problem_at, passed_over)
       values ($1, $2, $3, $4, $5, $6, $7, null, null, $8)
     on conflict (feed) do update set run = excluded.run, records = excluded.records, unread = excluded.unread,
       as_of = greatest(excluded.as_of, s.as_of), taken_at = excluded.taken_at, source = excluded.source, problem = null, problem_at = null,
       passed_over = excluded.passed_over`,
    [taken.feed, taken.run, taken.records, taken.unread, taken.asOf ?? null, taken.at, taken.source, JSON.stringify(taken.passedOver)],
  )
}

/** What counted before still counts. */
export async function writeProblem(client: PoolClient, feed: FeedName, given: { problem: UserProblem; at: Date }): Promise<void> {
  await client.query(
    `insert into feed_state (feed, problem, problem_at) values ($1, $2, $3)
     on conflict (feed) do update set problem = excluded.problem, problem_at = excluded.problem_at`,
    [feed, JSON.stringify(given.problem), given.at],
  )
}

const lockKey = 4_646_019

/** Runs the work if no other reading of feeds goes on anywhere; else answers undefined. The lock ends with its connection. */
export async function whileAlone<T>(pool: Pool, work: () => Promise<T>): Promise<{ readonly value: T } | undefined> {
  const client = await pool.connect()
  const onError = () => undefined // a lost connection lets the lock go; the work fails or ends by itself
  client.on('error', onError)
  try {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [lockKey])
    if (rows[0]?.got !== true) return undefined
    try {
      return { value: await work() }
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => undefined)
    }
  } finally {
    client.off('error', onError)
    client.release()
  }
}
