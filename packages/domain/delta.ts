import { isEqual } from './equal.ts'

type Listed = { readonly id: string }

/** What came, changed and went between two versions of a list that is sorted by id; records are compared by reference. */
export interface Delta {
  readonly changed: readonly Listed[]
  readonly gone: readonly string[]
}

export function deltaOf(before: readonly Listed[], now: readonly Listed[]): Delta {
  const changed: Listed[] = []
  const gone: string[] = []
  if (before === now) return { changed, gone }
  let b = 0
  let n = 0
  while (b < before.length || n < now.length) {
    const old = before[b]
    const record = now[n]
    if (old !== undefined && (record === undefined || old.id < record.id)) {
      gone.push(old.id)
      b++
    } else if (record !== undefined) {
      if (record !== old) changed.push(record)
      if (old?.id === record.id) b++
      n++
    }
  }
  return { changed, gone }
}

/**
 * The list sorted by id in which a record equal to the old one is the old object, and which is the old list if all
 * are: what reads it then sees that nothing happened. Throws when two records share an id.
 */
export function reconcile<R extends Listed>(before: readonly R[] | undefined, now: readonly R[]): readonly R[] {
  const sorted = isSorted(now) ? now : now.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  if (sorted !== now)
    sorted.forEach((record, at) => {
      if (record.id === sorted[at + 1]?.id) throw new Error(`two records of one list have the id ${record.id}`)
    })
  if (!before) return sorted
  let same = sorted.length === before.length
  let b = 0
  const kept = sorted.map((record, at) => {
    let was = before[b]
    while (was !== undefined && was.id < record.id) was = before[++b]
    const keep = was !== undefined && was.id === record.id && (was === record || isEqual(was, record)) ? was : record
    if (keep !== before[at]) same = false
    return keep
  })
  return same ? before : kept
}

function isSorted(list: readonly Listed[]): boolean {
  return list.every((record, at) => at === 0 || (list[at - 1]?.id ?? '') < record.id)
}
