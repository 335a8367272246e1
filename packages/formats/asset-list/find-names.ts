import { byId, type Entry, type SliceName, type Slices } from '@mimamori/domain'
import { foldCompany, foldText } from '../text.ts'
import { nameIn } from './columns.ts'

/** The id of the record that a person means by its name or its id; undefined for none, and for two of one name. */
export type Finder = (slice: SliceName, written: string) => string | undefined

export function finderIn(slices: Slices): Finder {
  const indexes = new Map<SliceName, ReadonlyMap<string, ReadonlySet<string>>>()
  return (slice, written) => {
    if (byId<Entry>(slices[slice], written)) return written
    const index = indexes.get(slice) ?? indexOf(slices, slice)
    indexes.set(slice, index)
    const found = index.get(foldOf(slice)(written))
    return found?.size === 1 ? [...found][0] : undefined
  }
}

function indexOf(slices: Slices, slice: SliceName): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>()
  const fold = foldOf(slice)
  const records: readonly Entry[] = slices[slice]
  for (const { id } of records) {
    const name = fold(nameIn(slices, slice, id))
    index.set(name, (index.get(name) ?? new Set()).add(id))
  }
  return index
}

function foldOf(slice: SliceName): (text: string) => string {
  return slice === 'vendors' ? foldCompany : foldText
}
