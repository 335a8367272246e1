import { type DraftReason, fact, noneWith } from '../finding.ts'
import { byId, having, type World } from '../picture.ts'
import { defineRule } from '../rule.ts'

/**
 * What nobody has said yet and would decide risks, one finding per category: a small clinic is asked a page of questions and not told
 * of sixty risks. What the checklist asks for already is told there and not again.
 */
export const riskUnknown = defineRule({
  id: 'risks/unknown',
  area: 'risks',
  reads: ['riskStates', 'risks', 'riskGroups', 'riskCategories', 'controlTypes', 'controls', 'joinedRows', 'items', 'facility'],
  evaluate({ riskCategories, facility: [facility], ...lists }) {
    const asked = topicsAsked(lists)
    const unknown = lists.riskStates.filter(({ state, borne }) => state === 'unknown' && borne === undefined)
    return riskCategories.flatMap(({ id }) => {
      const here = unknown.filter((one) => categoryOf(one.id, lists) === id)
      const deciding = [...new Set(here.flatMap((one) => one.deciding))].sort()
      const controls = deciding.filter((one) => byId(lists.controlTypes, one)?.topics.every((topic) => !asked.has(topic)))
      const facts = deciding.filter((one) => one.startsWith('fact:')).length
      const because: readonly DraftReason[] = [
        ...controls.map((control) => ({ say: 'control', facts: groundsOf(control, lists) })),
        ...(facts > 0 ? [{ say: 'facts', with: { count: facts }, facts: [fact('facility', facility?.id)] }] : []),
      ]
      return because.length > 0 ? [{ subjects: [id], parties: ['facility'], because }] : []
    })
  },
})

function topicsAsked({ joinedRows, items }: Pick<World, 'joinedRows' | 'items'>): ReadonlySet<string> {
  return new Set(joinedRows.flatMap(({ id }) => byId(items, id)?.topic ?? []))
}

function categoryOf(risk: string, { risks, riskGroups }: Pick<World, 'risks' | 'riskGroups'>): string | undefined {
  return byId(riskGroups, byId(risks, risk)?.group)?.category
}

function groundsOf(control: string, { controls }: Pick<World, 'controls'>) {
  const ended = having(controls, 'control', control)
  return ended.length > 0 ? ended.map(({ id }) => fact('controls', id, 'until')) : [noneWith('controls', 'control', control)]
}
