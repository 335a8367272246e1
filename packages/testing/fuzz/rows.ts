import type { ThrowAwayDatabase } from '../database/index.ts'

/** Every row of the database as a hash per table and owner: an organisation, or a person. */
export type RowHashes = ReadonlyMap<string, { readonly table: string; readonly owner: string; readonly hash: string }>

/** Counted per address or login and forgotten after a day, or the product's own list: of nobody. */
const ofNobody = new Set(['sign_in_failure', 'schema_migration', 'outside_round'])

const columns = `select table_name as name, array_agg(column_name::text) as columns
  from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE' group by 1 order by 1`

function ownerOf(table: string, has: readonly string[]): string {
  if (table === 'organisation' || table === 'person') return 't.id'
  if (has.includes('organisation_id') && table !== 'session' && table !== 'setup_link') return 't.organisation_id'
  if (has.includes('person_id')) return 't.person_id'
  if (table === 'answer_session') return '(select l.organisation_id from answer_link l where l.id = t.link_id)'
  if (table === 'setup_link') return 't.organisation_id'
  // Feeds are the installation's; no request changes them.
  if (table.startsWith('feed_')) return `'installation'::text`
  throw new Error(`whose rows are those of ${table}?`)
}

/** Reads the hashes of all rows as often as it is called. */
export async function makeRowReader({ admin }: ThrowAwayDatabase): Promise<() => Promise<RowHashes>> {
  const { rows: tables } = await admin.query<{ name: string; columns: string[] }>(columns)
  const parts = tables
    .filter(({ name }) => !ofNobody.has(name))
    .map(({ name, columns: has }) => {
      const owner = ownerOf(name, has)
      return `select '${name}' as table, ${owner}::text as owner, md5(string_agg(md5(t::text), '' order by md5(t::text))) as hash
        from ${name} t group by ${owner}`
    })
  const statement = parts.join(' union all ')
  return async () => {
    const { rows } = await admin.query<{ table: string; owner: string | null; hash: string }>(statement)
    return new Map(rows.map(({ table, owner, hash }) => [`${table} ${owner}`, { table, owner: owner ?? 'nobody', hash }] as const))
  }
}

/** Tables and owners whose rows differ. */
export function changedRows(before: RowHashes, after: RowHashes): readonly { readonly table: string; readonly owner: string }[] {
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)]
    const one = is ?? was
    return one && was?.hash !== is?.hash ? [{ table: one.table, owner: one.owner }] : []
  })
}
