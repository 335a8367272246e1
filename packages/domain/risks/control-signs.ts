import type { JoinedCell } from '../checklists/index.ts'
import { byId, having, type World } from '../picture.ts'
import { isInForce } from './in-force.ts'
import type { ControlSign, ControlState, ControlStatement, ControlType } from './types.ts'

export type SignLists = Pick<World, 'joinedRows' | 'items' | 'riskFacts' | 'controls' | 'asOf'>

/** Everything that somebody or something says of a control. */
export function signsOf(type: ControlType, lists: SignLists): readonly ControlSign[] {
  return [
    ...type.topics.flatMap((topic) => fromChecklist(topic, type, lists)),
    ...type.facts.flatMap((id) => fromFact(id, lists)),
    ...(type.partFacts ?? []).flatMap((id) => fromPart(id, lists)),
    ...having(lists.controls, 'control', type.id).map((statement) => fromStatement(statement, lists)),
  ]
}

function fromChecklist(topic: string, { owners }: ControlType, { joinedRows, items }: SignLists): readonly ControlSign[] {
  const rows = joinedRows.filter(({ id }) => byId(items, id)?.topic === topic)
  return rows.flatMap(({ facility, vendors }) => [
    ...(facility && owners.includes('facility') ? [signOfCell(facility, topic)] : []),
    ...(owners.includes('vendor') ? vendors.map((cell) => signOfCell(cell, topic)) : []),
  ])
}

function signOfCell({ vendor, state, answerId, sheet }: JoinedCell, topic: string): ControlSign {
  const ground = { slice: 'answers', id: answerId ?? sheet, field: 'answer' } as const
  const party = vendor === undefined ? 'facility' : (`vendor:${vendor}` as const)
  return { party, by: 'checklist', of: topic, state: stateOfCell(state), grounds: [ground] }
}

/** NOTE: a vendor that holds an item to be the facility's has not said that it is not done. */
function stateOfCell(state: JoinedCell['state']): ControlState {
  if (state === 'yes') return 'in-place'
  return state === 'no' || state === 'not-applicable' ? state : 'unknown'
}

function fromFact(id: string, { riskFacts }: SignLists): readonly ControlSign[] {
  const fact = byId(riskFacts, id)
  if (fact?.value === undefined) return []
  const state = fact.value === 'yes' ? 'in-place' : fact.value
  return [{ party: 'facility', by: 'fact', of: id, state, grounds: fact.grounds }]
}

/** A part that is there shows nothing of the whole; one that is not there leaves the whole partly done, and that by the facility alone. */
function fromPart(id: string, { riskFacts }: SignLists): readonly ControlSign[] {
  const fact = byId(riskFacts, id)
  if (fact?.value !== 'no' && fact?.value !== 'partly') return []
  return [{ party: 'facility', by: 'part', of: id, state: 'partly', grounds: fact.grounds }]
}

/** What was stated for a time says nothing after it; that it is not done goes on until somebody says otherwise. */
function fromStatement(statement: ControlStatement, { asOf }: SignLists): ControlSign {
  const { id, party, vendor, state, until } = statement
  const counts = state === 'no' || isInForce(until, asOf)
  return {
    party: party === 'vendor' && vendor !== undefined ? `vendor:${vendor}` : party,
    by: counts ? 'stated' : 'ended',
    state: counts ? state : 'unknown',
    grounds: [{ slice: 'controls', id, field: counts ? 'state' : 'until' }],
  }
}
