import type pg from 'pg'
import { copyIn, copyOut } from '../db/copy.ts'

export interface TableShape {
  readonly table: string
  readonly columns: readonly string[]
}

export interface AppliedMigration {
  readonly version: number
  readonly name: string
  readonly sha256: string
}

/**
 * Sessions end with the installation: one that was revoked since must not come back with an old backup. Who has a page open is
 * of the moment alone. Feeds are public, far larger than all the rest, and come anew.
 */
const leftOut = [
  'session',
  'presence',
  'feed_state',
  'feed_source',
  'feed_record',
  'feed_staged',
  'feed_known_exploited',
  'feed_prediction',
  'feed_touched',
  'feed_keying',
]

const shape = `set_config('client_encoding', 'UTF8', true), set_config('bytea_output', 'hex', true), set_config('datestyle', 'ISO', true),
  set_config('intervalstyle', 'iso_8601', true), set_config('timezone', 'UTC', true), set_config('extra_float_digits', '3', true)`

/** NOTE: `app.maintenance` lets the owner see every row; `shape` makes the same text come from every server. */
async function begin(client: pg.ClientBase, statement: string): Promise<void> {
  await client.query(statement)
  await client.query(`select set_config('app.maintenance', 'on', true), ${shape}`)
}

/** One moment for every table, however long the reading takes. */
export function beginSnapshot(client: pg.ClientBase): Promise<void> {
  return begin(client, 'begin isolation level repeatable read read only')
}

export function beginRestore(client: pg.ClientBase): Promise<void> {
  return begin(client, 'begin')
}

export async function hasSchema(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.schema_migration') is not null as there`)
  return rows[0]?.there === true
}

export async function readSchema(client: pg.ClientBase): Promise<readonly AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>('select version, name, sha256 from schema_migration order by version')
  return rows
}

const shapesQuery = `
  select c.relname::text as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`

const referencesQuery = `
  select distinct t.relname::text as table, n.relname::text as needs
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class n on n.oid = c.confrelid
    where c.contype = 'f' and t.relnamespace = 'public'::regnamespace and t.oid <> n.oid`

interface Reference {
  readonly table: string
  readonly needs: string
}

/** Those first that others point at. */
function inOrder(tables: readonly TableShape[], references: readonly Reference[]): readonly TableShape[] {
  const left = new Map(tables.map((one) => [one.table, one]))
  const ordered: TableShape[] = []
  while (left.size > 0) {
    const free = [...left.values()].filter(({ table }) => references.every((one) => one.table !== table || !left.has(one.needs)))
    if (free.length === 0) throw new Error(`tables point at each other: ${[...left.keys()].join(', ')}`)
    for (const one of free) {
      ordered.push(one)
      left.delete(one.table)
    }
  }
  return ordered
}

/** Every table of the product but the migrations, in an order in which they can be filled. `kept`: what goes into a backup. */
export async function listTables(client: pg.ClientBase): Promise<{ all: readonly TableShape[]; kept: readonly TableShape[] }> {
  const { rows: tables } = await client.query<{ table: string; columns: string[] }>(shapesQuery)
  const { rows: references } = await client.query<Reference>(referencesQuery)
  const all = inOrder(tables, references)
  const out = new Set(leftOut)
  // What points at something left out cannot stand without it.
  for (const { table } of all) if (references.some((one) => one.table === table && out.has(one.needs))) out.add(table)
  return { all, kept: all.filter(({ table }) => !out.has(table)) }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function columnList(columns: readonly string[]): string {
  return columns.map(quoted).join(', ')
}

/** The first columns of a table are those of its key, so that the trail comes line after line. */
export function readTable(client: pg.ClientBase, { table, columns }: TableShape): AsyncGenerator<Buffer> {
  const by = columns.slice(0, 2).map(quoted).join(', ')
  return copyOut(client, `copy (select ${columnList(columns)} from ${quoted(table)} order by ${by}) to stdout`)
}

export function writeTable(client: pg.ClientBase, { table, columns }: TableShape, rows: AsyncIterable<Uint8Array>): Promise<number> {
  return copyIn(client, `copy ${quoted(table)} (${columnList(columns)}) from stdin`, rows)
}

/** Nobody has been entered yet. Tables of another program are not ours to drop, so they count as not empty. */
export async function isEmptyInstallation(client: pg.ClientBase): Promise<boolean> {
  if (await hasSchema(client)) {
    const { rows } = await client.query<{ used: boolean }>(
      'select exists (select from person) or exists (select from organisation) or exists (select from record) as used',
    )
    return rows[0]?.used === false
  }
  const { rows } = await client.query<{ tables: number }>(
    `select count(*)::int as tables from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
       and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')`,
  )
  return rows[0]?.tables === 0
}

/** A Mimamori that has this database open. The rows of others' sessions are hidden from the owner, their names are not. */
export async function isServerConnected(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ connected: boolean }>(
    `select exists (select from pg_stat_activity
       where datname = current_database() and usename in ('mimamori_app', 'mimamori_jobs')) as connected`,
  )
  return rows[0]?.connected === true
}

