import { decide, type Known, type RiskCase, taken } from './decide.ts'

/** Sets beyond this number say no more to a person. */
const mostSets = 12

/**
 * The smallest sets of controls, each of which would close the risk if it were put in place beside what is in place for certain:
 * the needed control itself, or one that stands in for it where the condition does not fail.
 */
export function setsThatClose(one: RiskCase, known: Known): readonly (readonly string[])[] {
  const isOut = (id: string) => !['in-place', 'not-applicable'].includes(known.control(id))
  const ids = [
    ...one.needed.filter(isOut),
    ...one.standIns.flatMap(({ by, when }) => (isOut(by) && (when === undefined || known.fact(when) === 'yes') ? [by] : [])),
  ]
  // NOTE: where it is not known whether the risk is here at all, it is closed as if it were.
  const ill = taken({ ...known, fact: (id) => (one.risk.entry.includes(id) ? 'yes' : known.fact(id)) }, one, 'ill')
  return smallestSets([...new Set(ids)], mostSets, (set) => {
    const control = (id: string) => (set.has(id) ? 'in-place' : ill.control(id))
    return decide(one, { ...ill, control }).state !== 'open'
  })
}

/** The smallest set of what is unknown that decides the risk if it turns out well, whatever the rest may be. */
export function decidingSet(one: RiskCase, known: Known): readonly string[] {
  const controls = [...one.needed, ...one.standIns.map(({ by }) => by)].filter((id) => known.control(id) === 'unknown')
  const conditions = one.standIns.flatMap(({ when }) => when ?? [])
  const facts = [...one.risk.entry, ...conditions].filter((id) => known.fact(id) === 'unknown')
  const [first] = smallestSets([...new Set([...facts, ...controls])], 1, (set) => {
    return decide(one, taken(known, one, 'ill', set)).state !== 'open'
  })
  return first ?? []
}

/** Every smallest set of these ids that does, in the order of the ids; as many as asked for. */
function smallestSets(ids: readonly string[], most: number, does: (set: ReadonlySet<string>) => boolean): readonly (readonly string[])[] {
  for (let size = 1; size <= ids.length; size++) {
    const found: (readonly string[])[] = []
    for (const set of setsOf(ids, size)) {
      if (does(new Set(set))) found.push(set)
      if (found.length === most) break
    }
    if (found.length > 0) return found
  }
  return []
}

function* setsOf(ids: readonly string[], size: number, from = 0): Generator<readonly string[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let at = from; at <= ids.length - size; at++) {
    const id = ids[at]
    if (id !== undefined) for (const rest of setsOf(ids, size - 1, at + 1)) yield [id, ...rest]
  }
}
