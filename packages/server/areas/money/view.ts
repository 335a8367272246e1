import type { DamageView } from '@mimamori/contract'
import { bedsOf, byId, fiscalYearOf, latestWith, type Text } from '@mimamori/domain'
import { budgetNorm, facilityAgainstNorm } from '@mimamori/money'
import { same } from '../assets/index.ts'
import { versionedList } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'

/** Damage and plan as a browser reckons them: what was derived, what it comes from, and the words for both. */
export function damageOfKept(now: Kept): DamageView {
  const { world } = now.analysis
  const { slices } = now.picture
  const beds = bedsOf(slices)
  return {
    revision: now.state.revision,
    today: now.asOf,
    fiscalYear: slices.facility[0]?.fiscalYear ?? fiscalYearOf(now.asOf),
    ...(beds !== undefined && { beds }),
    scenarios: [...world.damageScenarios],
    assumptions: [...world.lossAssumptions],
    measures: [...world.measuresHere],
    finances: versionedList(now, 'finances', slices.finances),
    quotes: versionedList(now, 'quotes', slices.quotes),
    lossInputs: versionedList(now, 'lossInputs', slices.lossInputs),
    planChoices: versionedList(now, 'planChoices', slices.planChoices),
    policies: versionedList(now, 'policies', slices.policies),
    parameters: [...world.lossParameters],
    scenarioTypes: [...world.lossScenarios],
    planMeasures: [...world.planMeasures],
    lossHeads: [...now.catalogue.lossHeads],
    backTests: [],
    norm: normOf(now),
    names: namesOf(now),
  }
}

/** 提言1 against the latest year whose figures are known. */
function normOf({ catalogue, picture: { slices } }: Kept): DamageView['norm'] {
  const [revenue, security] = [latestWith(slices.finances, 'revenueYen'), latestWith(slices.finances, 'securityYen')]
  const beds = bedsOf(slices)
  return facilityAgainstNorm(catalogue, budgetNorm(catalogue, 'final'), {
    ...(beds !== undefined && { beds }),
    ...(revenue?.revenueYen !== undefined && { revenueYen: revenue.revenueYen }),
    ...(security?.securityYen !== undefined && { budgetYen: security.securityYen }),
  })
}

function namesOf({ analysis: { world }, picture: { slices }, catalogue }: Kept): Record<string, Text> {
  const named = new Set(world.measuresHere.flatMap(({ puts }) => puts))
  const cited = new Set([...world.lossParameters, ...world.planMeasures].flatMap(({ sources }) => sources))
  return Object.fromEntries([
    ...[...named].flatMap((id) => {
      const name = byId(world.controlTypes, id)?.name
      return name ? [[id, name] as const] : []
    }),
    ...slices.vendors.map(({ id, name }) => [id, same(name)] as const),
    ...catalogue.sources.flatMap(({ id, citation }) => (cited.has(id) ? [[id, same(citation)] as const] : [])),
  ])
}
