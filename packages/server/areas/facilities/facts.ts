import type { FactsView } from '@mimamori/contract'
import type { Entry, SliceName } from '@mimamori/domain'
import { type Kept, versionKey } from '../kept.ts'
import { facilityProblem } from './problems.ts'

/** Records of a slice with the versions that a change must expect. */
export function versionedList<R extends Entry>(now: Kept, slice: SliceName, records: readonly R[]): { version: number; record: R }[] {
  return records.map((record) => ({ version: now.versions.get(versionKey(slice, record.id)) ?? 0, record }))
}

export function factsOf(now: Kept): FactsView {
  const { slices } = now.picture
  const [facility] = versionedList(now, 'facility', slices.facility)
  if (!facility) throw facilityProblem('facility/not-found')
  return {
    revision: now.state.revision,
    facility,
    people: versionedList(now, 'people', slices.people),
    securityPolicies: versionedList(now, 'securityPolicies', slices.securityPolicies),
    services: versionedList(now, 'services', slices.services),
    contacts: versionedList(now, 'contacts', slices.contacts),
    vendors: versionedList(now, 'vendors', slices.vendors),
    systems: versionedList(now, 'systems', slices.systems),
    contracts: versionedList(now, 'contracts', slices.contracts),
    backups: versionedList(now, 'backups', slices.backups),
  }
}
