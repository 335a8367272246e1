import { byId, having } from '../picture.ts'
import type { Text } from '../record.ts'
import { weakest } from './control-standings.ts'
import type { RiskCore, RiskLists } from './lists.ts'
import type { ControlRole, ControlState, Risk, RiskCategory, RiskPhase, RiskState, RiskStateWord } from './types.ts'

type Lists = Pick<RiskLists, 'risks' | 'riskCategories' | 'riskGroups' | 'controlTypes' | 'controlStandings' | 'riskStates'>

/** A control in a row of the matrix. */
export interface MatrixControl {
  readonly id: string
  readonly name: Text
  readonly role: ControlRole
  readonly isNeeded: boolean
  /** As it stands for this column alone. */
  readonly state: ControlState
}

/** One small risk of the matrix in two columns: what the facility does, and what a vendor does and the facility instructs. */
export interface MatrixRow {
  readonly id: string
  readonly category: string
  readonly large: Text
  readonly middle: Text
  readonly name: Text
  readonly phases: readonly RiskPhase[]
  readonly harms: Risk['harms']
  readonly state: RiskStateWord
  readonly standing: RiskState
  readonly facility: readonly MatrixControl[]
  readonly vendor: readonly MatrixControl[]
}

export interface MatrixChoice {
  /** Only controls and rows that are this vendor's to do as well. */
  readonly vendor?: string
  readonly category?: string
  readonly phase?: RiskPhase
}

/** The rows of the matrix (リスクコントロールマトリックス), in the order of the categories and of the catalogue. */
export function matrixOf(lists: Lists, choice: MatrixChoice = {}): readonly MatrixRow[] {
  return inOrder(lists)
    .filter(({ risk, category }) => fits(risk, category.id, choice))
    .flatMap(({ risk, category, middle }) => {
      const standing = byId(lists.riskStates, risk.id)
      if (!standing) return []
      const { id, name, phases, harms } = risk
      const facility = columnOf(risk, 'facility', lists, choice)
      const vendor = columnOf(risk, 'vendor', lists, choice)
      const row = {
        id,
        category: category.id,
        large: category.large,
        middle,
        name,
        phases,
        harms,
        state: standing.state,
        standing,
        facility,
        vendor,
      }
      return choice.vendor === undefined || vendor.length > 0 ? [row] : []
    })
}

function inOrder({ risks, riskGroups, riskCategories }: Lists) {
  const placed = risks.flatMap((risk) => {
    const group = byId(riskGroups, risk.group)
    const category: RiskCategory | undefined = byId(riskCategories, group?.category)
    return group && category ? [{ risk, category, middle: group.name }] : []
  })
  return placed.sort((a, b) => a.category.order - b.category.order || a.risk.order - b.risk.order)
}

function fits({ phases }: RiskCore, category: string, choice: MatrixChoice): boolean {
  return (choice.category ?? category) === category && (choice.phase === undefined || phases.includes(choice.phase))
}

function columnOf(risk: RiskCore, owner: 'facility' | 'vendor', lists: Lists, { vendor }: MatrixChoice): readonly MatrixControl[] {
  return risk.controls.flatMap(({ control, role, needed }) => {
    const type = byId(lists.controlTypes, control)
    const seats = (byId(lists.controlStandings, control)?.seats ?? []).filter(({ party }) =>
      owner === 'facility' ? party === 'facility' : party !== 'facility' && isOf(party, vendor),
    )
    if (!type?.owners.includes(owner) || (vendor !== undefined && owner === 'vendor' && seats.length === 0)) return []
    const states = seats.map(({ state }) => state)
    return [{ id: control, name: type.name, role, isNeeded: needed ?? false, state: weakest(states) }]
  })
}

function isOf(party: string, vendor: string | undefined): boolean {
  return vendor === undefined || party === 'vendor' || party === `vendor:${vendor}`
}

/** Risks that name this control, with the part that it plays. */
export function risksOfControl<R extends RiskCore>({ risks }: { readonly risks: readonly R[] }, control: string): readonly R[] {
  return risks.filter((risk) => risk.controls.some((one) => one.control === control))
}

/** What can stand in for a control, and for what it can stand in itself. */
export function standInsOf({ standIns }: Pick<RiskLists, 'standIns'>, control: string) {
  return { by: having(standIns, 'for', control), for: having(standIns, 'by', control) }
}
