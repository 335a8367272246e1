import type { Change } from '@mimamori/domain'
import { subjectOf } from '../facilities/index.ts'
import { versionKey } from '../kept.ts'
import type { StoredChange } from './store.ts'

/** By record, as of `versionKey`: the fields that a change has written, or all of it. */
export type Footprint = ReadonlyMap<string, 'whole' | ReadonlySet<string>>

/** Set beside every correction of a person's; it says when a record was looked at, not what it holds. */
export const stampField = 'confirmedOn'

/** NOTE: a record that was touched and is not named by a change (a merge moves references) counts as written whole. */
export function footprintOf({ touched }: Pick<StoredChange, 'touched'>, steps: readonly Change[]): Footprint {
  const named = new Map<string, 'whole' | Set<string>>()
  for (const step of steps) {
    const key = versionKey(step.slice, subjectOf(step))
    const fields = named.get(key)
    if (step.kind !== 'set' || fields === 'whole') named.set(key, 'whole')
    else named.set(key, new Set([...(fields ?? []), ...Object.keys(step.fields), ...(step.forget ?? [])]))
  }
  return new Map(
    touched.map(({ slice, id }) => {
      const key = versionKey(slice, id)
      return [key, named.get(key) ?? 'whole']
    }),
  )
}

/** The records that both have written in the same place. */
export function sharedRecords(a: Footprint, b: Footprint): readonly string[] {
  return [...a].flatMap(([key, fields]) => {
    const others = b.get(key)
    if (others === undefined) return []
    return fields === 'whole' || others === 'whole' || [...fields].some((field) => field !== stampField && others.has(field)) ? [key] : []
  })
}
