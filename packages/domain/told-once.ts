import type { Catalogue } from './analyse.ts'
import type { Tracked } from './track.ts'

/**
 * What the facility's own lists show: a finding is left out while one of the rules that its entry names in
 * `silentBeside` speaks of all of its subjects. NOTE: it is left out here and not by its rule: a vendor gets its own
 * "no" whatever the facility has answered, as the facility's answer is not for it to see.
 */
export function toldOnce(tracked: readonly Tracked[], { rules }: Pick<Catalogue, 'rules'>): readonly Tracked[] {
  const louder = new Set([...rules.values()].flatMap((entry) => entry.silentBeside ?? []))
  const speaking = new Map<string, Tracked[]>()
  for (const one of tracked) {
    if (!one.finding || !louder.has(one.row.rule)) continue
    for (const subject of one.row.subjects) speaking.set(subject, [...(speaking.get(subject) ?? []), one])
  }
  return tracked.filter((one) => {
    const beside = rules.get(one.row.rule)?.silentBeside
    const [first = ''] = one.row.subjects
    return !beside || !speaking.get(first)?.some((other) => beside.includes(other.row.rule) && hasAll(other, one))
  })
}

function hasAll(other: Tracked, one: Tracked): boolean {
  return one.row.subjects.every((subject) => other.row.subjects.includes(subject))
}
