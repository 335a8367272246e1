import { createHash } from 'node:crypto'
import { answerIdOf, type Entry, isKnown, type Picture, type SliceName, type Slices, sheetIdOf, sliceNames } from '@mimamori/domain'

/** Stays as it is: what a facility has once, and what the server derives. */
const once: readonly SliceName[] = ['facility', 'sources', 'aliases', 'retired', 'register']

export interface ManyTimes {
  readonly picture: Picture
  /** Bytes of the evidence that the copies name, by SHA-256. */
  readonly files: ReadonlyMap<string, string>
}

/** A facility like this one with every list so many times as long: same kinds of records, names and ids of their own. */
export function manyTimes(picture: Picture, times: number): ManyTimes {
  const facility = copyId(picture.facility, times) as Picture['facility'] // the id of the facility with a number
  const files = new Map<string, string>()
  const lists = { ...picture.slices } as Record<SliceName, readonly Entry[]> // one list per slice
  lists.facility = picture.slices.facility.map((record) => ({ ...record, id: facility }))
  for (let copy = 2; copy <= times; copy++) {
    const ids = idsOfCopy(picture.slices, copy)
    for (const slice of sliceNames) {
      const records: readonly Entry[] = picture.slices[slice]
      const copied = records.filter((record) => ids.has(record.id)).map((record) => copyOf(record, { slice, ids, copy, files }))
      lists[slice] = [...lists[slice], ...copied]
    }
  }
  return { picture: { ...picture, facility, slices: lists as unknown as Slices }, files } // the lists of `picture`, made longer
}

function copyId(id: string, copy: number): string {
  return `${id}-x${copy}`
}

/** Ids of the copies by the ids of what is copied; the facility's own sheet and its answers are not. */
function idsOfCopy(slices: Slices, copy: number): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const plain = sliceNames.filter((slice) => !once.includes(slice) && slice !== 'sheets' && slice !== 'answers')
  for (const slice of plain) for (const { id } of slices[slice]) ids.set(id, copyId(id, copy))
  for (const { id, fiscalYear, edition, vendor, system } of slices.sheets) {
    if (!isKnown(vendor)) continue
    const whose = { vendor: ids.get(vendor) as typeof vendor, ...(isKnown(system) && { system: ids.get(system) as typeof system }) } // ids of copies are ids
    ids.set(id, sheetIdOf({ fiscalYear, edition, ...whose }))
  }
  for (const { id, sheet, item, part } of slices.answers) {
    const copied = ids.get(sheet)
    if (copied !== undefined) ids.set(id, answerIdOf(copied, item, part))
  }
  return ids
}

interface Copying {
  readonly slice: SliceName
  readonly ids: ReadonlyMap<string, string>
  readonly copy: number
  readonly files: Map<string, string>
}

function copyOf(record: Entry, { slice, ids, copy, files }: Copying): Entry {
  const renamed = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(renamed) : typeof value === 'string' ? (ids.get(value) ?? value) : value
  const fields = Object.entries(record).map(([key, value]) => [key, renamed(value)] as const)
  const copied = Object.fromEntries(fields) as unknown as Entry // the same fields
  const name: unknown = Reflect.get(record, 'name')
  if (slice === 'evidence') return Reflect.has(record, 'sha256') ? { ...copied, ...fileOf(copied.id, files) } : copied
  return typeof name === 'string' ? ({ ...copied, name: `${name}${copy}` } as Entry) : copied // a record with a name has one more letter
}

/** A file of its own for a copy of evidence. */
function fileOf(id: string, files: Map<string, string>): { sha256: string; bytes: number; mediaType: string } {
  const text = `根拠資料の見本 ${id}\n`
  const sha256 = createHash('sha256').update(text).digest('hex')
  files.set(sha256, text)
  return { sha256, bytes: Buffer.byteLength(text), mediaType: 'text/plain' }
}