const dropOwn = `
  do $$
  declare
    name text;
  begin
    for name in select c.oid::regclass::text from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and pg_get_userbyid(c.relowner) = current_user
    loop
      execute 'drop table if exists ' || name || ' cascade';
    end loop;
    for name in select p.oid::regprocedure::text from pg_proc p
      where p.pronamespace = 'public'::regnamespace and pg_get_userbyid(p.proowner) = current_user
    loop
      execute 'drop routine if exists ' || name || ' cascade';
    end loop;
    for name in select t.oid::regtype::text from pg_type t
      where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd') and pg_get_userbyid(t.typowner) = current_user
    loop
      execute 'drop type if exists ' || name || ' cascade';
    end loop;
  end $$`

/** Takes away the tables and functions of an installation that nobody has used, so that an older one can take their place. */
export async function dropUnused(client: pg.ClientBase): Promise<void> {
  await client.query(`set local client_min_messages = warning`)
  await client.query(dropOwn)
}

const forcedQuery = `select c.relname as table from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relforcerowsecurity`

/**
 * Runs the work with every table open to its owner: rows go in as they were, past row-level security and triggers, which
 * hold again afterwards. All within one transaction, so that nobody ever sees the tables open.
 */
export async function withOpenTables(client: pg.ClientBase, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const { rows: forced } = await client.query<{ table: string }>(forcedQuery)
  for (const { table } of forced) await client.query(`alter table ${quoted(table)} no force row level security`)
  for (const table of tables) await client.query(`alter table ${quoted(table)} disable trigger user`)
  if (tables.length > 0) await client.query(`truncate ${tables.map(quoted).join(', ')}`)
  await work()
  await client.query('set constraints all immediate')
  for (const table of tables) await client.query(`alter table ${quoted(table)} enable trigger user`)
  for (const { table } of forced) await client.query(`alter table ${quoted(table)} force row level security`)
}

const sequencesQuery = `
  select s.oid::regclass::text as sequence, t.relname as table, a.attname as column
    from pg_class s join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i')
      join pg_class t on t.oid = d.refobjid join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
    where s.relkind = 'S' and t.relnamespace = 'public'::regnamespace`

/** Numbers given out by the database go on after the highest that was restored. */
export async function moveSequences(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(sequencesQuery)
  for (const { sequence, table, column } of rows)
    await client.query(
      `select setval($1::regclass, coalesce(max(${quoted(column)}), 1), max(${quoted(column)}) is not null) from ${quoted(table)}`,
      [sequence],
    )
}

export async function listAuditTrails(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>('select distinct organisation_id as id from audit order by 1')
  return rows.map(({ id }) => id)
}

export interface KeptRow {
  readonly organisation: string
  readonly sha256: string
}

/** The files that a row tells of; their bytes must have come along. */
export async function listKeptFiles(client: pg.ClientBase): Promise<readonly KeptRow[]> {
  const { rows } = await client.query<KeptRow>('select organisation_id as organisation, sha256 from evidence_file order by 1, 2')
  return rows
}

export interface SealedKeyRow {
  readonly organisation: string
  readonly publicKey: Buffer
  readonly sealed: Buffer
}

export async function listSealedKeys(client: pg.ClientBase): Promise<readonly SealedKeyRow[]> {
  const { rows } = await client.query<SealedKeyRow>(
    'select organisation_id as organisation, public_key as "publicKey", sealed_private_key as sealed from signing_key',
  )
  return rows
}
