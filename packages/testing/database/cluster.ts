import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type DirectConnection,
  migrate,
  openPool,
  prepareJobs,
  readMigrations,
  roleStatements,
  silentLog,
  startEmbedded,
} from '@mimamori/server'
import { freePort } from '../process/free-port.ts'

/** What test files need to reach the cluster of the run; plain data, since it is handed to other processes. */
export interface ClusterAddress {
  readonly admin: DirectConnection
  readonly owner: DirectConnection
  readonly app: DirectConnection
  readonly jobs: DirectConnection
}

export interface TestCluster {
  readonly address: ClusterAddress
  stop(): Promise<void>
}

const neededBytes = 512 * 1024 * 1024

/** In memory where there is room: the settings stay those of production, and a sync costs nothing. */
async function chooseParent(): Promise<string> {
  const info = await statfs('/dev/shm').catch(() => undefined)
  return info && info.bavail * info.bsize > neededBytes ? '/dev/shm' : tmpdir()
}

async function startOwn(tcpPort: number | undefined): Promise<TestCluster> {
  const folder = await mkdtemp(join(await chooseParent(), 'mimamori-test-'))
  const database = await startEmbedded({ defaultFolder: folder, dataSetting: folder, tcpPort }).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true })
    throw error
  })
  const { admin, owner, app, jobs } = database
  const stop = async () => {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { address: { admin, owner, app, jobs }, stop }
}

/**
 * Roles and the template database on a PostgreSQL of somebody else, as its administrator would make them. They are taken
 * away again; a database `mimamori` that is there already is not ours, and stops the run.
 */
async function prepareForeign(url: string): Promise<TestCluster> {
  const { hostname, port, username, password } = new URL(url)
  const server = { host: decodeURIComponent(hostname), port: Number(port || 5432), database: 'mimamori' }
  const admin = { ...server, user: decodeURIComponent(username), password: decodeURIComponent(password) }
  const passwords = { owner: newPassword(), app: newPassword(), jobs: newPassword() }
  const pool = openPool({ ...admin, database: 'postgres' }, { onError: () => undefined, max: 1 })
  const { roles, database } = roleStatements({ database: 'mimamori', passwords })
  for (const statement of [...roles, ...database]) await pool.query(statement)
  const as = (user: string, secret: string): DirectConnection => ({ ...server, user, password: secret })
  const address = {
    admin,
    owner: as('mimamori_owner', passwords.owner),
    app: as('mimamori_app', passwords.app),
    jobs: as('mimamori_jobs', passwords.jobs),
  }
  const stop = async () => {
    await pool.query('drop database mimamori with (force)')
    for (const role of ['app', 'jobs', 'owner']) await pool.query(`drop role mimamori_${role}`)
    await pool.end()
  }
  return { address, stop }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

async function startWanted(wanted: string): Promise<TestCluster> {
  if (wanted === '') return startOwn(undefined)
  return wanted === 'tcp' ? startOwn(await freePort()) : prepareForeign(wanted)
}

/**
 * Starts one cluster and brings its database `mimamori` up to date; it is then the template of all others. Where
 * MIMAMORI_TEST_DATABASE is `tcp` it is reached by TCP; where it is the address of a superuser, that server is used.
 */
export async function startTestCluster(wanted = process.env['MIMAMORI_TEST_DATABASE'] ?? ''): Promise<TestCluster> {
  const cluster = await startWanted(wanted)
  try {
    await migrate(cluster.address.owner, await readMigrations())
    await prepareJobs(cluster.address.jobs, silentLog())
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return cluster
}
