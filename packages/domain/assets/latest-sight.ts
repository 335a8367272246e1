import { defineDerivation } from '../rule.ts'
import { isScan } from './sighting.ts'
import type { LastSeen } from './types.ts'

/** The latest day on which a scan saw any device: devices are missing against this day, not against today. */
export const latestSight = defineDerivation({
  name: 'latestSight',
  reads: ['lastSeen'],
  derive({ lastSeen }) {
    const latest = lastSeen.reduce<LastSeen | undefined>(
      (best, one) => (isScan(one.by) && (!best || best.on < one.on) ? one : best),
      undefined,
    )
    return latest ? [{ id: 'latest', on: latest.on, claim: latest.claim }] : []
  },
})
