import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { databaseGrants, roleStatements, settings } from '@mimamori/server'

const passwords = { owner: "owner's password", app: "requests' password", jobs: "jobs' password" }

/** docs/settings.md: every variable that the server reads, and what a database administrator runs once. */
export function outputs(root: string): Promise<ReadonlyMap<string, string>> {
  if (!existsSync(join(root, 'packages/server/platform/config'))) return Promise.resolve(new Map())
  return Promise.resolve(new Map([['docs/settings.md', page()]]))
}

function page(): string {
  const rows = Object.values(settings).map(({ name, schema, fix }) => `| \`${name}\` | ${otherwise(schema)} | ${fix.en} |`)
  const { roles, database } = roleStatements({ database: 'mimamori', passwords })
  const statements = [...roles, ...database, ...databaseGrants('mimamori')]
  return [
    '# Settings',
    '',
    '<!-- Written by "npm run generate" from the settings themselves: do not edit. -->',
    '',
    'All are read once at the start; every problem is printed at once, each with its fix.',
    '',
    '| variable | without it | what to write |',
    '|---|---|---|',
    ...rows,
    '',
    '## A PostgreSQL server in place of the embedded one',
    '',
    'Version 15 or newer. These statements make the roles and the database; `DATABASE_URL` then names the role `mimamori_app`,',
    '`MIMAMORI_DATABASE_OWNER_URL` the role `mimamori_owner` (migrations only), `MIMAMORI_DATABASE_JOBS_URL` the role `mimamori_jobs`.',
    '',
    '```sql',
    ...[...new Set(statements)].map((statement) => `${statement.replace(/^ {5,}/gm, '  ')};`),
    '```',
    '',
  ].join('\n')
}

function otherwise(schema: { safeParse: (value: unknown) => { success: boolean; data?: unknown } }): string {
  const { data } = schema.safeParse(undefined)
  return typeof data === 'string' || typeof data === 'number' ? `\`${data}\`` : 'not used'
}
