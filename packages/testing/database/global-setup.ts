import type { TestProject } from 'vitest/node'
import { type ClusterAddress, startTestCluster, type TestCluster } from './cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    mimamoriCluster: ClusterAddress
  }
}

let cluster: TestCluster | undefined

/** Vitest calls it once for the run, before the test files; its file is named in `globalSetup` of vitest.config.ts. */
export async function setup(project: TestProject): Promise<void> {
  cluster = await startTestCluster()
  project.provide('mimamoriCluster', cluster.address)
}

export async function teardown(): Promise<void> {
  await cluster?.stop()
}
