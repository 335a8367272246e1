import { randomBytes, randomUUID } from 'node:crypto'
import { type DirectConnection, databaseGrants, openPool } from '@mimamori/server'
import { afterAll, inject } from 'vitest'
import type { ClusterAddress } from './cluster.ts'
import './global-setup.ts'

type Pool = ReturnType<typeof openPool>

/** A database of its own for one test file, with every migration applied and no rows. */
export interface ThrowAwayDatabase {
  readonly name: string
  /** Connected as the requests role, as the server is. */
  readonly pool: Pool
  /** Superuser: sees every row. Only to arrange and to look behind the product's back. */
  readonly admin: Pool
  readonly address: ClusterAddress
}

export interface MadeOrganisation {
  readonly organisation: string
  readonly person: string
}

function readAddress(): ClusterAddress {
  const address = inject('mimamoriCluster')
  if (!address) throw new Error('vitest.config.ts does not name packages/testing/database/global-setup.ts in globalSetup of this project')
  return address
}

function pointAt(address: ClusterAddress, database: string): ClusterAddress {
  const to = (connection: DirectConnection) => ({ ...connection, database })
  return { admin: to(address.admin), owner: to(address.owner), app: to(address.app), jobs: to(address.jobs) }
}

/** As DATABASE_URL spells it; a socket is a folder in place of the host. */
export function urlOf({ user, password, host, port, database }: DirectConnection, name = database): string {
  const where = host.startsWith('/') ? encodeURIComponent(host) : `${host}:${port}`
  return `postgresql://${user}:${encodeURIComponent(password)}@${where}/${name}`
}

function quietPool(connection: DirectConnection): Pool {
  return openPool(connection, { onError: () => undefined, max: 4, name: 'mimamori-test' })
}

/** Copies the template; called once per test file, at its top level. The copy goes away with the file. */
export async function throwAwayDatabase(): Promise<ThrowAwayDatabase> {
  const cluster = readAddress()
  const name = `test_${randomBytes(6).toString('hex')}`
  const maintenance = quietPool({ ...cluster.admin, database: 'postgres' })
  await maintenance.query(`create database ${name} template mimamori owner mimamori_owner`)
  for (const grant of databaseGrants(name)) await maintenance.query(grant)
  const address = pointAt(cluster, name)
  const pool = quietPool(address.app)
  const admin = quietPool(address.admin)
  afterAll(async () => {
    await Promise.all([pool.end(), admin.end()])
    await maintenance.query(`drop database ${name} with (force)`)
    await maintenance.end()
  })
  return { name, pool, admin, address }
}

/** An organisation with one owner, made past row-level security; other rows are made through the product itself. */
export async function addOrganisation(
  database: ThrowAwayDatabase,
  given: { name?: string; kind?: string; role?: string } = {},
): Promise<MadeOrganisation> {
  const organisation = randomUUID()
  const person = randomUUID()
  await database.admin.query('insert into organisation (id, kind, name) values ($1, $2, $3)', [
    organisation,
    given.kind ?? 'facility',
    given.name ?? 'みまもり市立病院',
  ])
  await database.admin.query(`insert into person (id, login, name, password_hash) values ($1::uuid, $1::text, '試験 花子', 'none')`, [
    person,
  ])
  await database.admin.query('insert into membership (organisation_id, person_id, role) values ($1, $2, $3)', [
    organisation,
    person,
    given.role ?? 'owner',
  ])
  return { organisation, person }
}
