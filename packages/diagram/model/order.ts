/** By code units: the same on every machine. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** As people count: 外来PC2 before 外来PC10. */
export function compareNames(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)]
  for (const [at, part] of one.entries()) {
    const counterpart = other[at]
    if (counterpart === undefined) return 1
    const byNumber = /^\d/.test(part) && /^\d/.test(counterpart) ? Number(part) - Number(counterpart) : 0
    const order = byNumber || compareTexts(part, counterpart)
    if (order !== 0) return order
  }
  return one.length - other.length
}

function partsOf(text: string): readonly string[] {
  return text.match(/\d{1,15}|\D+/g) ?? []
}

/** By rank, then title, then id, so that no order of records ever shows. */
export function compareRanked(
  a: { readonly rank: number; readonly title: string; readonly id: string },
  b: { readonly rank: number; readonly title: string; readonly id: string },
): number {
  return a.rank - b.rank || compareNames(a.title, b.title) || compareTexts(a.id, b.id)
}
