import { escapeLiteral } from 'pg'

export interface RolePasswords {
  readonly owner: string
  readonly app: string
  readonly jobs: string
}

function role(name: string, password: string): string[] {
  return [
    `do $$ begin
       if not exists (select from pg_roles where rolname = '${name}') then create role ${name} login; end if;
     end $$`,
    `alter role ${name} with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${escapeLiteral(password)}`,
  ]
}

/**
 * The three roles and the database, as a database administrator would make them on a server PostgreSQL (to be run as a
 * superuser, each statement by itself): the owner changes tables, requests read and write rows, the queue has its own.
 */
export function roleStatements(options: { database: string; passwords: RolePasswords }): { roles: string[]; database: string[] } {
  const { database, passwords } = options
  return {
    roles: [
      ...role('mimamori_owner', passwords.owner),
      ...role('mimamori_app', passwords.app),
      ...role('mimamori_jobs', passwords.jobs),
      `alter role mimamori_app set statement_timeout = '60s'`,
      `alter role mimamori_app set lock_timeout = '10s'`,
      `alter role mimamori_app set idle_in_transaction_session_timeout = '60s'`,
      'revoke connect, temporary on database postgres from public',
    ],
    database: [`create database ${database} owner mimamori_owner template template0 encoding 'UTF8'`, ...databaseGrants(database)],
  }
}

/** Also needed for each throw-away database: grants on a database are not copied from its template. */
export function databaseGrants(database: string): string[] {
  return [
    `revoke all on database ${database} from public`,
    `grant connect on database ${database} to mimamori_app`,
    `grant connect, create on database ${database} to mimamori_jobs`,
  ]
}
