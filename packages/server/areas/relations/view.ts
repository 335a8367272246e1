import type { RelationView } from '@mimamori/contract'
import type { RelationEvent, StoredRelation } from './store.ts'
import { seenAndNot } from './texts.ts'

/** A relation as both sides read it. */
export function relationViewOf(relation: StoredRelation, events: readonly RelationEvent[]): RelationView {
  const { id, version, kind, viewerName, vendor, state, terms, offeredAt, grantedAt, endedAt, validUntil } = relation
  return {
    id,
    version,
    kind,
    name: viewerName,
    state,
    terms,
    offeredAt,
    ...(vendor !== null && { vendor }),
    ...(grantedAt !== null && { grantedAt }),
    ...(endedAt !== null && { endedAt }),
    ...(validUntil !== null && { validUntil }),
    ...seenAndNot(kind, terms),
    events: events
      .filter((event) => event.relation === id)
      .map(({ at, by, what, terms: agreed, validUntil: until }) => ({
        at,
        by,
        what,
        terms: agreed,
        ...(until !== null && { validUntil: until }),
      })),
  }
}
