import type { World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import { dayOfSight, isSight } from './sighting.ts'
import type { LastSeen } from './types.ts'

/** The last sight of every asset. */
export const lastSeen = defineDerivation({ name: 'lastSeen', reads: ['claims', 'asOf'], derive: lastSeenOf })

/** A clock that runs ahead counts for nothing: a sight of tomorrow is no sight. */
export function lastSeenOf({ claims, asOf }: Pick<World, 'claims' | 'asOf'>): readonly LastSeen[] {
  const latest = new Map<string, LastSeen>()
  for (const { id: claim, asset: id, by, seenAt } of claims) {
    const on = isSight(by) ? dayOfSight(seenAt) : undefined
    if (id === undefined || on === undefined || on > asOf) continue
    const before = latest.get(id)
    if (!before || before.on < on) latest.set(id, { id, on, by, claim })
  }
  return [...latest.values()]
}
