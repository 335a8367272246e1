import type { OrganisationId, VendorId } from '../ids.ts'
import type { SliceName } from '../picture.ts'
import type { Relation } from '../view.ts'

/** What a facility can open to another organisation, in switches that a clerk understands. */
export type ConsentArea = 'checklists' | 'backups' | 'tasks'

/**
 * NOTE: the joined rows and the stage are made of the sheets, of the systems and vendors that they are about, and of the
 * facility's kind and size; whoever sees the answers must see these, or a missing record would read as a missing fact.
 */
const slicesOfArea: Readonly<Record<ConsentArea, readonly SliceName[]>> = {
  checklists: ['facility', 'services', 'vendors', 'systems', 'contracts', 'sheets', 'answers', 'evidence', 'requests'],
  backups: ['systems', 'backups'],
  tasks: ['tasks', 'taskNotes'],
}

export const consentAreas: readonly ConsentArea[] = ['checklists', 'backups', 'tasks']

/** A vendor sees of these slices what is about itself: its sheets and what belongs to them, its contracts, the tasks handed to it, its
 * people and visits. */
const vendorSlices: readonly SliceName[] = [
  'vendors',
  'systems',
  'contracts',
  'sheets',
  'answers',
  'evidence',
  'requests',
  'discussions',
  'messages',
  'tasks',
  'taskNotes',
  'contactChanges',
  'visits',
  'visitSteps',
  'responses',
  'responseSteps',
  'plannedUpdates',
  'plannedUpdateSteps',
]

/** Who looks, and by what consent. */
export type Consent =
  | { readonly kind: 'vendor'; readonly vendor: VendorId }
  | {
      readonly kind: 'association' | 'soc' | 'insurer' | 'authority'
      readonly viewer: OrganisationId
      readonly areas: readonly ConsentArea[]
    }

/** The view that a consent gives. */
export function relationOf(consent: Consent): Relation {
  if (consent.kind === 'vendor') return { viewer: `vendor:${consent.vendor}`, sees: 'own-records', slices: new Set(vendorSlices) }
  return { viewer: consent.viewer, sees: 'whole-slices', slices: new Set(consent.areas.flatMap((area) => slicesOfArea[area])) }
}
