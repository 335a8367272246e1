import type { Change } from '@mimamori/domain'
import type { ExpectedChange } from '../facilities/index.ts'
import { type Kept, versionKey } from '../kept.ts'

/** Changes with the versions that they were proposed against: what is changed meanwhile is not overwritten. */
export function expecting(now: Kept, changes: readonly Change[]): readonly ExpectedChange[] {
  return changes.map((change) => {
    if (change.kind !== 'set' && change.kind !== 'remove') return { change }
    return { change, expected: now.versions.get(versionKey(change.slice, change.id)) }
  })
}
