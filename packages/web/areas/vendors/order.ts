import type { VendorSheetLine } from '@mimamori/contract'

const rank: Readonly<Record<VendorSheetLine['state'], number>> = { waiting: 0, partial: 1, 'not-sent': 2, returned: 3 }

/** Sheets in the order of what there is to do: those longest waited for first, those that came back last. */
export function byWork(lines: readonly VendorSheetLine[]): readonly VendorSheetLine[] {
  return lines.toSorted((a, b) => rank[a.state] - rank[b.state] || (b.days ?? 0) - (a.days ?? 0))
}
