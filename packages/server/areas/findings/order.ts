import type { FindingLine } from '@mimamori/contract'
import type { Kept, StoredLine } from '../kept.ts'

const rank = { critical: 0, high: 1, medium: 2, low: 3 } as const
const stateRank = { open: 0, 'no-longer-seen': 1, covered: 2, accepted: 2, done: 2 } as const

/** The most severe first, of one severity the easy ones. */
export function byUrgency(a: FindingLine, b: FindingLine): number {
  const by = b.urgency - a.urgency || rank[a.severity] - rank[b.severity] || a.minutes - b.minutes
  return by || ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : (a.dueOn ?? '9') > (b.dueOn ?? '9') ? 1 : a.id < b.id ? -1 : 1)
}

/** NOTE: kept as long as the lines of one look are, so that ten thousand of them are put in order once and not for every reader. */
const inOrder = new WeakMap<readonly StoredLine[], readonly StoredLine[]>()

/** All findings of a facility in the order of the list page. */
export function listOrder({ lines }: Pick<Kept, 'lines'>): readonly StoredLine[] {
  const known = inOrder.get(lines)
  if (known) return known
  const sorted = lines.toSorted((a, b) => stateRank[a.state] - stateRank[b.state] || byUrgency(a, b))
  inOrder.set(lines, sorted)
  return sorted
}
