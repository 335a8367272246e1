import {
  addDays,
  applyChanges,
  type Change,
  type ChecklistItem,
  date,
  type EditionId,
  emptySlices,
  entityId,
  type FacilityId,
  type InformationSystem,
  newSheet,
  ownSheet,
  type Picture,
  pictureOf,
  type SheetId,
  type SystemId,
  sheetIdOf,
  type Vendor,
  type VendorId,
} from '@mimamori/domain'

/** A small generator of random numbers with a seed (mulberry32), so that every run measures the same hospital. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const edition = entityId<EditionId>('r7')
const fiscalYear = 2026

/** A hospital of 500 beds with this many vendors, one system and one sheet each, all items answered in a mixed way. */
export function generateHospital(vendorCount: number, items: readonly ChecklistItem[], seed: number): Picture {
  const random = randomFrom(seed)
  const vendors = Array.from(
    { length: vendorCount },
    (_, at): Vendor => ({ id: entityId<VendorId>(`v:${at}`), name: `例${at}株式会社`, phone: `00-0000-${String(at).padStart(4, '0')}` }),
  )
  const systems = vendors.map(
    (vendor, at): InformationSystem => ({
      id: entityId<SystemId>(`s:${at}`),
      name: `システム${at}`,
      vendor: vendor.id,
      ...(random() < 0.8 && { contract: 'none' as const }),
    }),
  )
  const facility = entityId<FacilityId>('f:bench')
  const start = pictureOf({
    facility,
    revision: 1,
    slices: { ...emptySlices(), facility: [{ id: facility, name: '例大病院', kind: 'hospital', beds: 500, fiscalYear }], vendors, systems },
  })
  const sheets = systems.flatMap((system, at) => vendorSheet(system.id, vendors[at]?.id, items, random))
  const filled = changed(start, [...newSheet(ownSheet({ fiscalYear, edition, audience: 'facility' }), items), ...sheets])
  return changed(
    filled,
    filled.slices.answers.flatMap((answer) => answerAtRandom(answer.id, random)),
  )
}

function vendorSheet(
  system: SystemId,
  vendor: VendorId | undefined,
  items: readonly ChecklistItem[],
  random: () => number,
): readonly Change[] {
  if (!vendor) return []
  const id: SheetId = sheetIdOf({ fiscalYear, edition, vendor, system })
  const back = random() < 0.85
  return newSheet(
    {
      id,
      edition,
      fiscalYear,
      audience: 'vendor',
      vendor,
      system,
      sentOn: date('2026-09-01'),
      ...(back && { returnedOn: date('2026-10-15') }),
    },
    items,
  )
}

function answerAtRandom(id: string, random: () => number): readonly Change[] {
  const draw = random()
  if (draw < 0.1) return []
  const checkedOn = addDays(date('2025-09-01'), Math.floor(random() * 430))
  const no = draw < 0.3
  const targetOn = addDays(date('2026-08-01'), Math.floor(random() * 300))
  return [{ kind: 'set', slice: 'answers', id, fields: { answer: no ? 'no' : 'yes', checkedOn, ...(no && { targetOn }) } }]
}

function changed(picture: Picture, changes: readonly Change[]): Picture {
  const result = applyChanges(picture, changes)
  if (result.kind === 'refused') throw new Error(`${result.why} at ${result.at}`)
  return result.picture
}
