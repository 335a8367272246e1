import { dangling, ids } from './references-kit.ts'
import type { FullCatalogue } from './types.ts'

type Problem = string

/** Risks, controls and what stands in for them name what is there; a risk needs at least one control, once. */
export function riskProblems({ reference }: Pick<FullCatalogue, 'reference'>): readonly Problem[] {
  const { risks, riskGroups, riskCategories, controlTypes, standIns, riskFactWords } = reference
  const [controls, facts, groups] = [ids(controlTypes), ids(riskFactWords), ids(riskGroups)] as const
  const topics = new Set(reference.items.map(({ topic }) => topic))
  return [
    ...riskGroups.flatMap(({ id, category }) => dangling(`riskGroups ${id}`, [category], ids(riskCategories), 'category')),
    ...risks.flatMap((risk) => {
      const named = risk.controls.map(({ control }) => control)
      return [
        ...dangling(`risks ${risk.id}`, [risk.group], groups, 'group'),
        ...dangling(`risks ${risk.id}`, named, controls, 'control'),
        ...dangling(`risks ${risk.id}`, risk.entry, facts, 'fact'),
        ...(risk.controls.some(({ needed }) => needed) ? [] : [`risks ${risk.id} needs no control`]),
        ...(new Set(named).size < named.length ? [`risks ${risk.id} names a control twice`] : []),
      ]
    }),
    ...controlTypes.flatMap(({ id, topics: asked, facts: shown, partFacts = [] }) => [
      ...dangling(`controlTypes ${id}`, asked, topics, 'topic'),
      ...dangling(`controlTypes ${id}`, [...shown, ...partFacts], facts, 'fact'),
      ...(risks.some((risk) => risk.controls.some(({ control }) => control === id)) ? [] : [`controlTypes ${id} is named by no risk`]),
    ]),
    ...standIns.flatMap((one) => [
      ...dangling(`standIns ${one.id}`, [one.for, one.by], controls, 'control'),
      ...dangling(`standIns ${one.id}`, one.when === undefined ? [] : [one.when], facts, 'fact'),
      ...(one.for === one.by ? [`standIns ${one.id} stands in for itself`] : []),
    ]),
  ]
}
