import type { DamageTryView, DamageView, MoneyWorld } from '@mimamori/contract'
import { bedsOf, byId, latestWith, type Text } from '@mimamori/domain'
import { budgetNorm, facilityAgainstNorm, type SupportStanding, supportHere } from '@mimamori/money'
import { versionedList } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import { backTestsOf } from './back-tests.ts'
import { planYearOf } from './plan-year.ts'

/** Damage and plan as a browser reckons them: what was derived, what it comes from, and the words for both. */
export function damageOfKept(now: Kept): DamageView {
  const { slices } = now.picture
  return {
    revision: now.state.revision,
    fiscalYear: planYearOf(now),
    world: worldOf(now),
    finances: versionedList(now, 'finances', slices.finances),
    quotes: versionedList(now, 'quotes', slices.quotes),
    lossInputs: versionedList(now, 'lossInputs', slices.lossInputs),
    planChoices: versionedList(now, 'planChoices', slices.planChoices),
    policies: versionedList(now, 'policies', slices.policies),
    parameters: [...now.analysis.world.lossParameters],
    lossHeads: now.catalogue.lossHeads.toSorted((a, b) => a.order - b.order),
    backTests: backTestsOf(now),
    support: [...supportOfKept(now)],
    norm: normOf(now),
    names: namesOf(now),
  }
}

/** The same of a picture in which something is tried out, with how the risks would stand. */
export function damageTriedOf(then: Kept): DamageTryView {
  return { ...damageOfKept(then), riskStates: then.analysis.world.riskStates.map(({ id, state }) => ({ id, state })) }
}

/** NOTE: without what tells a control or a fact; a page that shows them asks for the matrix. */
function worldOf({ analysis: { world } }: Kept): MoneyWorld {
  return {
    asOf: world.asOf,
    damageScenarios: world.damageScenarios,
    lossAssumptions: world.lossAssumptions,
    measuresHere: world.measuresHere,
    planMeasures: world.planMeasures,
    lossScenarios: world.lossScenarios,
    controlEffects: world.controlEffects,
    controlStandings: world.controlStandings.map(({ id, state }) => ({ id, state, seats: [], signs: [] })),
    riskFacts: world.riskFacts.map((fact) => ({ ...fact, grounds: [] })),
    facility: world.facility,
    finances: world.finances,
    policies: world.policies,
  }
}

/** Every scheme of support as it stands for this facility today. */
export function supportOfKept({ catalogue, picture: { slices }, analysis, asOf }: Kept): readonly SupportStanding[] {
  return supportHere(catalogue.supportSchemes, { facility: slices.facility[0], riskFacts: analysis.world.riskFacts, asOf })
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
  const controls = new Set([
    ...world.controlEffects.map(({ control }) => control),
    ...world.planMeasures.flatMap((one) => one.controls),
    ...slices.policies.flatMap(({ conditions = [] }) => conditions),
  ])
  const cited = new Set([...world.lossParameters, ...world.backTestCases].flatMap(({ sources }) => sources))
  return Object.fromEntries([
    ...[...controls].flatMap((id) => {
      const name = byId(world.controlTypes, id)?.name
      return name ? [[id, name] as const] : []
    }),
    ...world.riskFactWords.map(({ id, asks }) => [id, asks] as const),
    ...slices.vendors.map(({ id, name }) => [id, alike(name)] as const),
    ...catalogue.sources.flatMap(({ id, citation }) =>
      cited.has(id) ? [[id, typeof citation === 'string' ? alike(citation) : citation] as const] : [],
    ),
  ])
}

/** A name that is the same in both languages. */
function alike(name: string): Text {
  return { ja: name, en: name }
}
