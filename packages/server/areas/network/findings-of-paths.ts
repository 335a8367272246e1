import { byId, type ForbiddenPath } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

/** The open findings of the network by the two ends of the way that they tell of. */
export function findingsOfPaths(
  now: Pick<Kept, 'tracked' | 'lines'>,
): (path: Pick<ForbiddenPath, 'start' | 'target'>) => string | undefined {
  const bySubject = new Map<string, { readonly id: string; readonly subjects: readonly string[] }[]>()
  for (const { id, state, row } of now.tracked) {
    if (state !== 'open' || byId(now.lines, id)?.area !== 'network') continue
    for (const subject of row.subjects) {
      const same = bySubject.get(subject)
      if (same) same.push({ id, subjects: row.subjects })
      else bySubject.set(subject, [{ id, subjects: row.subjects }])
    }
  }
  return ({ start, target }) => bySubject.get(start)?.find(({ subjects }) => subjects.includes(target))?.id
}
