import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrationChanged, migrationFailed, migrationsMissing, newerThanProgram } from './messages.ts'
import type { ConnectionSettings } from './pool.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly sha256: string
  readonly sql: string
}

interface Applied {
  readonly version: number
  readonly name: string
  readonly sha256: string
}

export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

/** Any number will do, as long as every Mimamori takes the same. */
const lockKey = 4_646_001

function readName(file: string): number {
  const match = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)
  if (!match) throw new Error(`migrations: ${file} is not named NNNN-name.sql`)
  return Number(match[1])
}

/** All migrations in order; throws on a gap or a number used twice, which is a fault of ours. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  const list = await Promise.all(
    files.map(async (file) => {
      const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
      return { version: readName(file), name: file, sha256: createHash('sha256').update(sql).digest('hex'), sql }
    }),
  )
  list.forEach((migration, index) => {
    if (migration.version !== index + 1) throw new Error(`migrations: ${migration.name} should have the number ${index + 1}`)
  })
  return list
}

/** Refuses a database that a newer program, or another history, has made. Returns what is still to be applied. */
function compare(known: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  for (const row of applied) {
    const ours = known.find((migration) => migration.version === row.version)
    if (!ours) throw newerThanProgram({ database: row.version, program: known.length })
    if (ours.sha256 !== row.sha256) throw migrationChanged(row.name)
  }
  return known.filter((migration) => !applied.some((row) => row.version === migration.version))
}

async function readApplied(client: pg.ClientBase | pg.Pool): Promise<Applied[]> {
  const { rows } = await client.query<Applied>('select version, name, sha256 from schema_migration order by version')
  return rows
}

const createTable = `
  create table if not exists schema_migration (
    version integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
  );
  grant select on schema_migration to mimamori_app, mimamori_jobs`

async function runOne(client: pg.ClientBase, migration: Migration): Promise<void> {
  // NOTE: without this setting a migration would see no rows at all: row-level security holds for the owner too.
  await client.query(`select set_config('app.maintenance', 'on', true)`)
  await client.query(migration.sql)
  await client.query('insert into schema_migration (version, name, sha256) values ($1, $2, $3)', [
    migration.version,
    migration.name,
    migration.sha256,
  ])
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await runOne(client, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw migrationFailed(migration.name, error)
  }
}

/** Applies migrations within the caller's transaction, for a restore that is all or nothing. */
export async function applyWithin(client: pg.ClientBase, migrations: readonly Migration[]): Promise<void> {
  await client.query(`set local client_min_messages = warning`)
  await client.query(createTable)
  for (const migration of migrations)
    await runOne(client, migration).catch((error: unknown) => {
      throw migrationFailed(migration.name, error)
    })
}

/** Brings the database up to this program, one transaction per file; several processes may call it at once. */
export async function migrate(owner: ConnectionSettings, migrations: readonly Migration[]): Promise<readonly string[]> {
  const client = new pg.Client(owner)
  client.on('error', () => undefined) // the running query fails with the same error
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(`set client_min_messages = warning`)
    await client.query(createTable)
    const missing = compare(migrations, await readApplied(client))
    for (const migration of missing) await applyOne(client, migration)
    return missing.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

/** For a process without the owner's connection: the same refusals, and one more when something is still to be applied. */
export async function checkMigrations(pool: pg.Pool, migrations: readonly Migration[]): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(`select to_regclass('public.schema_migration') is not null as there`)
  const missing = compare(migrations, rows[0]?.there ? await readApplied(pool) : [])
  if (missing.length > 0) throw migrationsMissing(missing.map((migration) => migration.name))
}
