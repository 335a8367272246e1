import type { ProtectionTableView } from '@mimamori/contract'
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
