import { ifDone, type RiskLists, stateOfControl, type Text } from '@mimamori/domain'

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
