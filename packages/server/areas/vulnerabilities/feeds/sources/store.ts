import type { FeedName } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import type { UserProblem } from '../../../../platform/errors/user-error.ts'

/** What is known of an address from the last time. */
export interface KnownSource {
  readonly etag: string | null
  readonly lastModified: string | null
  /** Of what was last taken over from it, unpacked or not, as its publisher counts it. */
  readonly sha256: string | null
  readonly checkedAt: string | null
  readonly notBefore: string | null
}

export async function readSource(client: PoolClient, feed: FeedName, address: string): Promise<KnownSource | undefined> {
  const { rows } = await client.query<KnownSource>(
    `select etag, last_modified as "lastModified", sha256, checked_at as "checkedAt", not_before as "notBefore"
       from feed_source where feed = $1 and address = $2`,
    [feed, address],
  )
  return rows[0]
}

export interface SourceTaken {
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
  readonly sha256?: string | undefined
  readonly at: Date
}

/** Something new was taken over from it. */
export async function writeSourceTaken(client: PoolClient, feed: FeedName, address: string, taken: SourceTaken): Promise<void> {
  await client.query(
    `insert into feed_source (feed, address, etag, last_modified, sha256, checked_at, fetched_at) values ($1, $2, $3, $4, $5, $6, $6)
     on conflict (feed, address) do update set etag = excluded.etag, last_modified = excluded.last_modified, sha256 = excluded.sha256,
       checked_at = excluded.checked_at, fetched_at = excluded.fetched_at, not_before = null, problem = null`,
    [feed, address, taken.etag ?? null, taken.lastModified ?? null, taken.sha256 ?? null, taken.at],
  )
}

/** It had nothing new, asked for a later time, or something was wrong: what is known of it stays. */
export async function writeSourceChecked(
  client: PoolClient,
  feed: FeedName,
  address: string,
  { at, notBefore, problem }: { at: Date; notBefore?: Date | undefined; problem?: UserProblem | undefined },
): Promise<void> {
  await client.query(
    `insert into feed_source (feed, address, checked_at, not_before, problem) values ($1, $2, $3, $4, $5)
     on conflict (feed, address) do update set checked_at = excluded.checked_at, not_before = excluded.not_before, problem = excluded.problem`,
    [feed, address, at, notBefore ?? null, problem === undefined ? null : JSON.stringify(problem)],
  )
}

export async function lastChecks(client: PoolClient): Promise<ReadonlyMap<FeedName, string>> {
  const { rows } = await client.query<{ feed: FeedName; at: string }>('select feed, max(checked_at) as at from feed_source group by feed')
  return new Map(rows.map(({ feed, at }) => [feed, at]))
}
