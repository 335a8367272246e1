import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DirectConnection, migrate, prepareJobs, readMigrations, silentLog, startEmbedded } from '@mimamori/server'

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

/** Starts one cluster and brings its database `mimamori` up to date; it is then the template of all others. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = await mkdtemp(join(await chooseParent(), 'mimamori-test-'))
  const database = await startEmbedded({ defaultFolder: folder, dataSetting: folder }).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true })
    throw error
  })
  const stop = async () => {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await migrate(database.owner, await readMigrations())
    await prepareJobs(database.jobs, silentLog())
  } catch (error) {
    await stop()
    throw error
  }
  const { admin, owner, app, jobs } = database
  return { address: { admin, owner, app, jobs }, stop }
}
