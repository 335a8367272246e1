/** A revision, and the one that has undone it. */
export interface LaterRevision {
  readonly revision: number
  readonly undoneBy?: number | undefined
}

/**
 * Those of the later revisions that still stand: one that was undone is as if it had never been, and so is the undoing. An undoing
 * that was undone itself leaves the first one standing.
 */
export function standing<R extends LaterRevision>(later: readonly R[]): readonly R[] {
  const gone = new Set<number>()
  const newestFirst = later.toSorted((a, b) => b.revision - a.revision)
  for (const { revision, undoneBy } of newestFirst) {
    if (gone.has(revision) || undoneBy === undefined || gone.has(undoneBy)) continue
    gone.add(revision)
    gone.add(undoneBy)
  }
  return newestFirst.filter(({ revision }) => !gone.has(revision))
}
