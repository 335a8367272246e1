import type { FindingLine } from '@mimamori/contract'

export type Who = 'facility' | 'vendor' | 'both'

/** Who has to act: the facility, a vendor, or both sides. */
export function whoOf(line: Pick<FindingLine, 'party'>): Who {
  if (line.party === 'facility' || line.party === 'both') return line.party
  return 'vendor'
}

/** Open ones, and those left knowingly; what is done or no longer seen is not asked for. */
export function splitByState(lines: readonly FindingLine[]): {
  open: readonly FindingLine[]
  accepted: readonly FindingLine[]
  gone: readonly FindingLine[]
} {
  return {
    open: lines.filter((line) => line.state === 'open'),
    accepted: lines.filter((line) => line.state === 'accepted' || line.state === 'covered'),
    gone: lines.filter((line) => line.state === 'no-longer-seen'),
  }
}

export function countByWho(lines: readonly FindingLine[]): Readonly<Record<Who, number>> {
  const count = (who: Who) => lines.filter((line) => whoOf(line) === who).length
  return { facility: count('facility'), vendor: count('vendor'), both: count('both') }
}

const rank = { critical: 0, high: 1, medium: 2, low: 3 } as const

/** Most urgent first; of the same urgency the gravest, then the quickest. */
export function byUrgency(lines: readonly FindingLine[]): readonly FindingLine[] {
  return lines.toSorted(
    (a, b) => b.urgency - a.urgency || rank[a.severity] - rank[b.severity] || a.minutes - b.minutes || (a.id < b.id ? -1 : 1),
  )
}

export interface FindingGroup {
  readonly key: string
  readonly lines: readonly FindingLine[]
}

/** Findings by item, in the order in which the items first come; those of no item last. */
export function byItem(lines: readonly FindingLine[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingLine[]>()
  for (const line of byUrgency(lines)) {
    const key = line.itemNumber ?? ''
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups].map(([key, found]) => ({ key, lines: found })).sort((a, b) => (a.key === '' ? 1 : 0) - (b.key === '' ? 1 : 0))
}

/** Until answering has begun, the empty items of the sheet are counted and not listed. */
export function foldUnanswered(lines: readonly FindingLine[], answered: number): { shown: readonly FindingLine[]; folded: number } {
  if (answered > 0) return { shown: lines, folded: 0 }
  const shown = lines.filter((line) => line.rule !== 'checklists/unanswered')
  return { shown, folded: lines.length - shown.length }
}
