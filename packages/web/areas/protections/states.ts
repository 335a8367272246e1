import type { ProtectionTableView } from '@mimamori/contract'
import type { SignName } from '../../ui/sign.tsx'
import type { StateName } from '../../ui/state-chip.tsx'

export type State = ProtectionTableView['protections'][number]['state']

/** The states of a control in the words of the answers: the question of the column is whether it is done. */
export const chipOf: Readonly<Record<State, StateName>> = {
  'in-place': 'yes',
  partly: 'partial',
  no: 'no',
  'not-applicable': 'not-applicable',
  unknown: 'unknown',
}

/** The sign of a state in the picture: the same as that of its chip. */
export const signOf: Readonly<Record<State, SignName>> = {
  'in-place': 'circle',
  partly: 'pencil',
  no: 'cross',
  'not-applicable': 'slash',
  unknown: 'question',
}
