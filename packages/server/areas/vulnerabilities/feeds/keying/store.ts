import type { PoolClient } from 'pg'

/** Print of the product list of JVN as it is kept. */
export async function printOfJvnProducts(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ print: string | null }>(
    `select md5(string_agg(encode(hash, 'hex'), '' order by id)) as print from feed_record where feed = 'jvn-products'`,
  )
  return rows[0]?.print ?? ''
}

/** By which names the keys that are kept were found. */
export async function readNames(client: PoolClient): Promise<string | undefined> {
  const { rows } = await client.query<{ names: string }>('select names from feed_keying')
  return rows[0]?.names
}

export async function writeNames(client: PoolClient, names: string): Promise<void> {
  await client.query('insert into feed_keying (one, names) values (true, $1) on conflict (one) do update set names = excluded.names', [
    names,
  ])
}

export interface KeyedRow {
  readonly feed: string
  readonly id: string
  readonly keys: readonly string[]
  readonly body: Buffer
}

/** Some records that name products, after this one. */
export async function readRecordsAfter(
  client: PoolClient,
  after: { readonly feed: string; readonly id: string },
  atOnce: number,
): Promise<readonly KeyedRow[]> {
  const { rows } = await client.query<KeyedRow>(
    `select feed, id, keys, body from feed_record where (feed, id) > ($1, $2) and feed <> 'jvn-products' order by feed, id limit $3`,
    [after.feed, after.id, atOnce],
  )
  return rows
}

/** Other keys for a record; whoever has a product of before or of now is concerned. */
export async function changeKeys(
  client: PoolClient,
  { feed, id, keys, before, run }: Omit<KeyedRow, 'body'> & { readonly before: readonly string[]; readonly run: number },
): Promise<void> {
  await client.query('update feed_record set keys = $3 where feed = $1 and id = $2', [feed, id, keys])
  await client.query(
    `insert into feed_touched (product_key, run) select key, $1::bigint from (select unnest($2::text[]) as key union select unnest($3::text[])) as changed
     on conflict (product_key) do update set run = excluded.run`,
    [run, keys, before],
  )
}
