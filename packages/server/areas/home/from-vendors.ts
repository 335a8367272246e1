import type { HomeView } from '@mimamori/contract'
import { byId, visitsOf } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

type Line = HomeView['fromVendors'][number]

/** 事業者からの連絡: what waits for the facility's word, then the visits that are still to come, by day. */
export function fromVendorsOf(now: Kept): Line[] {
  const { slices } = now.picture
  const nameOf = (vendor: string) => byId(slices.vendors, vendor)?.name ?? ''
  const changes = slices.contactChanges
    .filter(({ state }) => state === 'waiting')
    .map((change): Line => ({ id: change.id, vendorName: nameOf(change.vendor), kind: 'contact-change', on: change.from }))
  const visits = visitsOf(slices).flatMap(({ visit, state, wishedOn, hours }): Line[] => {
    const kind = state === 'facility-to-answer' ? 'visit-asked' : state === 'agreed' ? 'visit-agreed' : undefined
    if (kind === undefined || (kind === 'visit-agreed' && (wishedOn ?? now.asOf) < now.asOf)) return []
    return [{ id: visit.id, vendorName: nameOf(visit.vendor), kind, ...(wishedOn && { on: wishedOn }), ...(hours && { hours }) }]
  })
  return [...changes, ...visits].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function keyOf({ kind, on, id }: Line): string {
  return `${kind === 'visit-agreed' ? 1 : 0}|${on ?? ''}|${id}`
}
