import type { Change, Entry, Picture, SliceName, Slices } from '@mimamori/domain'

/** The picture with the records as they were before a change, for as much as its way back tells; only to be read for words. */
export function pictureBefore(picture: Picture, undo: readonly Change[]): Picture {
  const lists = new Map<SliceName, Map<string, Entry>>()
  for (const step of undo) {
    if (step.kind !== 'set' && step.kind !== 'add') continue
    const list = lists.get(step.slice) ?? new Map(entriesOf(picture, step.slice))
    lists.set(step.slice, list)
    if (step.kind === 'add') list.set(step.record.id, step.record)
    else list.set(step.id, earlier(list.get(step.id) ?? { id: step.id }, step))
  }
  const slices = Object.fromEntries(
    [...lists].map(([slice, list]) => [slice, [...list.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))]),
  )
  return { ...picture, slices: { ...picture.slices, ...(slices as unknown as Partial<Slices>) } } // lists of records of their own slices
}

function entriesOf({ slices }: Picture, slice: SliceName): readonly [string, Entry][] {
  const list: readonly Entry[] = slices[slice]
  return list.map((record) => [record.id, record])
}

function earlier(record: Entry, { fields, forget = [] }: Extract<Change, { kind: 'set' }>): Entry {
  const gone: readonly string[] = forget
  const values = Object.entries({ ...record, ...fields }).filter(([name]) => !gone.includes(name))
  return { ...Object.fromEntries(values), id: record.id }
}
