import type { ChoiceModel, Dependence, Distribution, LossModel } from '@mimamori/money'

/** The same numbers in every run; none of the product's own chance. */
function numbers(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

const dependences: Readonly<Record<Dependence['kind'], Dependence>> = {
  independent: { kind: 'independent' },
  commonCause: { kind: 'commonCause', share: 0.3 },
  oneFactor: { kind: 'oneFactor', variation: 1 },
}

/** Ten scenarios from one in fifty years to one in five, half of them lognormal, half PERT. */
export function generatedLoss(kind: Dependence['kind']): LossModel {
  return {
    dependence: dependences[kind],
    scenarios: Array.from({ length: 10 }, (_, at) => ({
      id: `scenario-${at}`,
      frequency: { kind: 'poisson', perYear: 0.02 * (at + 1) },
      losses: [{ head: 'all', loss: at % 2 === 0 ? lognormal : pert }],
    })),
  }
}

const lognormal: Distribution = { kind: 'lognormal90', low: 1_000_000, high: 100_000_000 }
const pert: Distribution = { kind: 'pert', min: 1_000_000, mode: 5_000_000, max: 30_000_000 }

interface Effects {
  /** Few scenarios each; many and weak ones; many and strong ones, which are the hardest. */
  readonly kind: 'sparse' | 'dense' | 'overlapping'
  readonly seed: number
}

export function generatedChoice(size: { readonly measures: number; readonly scenarios: number }, { kind, seed }: Effects): ChoiceModel {
  const next = numbers(seed + 1)
  const scenarios = Array.from({ length: size.scenarios }, (_, at) => ({
    id: `s${at}`,
    lossYen: Math.floor(100_000 + next() * 20_000_000),
  }))
  const effect = () => (kind === 'dense' ? next() * 0.3 : kind === 'overlapping' ? 0.4 + next() * 0.6 : next() * 0.9)
  const measures = Array.from({ length: size.measures }, (_, at) => {
    const cost = Math.floor(50_000 + next() * 1_000_000)
    const touched = scenarios.filter(() => next() < (kind === 'sparse' ? 0.2 : 0.8))
    return {
      id: `m${at}`,
      oneOffYen: { minYen: cost, maxYen: cost },
      perYearYen: { minYen: 0, maxYen: 0 },
      effects: new Map(
        touched.map(({ id }) => {
          const best = effect()
          return [id, { low: best, best, high: best }]
        }),
      ),
      requires: [],
      excludes: [],
      isMandatory: false,
    }
  })
  return { scenarios, measures }
}
