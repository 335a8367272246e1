import type { ExploitPrediction, KnownExploited } from '@mimamori/matching'
import type { PoolClient } from 'pg'

export async function insertKnownExploited(client: PoolClient, run: number, entries: readonly KnownExploited[]): Promise<void> {
  await client.query(
    `insert into feed_known_exploited (run, cve, added_on, due_on, ransomware, name)
     select $1, * from unnest($2::text[], $3::date[], $4::date[], $5::boolean[], $6::text[])
     on conflict (run, cve) do nothing`,
    [
      run,
      entries.map(({ cve }) => cve),
      entries.map(({ addedOn }) => addedOn),
      entries.map(({ dueOn }) => dueOn ?? null),
      entries.map(({ ransomware }) => ransomware),
      entries.map(({ name }) => name),
    ],
  )
}

export async function insertPredictions(client: PoolClient, run: number, entries: readonly ExploitPrediction[]): Promise<void> {
  await client.query(
    `insert into feed_prediction (run, cve, probability, percentile)
     select $1, * from unnest($2::text[], $3::double precision[], $4::double precision[]) on conflict (run, cve) do nothing`,
    [run, entries.map(({ cve }) => cve), entries.map(({ probability }) => probability), entries.map(({ percentile }) => percentile)],
  )
}

const tables = { kev: 'feed_known_exploited', epss: 'feed_prediction' } as const

export type WholeFeed = keyof typeof tables

export async function countWhole(client: PoolClient, feed: WholeFeed, run: number): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`select count(*) as n from ${tables[feed]} where run = $1`, [run])
  return rows[0]?.n ?? 0
}

/** Some rows that count no more; `false` when none are left. */
export async function dropWhole(
  client: PoolClient,
  feed: WholeFeed,
  given: { readonly but: number; readonly atOnce: number },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `delete from ${tables[feed]} where (run, cve) in (select run, cve from ${tables[feed]} where run <> $1 limit $2)`,
    [given.but, given.atOnce],
  )
  return rowCount === given.atOnce
}

/** NOTE: predictions move a little every day; what nobody would see in whole per cent concerns no product. */
const differs = {
  kev: '(a.ransomware, a.due_on, a.added_on) is distinct from (b.ransomware, b.due_on, b.added_on)',
  epss: 'round(a.probability * 100) is distinct from round(b.probability * 100)',
} as const

/** Marks the products of weaknesses of which the new rows say something else than those that counted; answers how many such there are. */
export async function touchDifferent(
  client: PoolClient,
  feed: WholeFeed,
  given: { readonly run: number; readonly before: number },
): Promise<number> {
  const table = tables[feed]
  const { rows } = await client.query<{ n: number }>(
    `with changed as (
       select coalesce(a.cve, b.cve) as cve
         from (select * from ${table} where run = $1) a full join (select * from ${table} where run = $2) b on a.cve = b.cve
         where ${differs[feed]}),
     touched as (
       insert into feed_touched (product_key, run)
         select distinct key, $1::bigint
           from changed join (select unnest(cves) as cve, keys from feed_record) r using (cve), unnest(r.keys) as key
       on conflict (product_key) do update set run = excluded.run)
     select count(*) as n from changed`,
    [given.run, given.before],
  )
  return rows[0]?.n ?? 0
}

/** Of these weaknesses, the ones that are known to be used in attacks. */
export async function readKnownExploited(client: PoolClient, cves: readonly string[]): Promise<readonly KnownExploited[]> {
  const { rows } = await client.query<KnownExploited & { dueOn: string | null }>(
    `select k.cve, k.added_on as "addedOn", k.due_on as "dueOn", k.ransomware, k.name
       from feed_known_exploited k join feed_state s on s.feed = 'kev' and s.run = k.run where k.cve = any ($1) order by k.cve`,
    [cves],
  )
  return rows.map(({ dueOn, ...rest }) => ({ ...rest, ...(dueOn !== null && { dueOn }) }))
}

export async function readPredictions(client: PoolClient, cves: readonly string[]): Promise<readonly ExploitPrediction[]> {
  const { rows } = await client.query<ExploitPrediction>(
    `select p.cve, p.probability, p.percentile
       from feed_prediction p join feed_state s on s.feed = 'epss' and s.run = p.run where p.cve = any ($1) order by p.cve`,
    [cves],
  )
  return rows
}
