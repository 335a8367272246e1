import { byId, type Change, deltaOf, type Entry, isEqual, type Picture, type SliceName, sliceNames } from '@mimamori/domain'
import { versionKey } from '../kept.ts'

interface Compared {
  readonly changes: readonly Change[]
  /** Records that were changed here after the folder was written: ours stay. */
  readonly kept: number
  /** Records of closed years that differ: they stay. */
  readonly closed: number
}

/** NOTE: what the server derives is not taken from a folder into a facility that lives. */
const takenOver: readonly SliceName[] = sliceNames.filter((slice) => !['register', 'aliases', 'retired'].includes(slice))

/**
 * The changes that lead from the picture to that of a folder. `base` is the revision that the folder was written from,
 * 0 where it was not written by this facility: then nothing is taken for removed.
 */
export function folderChanges(now: Picture, folder: Picture, from: { base: number; since: ReadonlySet<string> }): Compared {
  const changes: Change[] = []
  const removals: Change[] = []
  let kept = 0
  let closed = 0
  for (const slice of takenOver) {
    const ours: readonly Entry[] = now.slices[slice]
    const theirs: readonly Entry[] = folder.slices[slice].map((record: Entry) =>
      slice === 'facility' ? { ...record, id: now.facility } : record,
    )
    const { changed, gone } = deltaOf(ours, theirs)
    const records = changed as readonly Entry[] // of `theirs`
    for (const record of records) {
      const old = byId(ours, record.id)
      if (old && isEqual(old, record)) continue
      if (isClosed(now, slice, record.id)) closed++
      else if (from.since.has(versionKey(slice, record.id))) kept++
      else changes.push(old ? setOf(slice, old, record) : ({ kind: 'add', slice, record } as Change)) // a record of this slice
    }
    for (const id of gone) {
      if (from.base === 0 || slice === 'facility' || slice === 'sources') continue
      if (isClosed(now, slice, id)) closed++
      else if (from.since.has(versionKey(slice, id))) kept++
      else removals.push({ kind: 'remove', slice, id })
    }
  }
  return { changes: [...changes, ...removals], kept, closed }
}

/** Fields that differ, and fields that the folder no longer has. */
function setOf(slice: SliceName, old: Entry, record: Entry): Change {
  const fields = Object.entries(record).filter(([key, value]) => key !== 'id' && !isEqual(value, Reflect.get(old, key)))
  const forget = Object.keys(old).filter((key) => !Object.hasOwn(record, key))
  return { kind: 'set', slice, id: old.id, fields: Object.fromEntries(fields), ...(forget.length > 0 && { forget }) } as Change // fields of a record of this slice
}

function isClosed(now: Picture, slice: SliceName, id: string): boolean {
  const sheet =
    slice === 'sheets'
      ? id
      : slice === 'answers'
        ? byId(now.slices.answers, id)?.sheet
        : slice === 'requests'
          ? byId(now.slices.requests, id)?.sheet
          : undefined
  return byId(now.slices.sheets, sheet)?.closedOn !== undefined
}
