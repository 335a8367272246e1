import { byId, ifDone, type RiskLists, type RiskState, type RiskStateWord, stateOfControl, type Text } from '@mimamori/domain'

/** What is ticked: controls taken for done, and for failed. */
export interface Ticks {
  readonly done: readonly string[]
  readonly failed: readonly string[]
}

interface Control {
  readonly id: string
  readonly name: Text
  /** How many risks it would close by itself. */
  readonly gain: number
}

/** Controls that are not in place, those that close most first, and those that are. */
export function gainsOf(lists: RiskLists): { readonly missing: readonly Control[]; readonly inPlace: readonly Control[] } {
  const controls = lists.controlTypes
    .toSorted((a, b) => a.order - b.order)
    .map(({ id, name }) => ({ id, name, state: stateOfControl(lists, id) }))
  const missing = controls.flatMap(({ id, name, state }) =>
    state === 'in-place' || state === 'not-applicable' ? [] : [{ id, name, gain: ifDone(lists, [id]).length }],
  )
  const inPlace = controls.flatMap(({ id, name, state }) => (state === 'in-place' ? [{ id, name, gain: 0 }] : []))
  return { missing: missing.toSorted((a, b) => b.gain - a.gain), inPlace }
}

interface Changed {
  readonly id: string
  readonly from: RiskStateWord
  readonly to: RiskStateWord
}

const isLoose = (state: RiskStateWord) => state === 'open' || state === 'unknown'

/** What changed, apart by its direction, and the counts before and after. */
export function resultOf(lists: RiskLists, changed: readonly RiskState[]) {
  const lines = changed.map(({ id, state }): Changed => ({ id, from: byId(lists.riskStates, id)?.state ?? 'unknown', to: state }))
  const after = new Map(lines.map(({ id, to }) => [id, to]))
  const count = (word: RiskStateWord) => ({
    before: lists.riskStates.filter(({ state }) => state === word).length,
    after: lists.riskStates.filter(({ id, state }) => (after.get(id) ?? state) === word).length,
  })
  const closed = lines.filter(({ from, to }) => isLoose(from) && !isLoose(to))
  const opened = lines.filter(({ to }) => to === 'open')
  return {
    closed,
    opened,
    others: lines.filter((one) => !closed.includes(one) && !opened.includes(one)),
    open: count('open'),
    unknown: count('unknown'),
  }
}
