import { randomBytes } from 'node:crypto'
import type { FullCatalogue } from '@mimamori/catalog'
import {
  audienceOf,
  type Change,
  type EditionId,
  type EntityId,
  entityId,
  type Facility,
  type FacilityId,
  fiscalYearOf,
  latestEditionWith,
  newSheet,
  ownSheet,
} from '@mimamori/domain'
import type { Asking } from '../asking.ts'
import type { Services } from '../services.ts'
import { changeFacility } from './change.ts'
import { insertState } from './store.ts'

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'

/** An id that says nothing about what it stands for. */
export function newId<T extends EntityId = EntityId>(prefix: string): T {
  return entityId<T>(`${prefix}:${[...randomBytes(12)].map((byte) => alphabet[byte % alphabet.length]).join('')}`)
}

/** The facility's own sheet of a year with its empty answers. */
export function ownSheetChanges(
  catalogue: FullCatalogue,
  of: { fiscalYear: number; edition: EditionId; kind?: string | undefined },
): readonly Change[] {
  const sheet = ownSheet({ fiscalYear: of.fiscalYear, edition: of.edition, audience: audienceOf(of.kind) })
  return newSheet(sheet, catalogue.reference.items)
}

/** A new facility: its name, the fiscal year, and its sheet in the newest edition that has questions. */
export async function createFacility(services: Services, asking: Asking, name: string): Promise<{ facility: string }> {
  const facility = newId<FacilityId>('fac')
  const fiscalYear = fiscalYearOf(services.today())
  const record: Facility = { id: facility, name, fiscalYear }
  await changeFacility(
    services,
    asking,
    facility,
    async (now) => {
      const edition = latestEditionWith(now.catalogue.reference, 'facility')
      const sheet = edition ? ownSheetChanges(now.catalogue, { fiscalYear, edition: edition.id }) : []
      const changes: Change[] = [{ kind: 'add', slice: 'facility', record }, ...sheet]
      return {
        batch: { changes: changes.map((change) => ({ change })), by: 'system' as const, note: { action: 'facility/created' } },
        value: undefined,
      }
    },
    { before: async (client) => void (await insertState(asking, client, { facility, name, example: false })) },
  )
  return { facility }
}
