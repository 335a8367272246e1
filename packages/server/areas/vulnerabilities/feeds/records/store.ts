import type { PoolClient } from 'pg'
import type { FeedRecord, RecordFeed } from '../record.ts'

/** Ids and prints of what is kept already, of these. */
export async function readHashes(client: PoolClient, feed: RecordFeed, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const { rows } = await client.query<{ id: string; hash: Buffer }>('select id, hash from feed_record where feed = $1 and id = any ($2)', [
    feed,
    ids,
  ])
  return new Map(rows.map(({ id, hash }) => [id, hash]))
}

/** Lists of each record travel as lines, since a list of lists of different lengths is none in SQL. */
export async function stageRecords(
  client: PoolClient,
  at: { readonly run: number; readonly part: number },
  records: readonly FeedRecord[],
): Promise<void> {
  await client.query(
    `insert into feed_staged (run, part, feed, id, form, hash, cves, keys, modified_on, unread, body)
     select $1, $2, feed, id, form, hash, string_to_array(cves, E'\\n'), string_to_array(keys, E'\\n'), modified_on, unread, body
       from unnest($3::text[], $4::text[], $5::text[], $6::bytea[], $7::text[], $8::text[], $9::text[], $10::int[], $11::bytea[])
         as t (feed, id, form, hash, cves, keys, modified_on, unread, body)
     on conflict (run, part, feed, id) do update set form = excluded.form, hash = excluded.hash, cves = excluded.cves,
       keys = excluded.keys, modified_on = excluded.modified_on, unread = excluded.unread, body = excluded.body`,
    [
      at.run,
      at.part,
      records.map(({ feed }) => feed),
      records.map(({ id }) => id),
      records.map(({ form }) => form),
      records.map(({ hash }) => hash),
      records.map(({ cves }) => cves.join('\n')),
      records.map(({ keys }) => keys.join('\n')),
      records.map(({ modifiedOn }) => modifiedOn ?? null),
      records.map(({ unread }) => unread),
      records.map(({ body }) => body),
    ],
  )
}

export async function dropStaged(client: PoolClient, at: { readonly run: number; readonly part: number }): Promise<void> {
  await client.query('delete from feed_staged where run = $1 and part = $2', [at.run, at.part])
}

/** What readings left behind that did not come to their end. */
export async function dropAllStaged(client: PoolClient): Promise<void> {
  await client.query('delete from feed_staged')
}

const mergeStatement = `
  with moved as (
    delete from feed_staged where (run, part, feed, id) in (
      select run, part, feed, id from feed_staged where run = $1 order by part, feed, id limit $2) returning *
  ), latest as (
    select distinct on (feed, id) * from moved order by feed, id, part desc
  ), before as (
    select r.feed, r.id, r.keys from feed_record r join latest using (feed, id)
  ), put as (
    insert into feed_record as r (feed, id, form, hash, cves, keys, modified_on, unread, body)
      select feed, id, form, hash, cves, keys, modified_on, unread, body from latest
    on conflict (feed, id) do update set form = excluded.form, hash = excluded.hash, cves = excluded.cves, keys = excluded.keys,
      modified_on = excluded.modified_on, unread = excluded.unread, body = excluded.body
      where not coalesce(excluded.modified_on < r.modified_on, false) and (excluded.form <> 'jvn-rss' or r.form = 'jvn-rss')
    returning r.feed, r.id, r.keys
  ), touched as (
    insert into feed_touched (product_key, run)
      select key, $1 from (
        select unnest(keys) as key from put union select unnest(b.keys) from before b join put using (feed, id)) as changed
    on conflict (product_key) do update set run = excluded.run
  )
  select (select count(*) from moved) as moved, feed, count(*) as n from put group by feed
  union all select (select count(*) from moved), null, 0`

/**
 * Takes over some of what waits. An older state of a record takes the place of no newer one, and a line in a list of changes
 * that of no record, since it tells less.
 */
export async function mergeStaged(client: PoolClient, run: number, atOnce: number): Promise<Merged> {
  const { rows } = await client.query<{ moved: number; feed: RecordFeed | null; n: number }>(mergeStatement, [run, atOnce])
  return { moved: rows[0]?.moved ?? 0, changed: rows.flatMap(({ feed, n }) => (feed === null ? [] : [{ feed, n }])) }
}

export interface Merged {
  readonly moved: number
  readonly changed: readonly { readonly feed: RecordFeed; readonly n: number }[]
}

export async function countRecords(client: PoolClient, feed: RecordFeed): Promise<{ records: number; unread: number }> {
  const { rows } = await client.query<{ records: number; unread: number }>(
    'select count(*) as records, count(*) filter (where unread > 0) as unread from feed_record where feed = $1',
    [feed],
  )
  return rows[0] ?? { records: 0, unread: 0 }
}
