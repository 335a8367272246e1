import type { LossParameter, Spread } from '@mimamori/domain'
import { dangling, ids, repeated } from './references-kit.ts'
import type { FullCatalogue } from './types.ts'

/** What the lists about damage and the plan name of one another and of risks, and figures that cannot be. */
export function damageProblems({ reference, lossHeads }: Pick<FullCatalogue, 'reference' | 'lossHeads'>): readonly string[] {
  return [...scenarioNames(reference, ids(lossHeads)), ...measureNames(reference), ...shared(reference), ...spreads(reference)]
}

type Reference = FullCatalogue['reference']

function scenarioNames(reference: Reference, heads: ReadonlySet<string>): readonly string[] {
  const { lossScenarios, lossParameters, controlEffects, backTestCases, riskFactWords, risks, controlTypes } = reference
  const [parameters, facts, scenarios, controls] = [ids(lossParameters), ids(riskFactWords), ids(lossScenarios), ids(controlTypes)]
  return [
    ...lossScenarios.flatMap(({ id, entry, frequency, days, costs, risks: with_ }) => {
      const where = `lossScenarios ${id}`
      const named = [frequency, ...(days === undefined ? [] : [days]), ...costs.flatMap(({ factors }) => factors)]
      return [
        ...dangling(where, entry, facts, 'fact'),
        ...dangling(where, named, parameters, 'parameter'),
        ...dangling(where, with_, ids(risks), 'risk'),
        ...costs.flatMap(({ head }) => dangling(where, [head], heads, 'head')),
        ...repeated(costs.map((cost) => cost.id)).map((cost) => `${where} has two costs called ${cost}`),
        ...(days === undefined && costs.some(({ perDay }) => perDay) ? [`${where} costs by the day and has no days`] : []),
      ]
    }),
    ...controlEffects.flatMap(({ id, control, scenario, on }) => [
      ...dangling(`controlEffects ${id}`, [control], controls, 'control'),
      ...dangling(`controlEffects ${id}`, [scenario], scenarios, 'scenario'),
      ...(on === 'days' && lossScenarios.find((one) => one.id === scenario)?.days === undefined
        ? [`controlEffects ${id} shortens what has no days`]
        : []),
    ]),
    ...repeated(controlEffects.map(({ control, scenario, on }) => `${control} × ${scenario} × ${on}`)).map(
      (pair) => `controlEffects names ${pair} twice`,
    ),
    ...backTestCases.flatMap(({ id, scenario, controls: inPlace }) => [
      ...dangling(`backTestCases ${id}`, [scenario], scenarios, 'scenario'),
      ...dangling(`backTestCases ${id}`, inPlace, controls, 'control'),
    ]),
  ]
}

function measureNames({ planMeasures, controlTypes, riskFactWords, controlEffects, items }: Reference): readonly string[] {
  const [measures, controls, facts] = [ids(planMeasures), ids(controlTypes), ids(riskFactWords)]
  const topics = new Set(items.map(({ topic }) => topic))
  const bringing = new Set(planMeasures.flatMap((one) => one.controls))
  return [
    ...planMeasures.flatMap((one) => [
      ...dangling(`planMeasures ${one.id}`, one.controls, controls, 'control'),
      ...dangling(`planMeasures ${one.id}`, one.needs, facts, 'fact'),
      ...dangling(`planMeasures ${one.id}`, [...one.requires, ...one.excludes], measures, 'measure'),
      ...dangling(`planMeasures ${one.id}`, one.topics, topics, 'topic'),
    ]),
    ...[...new Set(controlEffects.map(({ control }) => control))]
      .filter((control) => !bringing.has(control))
      .map((control) => `controlEffects has ${control}, which no measure puts in place`),
  ]
}

/** One control counts once: measures that put the same one in place exclude one another. */
function shared({ planMeasures }: Reference): readonly string[] {
  return planMeasures.flatMap((one, at) =>
    planMeasures.slice(at + 1).flatMap((other) => {
      const both = one.controls.filter((control) => other.controls.includes(control))
      const isApart = one.excludes.includes(other.id) || other.excludes.includes(one.id)
      return both.length === 0 || isApart ? [] : [`planMeasures ${one.id} and ${other.id} both put ${both.join(', ')} in place`]
    }),
  )
}

function spreads({ lossParameters, controlEffects, planMeasures, backTestCases }: Reference): readonly string[] {
  return [
    ...lossParameters.flatMap((one) => valuesOf(one).flatMap((value) => spreadProblems(`lossParameters ${one.id}`, value))),
    ...controlEffects.flatMap(({ id, share }) => spreadProblems(`controlEffects ${id}`, share)),
    ...planMeasures.flatMap(({ id, price }) => price.flatMap(({ yen }) => spreadProblems(`planMeasures ${id}`, yen))),
    ...backTestCases.flatMap(({ id, observedYen }) => spreadProblems(`backTestCases ${id}`, observedYen)),
  ]
}

function valuesOf({ value, classes = [] }: LossParameter): readonly Spread[] {
  return [value, ...classes.map((one) => one.value)]
}

function spreadProblems(where: string, { low, best, high }: Spread): readonly string[] {
  return low <= best && best <= high && (best > 0 || high === 0) ? [] : [`${where} has a range that cannot be: ${low}, ${best}, ${high}`]
}
