import type { GivenServer } from '../server/index.ts'
import { plantFacility } from './planted.ts'
import { agreeAtFirst, plantOwn, plantVendor } from './relations.ts'
import { type FuzzDone, runFuzz } from './run.ts'
import { facilitiesOf, joinThree, makeTenants } from './world.ts'

export type { FuzzDone } from './run.ts'

export interface FuzzWanted {
  readonly seed: number
  readonly requests: number
}

/** Organisations of every kind on one server, and requests of all of them with the ids of the others. */
export async function fuzzTenants(server: GivenServer, wanted: FuzzWanted): Promise<FuzzDone> {
  const world = await makeTenants(server, wanted.seed)
  for (const tenant of facilitiesOf(world)) await plantFacility(world, tenant)
  await agreeAtFirst(world)
  for (const tenant of world.tenants) {
    if (tenant.kind === 'vendor') await plantVendor(world, tenant)
    await plantOwn(world, tenant)
  }
  await joinThree(world)
  server.clock.moveMinutes(2 * 24 * 60)
  await server.database.admin.query('update session set proved_at = $1', [server.clock.now()])
  return runFuzz(world, wanted)
}
