import { type BackTestCase, effectHere, exactly, having, type LossAssumption, scenariosOf, usualValue, type World } from '@mimamori/domain'
import type { RunOptions } from '../loss/draws.ts'
import { simulateLoss } from '../loss/run.ts'
import { changesOf, lossModelOf } from './models.ts'

export type BackTestLists = Pick<World, 'backTestCases' | 'lossParameters' | 'lossScenarios' | 'controlEffects'>

/** A real case held against what the defaults of its class say of one such event. */
export interface BackTest {
  readonly case: string
  readonly observedYen: number
  readonly observedLowYen: number
  readonly observedHighYen: number
  readonly meanYen: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
  /** The most likely observed figure lies from P10 to P90. */
  readonly inside: boolean
  readonly observedDays?: number
  readonly days?: { readonly p10: number; readonly p90: number; readonly mean: number; readonly inside: boolean }
}

/** Every case with class defaults, and nothing of the facility that looks at it. */
export function backTests(lists: BackTestLists, options: RunOptions): readonly BackTest[] {
  return lists.backTestCases.flatMap((one) => backTest(one, lists, options))
}

function backTest(
  known: BackTestCase,
  { lossParameters, lossScenarios, controlEffects }: BackTestLists,
  options: RunOptions,
): readonly BackTest[] {
  const scenario = lossScenarios.find(({ id }) => id === known.scenario)
  if (!scenario) return []
  const lossAssumptions = lossParameters.map((parameter): LossAssumption => {
    const { value, by } = usualValue(parameter, known)
    const records = parameter.id === 'param:patient-records' ? known.patientRecords : undefined
    const { id, unit, unlearnable } = parameter
    return { id, unit, isLearnable: unlearnable !== true, value: records === undefined ? value : exactly(records), by, grounds: [] }
  })
  const [plain] = scenariosOf({ lossScenarios: [scenario], controlEffects: [], lossAssumptions, controlStandings: [], riskFacts: [] })
  if (!plain) return []
  const effects = having(controlEffects, 'scenario', scenario.id).map((effect) =>
    effectHere(effect, known.controls.includes(effect.control) ? 'in-place' : 'no'),
  )
  // NOTE: it has happened, so how often it comes is no question: one such event a year.
  const damageScenarios = [{ ...plain, isHere: true, eventsPerYear: exactly(1), effects: effects.filter(({ on }) => on !== 'frequency') }]
  const { scenarios } = simulateLoss(lossModelOf({ damageScenarios, lossAssumptions }), options, changesOf(damageScenarios))
  const [event] = scenarios
  if (!event) return []
  const { mean, p10, p50, p90 } = event.perEvent
  const { low, best, high } = known.observedYen
  const days = event.daysPerEvent
  return [
    {
      ...{ case: known.id, observedYen: best, observedLowYen: low, observedHighYen: high, meanYen: mean },
      ...{ p10: p10 ?? 0, p50: p50 ?? 0, p90: p90 ?? 0 },
      inside: best >= (p10 ?? 0) && best <= (p90 ?? 0),
      ...(known.observedDays !== undefined && { observedDays: known.observedDays }),
      ...(days &&
        known.observedDays !== undefined && {
          days: { p10: days.p10, p90: days.p90, mean: days.mean, inside: known.observedDays >= days.p10 && known.observedDays <= days.p90 },
        }),
    },
  ]
}
