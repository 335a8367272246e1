/** By code units: the same on every machine. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** By rank, then title, then id, so that no order of records ever shows. */
export function compareRanked(
  a: { readonly rank: number; readonly title: string; readonly id: string },
  b: { readonly rank: number; readonly title: string; readonly id: string },
): number {
  return a.rank - b.rank || compareTexts(a.title, b.title) || compareTexts(a.id, b.id)
}
