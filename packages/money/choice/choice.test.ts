import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundOf, strengthsOf } from './bound.ts'
import { fillUp } from './greedy.ts'
import { costOf, type Instance, instanceOf, plannedValues, remainingOf } from './instance.ts'
import { type PlanAnswer, planUnder } from './plan.ts'
import { search } from './search.ts'
import { stabilityOf } from './stability.ts'
import { beginning } from './state.ts'
import type { ChoiceMeasure, ChoiceModel } from './types.ts'

const man = 10_000

interface Short {
  readonly cost: number
  readonly effects: Readonly<Record<string, number>>
  readonly requires?: readonly string[]
  readonly excludes?: readonly string[]
  readonly isMandatory?: boolean
}

function measure(id: string, { cost, effects, requires = [], excludes = [], isMandatory = false }: Short): ChoiceMeasure {
  return {
    id,
    oneOffYen: { minYen: cost, maxYen: cost },
    perYearYen: { minYen: 0, maxYen: 0 },
    effects: new Map(Object.entries(effects).map(([scenario, best]) => [scenario, { low: best, best, high: best }])),
    requires,
    excludes,
    isMandatory,
  }
}

function planOf(answer: PlanAnswer) {
  if (answer.kind !== 'plan') throw new Error(`no plan: ${answer.kind}`)
  return answer.plan
}

const chosenOf = (answer: PlanAnswer) => planOf(answer).chosen.map((one) => one.measure)

const hospital: ChoiceModel = {
  scenarios: [
    { id: 'ransomware', lossYen: 900 * man },
    { id: 'leak', lossYen: 300 * man },
  ],
  measures: [
    measure('edr', { cost: 40 * man, effects: { ransomware: 0.4, leak: 0.2 } }),
    measure('backup', { cost: 30 * man, effects: { ransomware: 0.5 } }),
    measure('training', { cost: 10 * man, effects: { leak: 0.3 } }),
    measure('monitoring', { cost: 60 * man, effects: { ransomware: 0.6, leak: 0.5 }, requires: ['edr'] }),
    measure('segments', { cost: 50 * man, effects: { ransomware: 0.45 }, excludes: ['monitoring'] }),
  ],
}

describe('a plan under a budget', () => {
  test('multiplies what is left and never adds effects', () => {
    const plan = planOf(planUnder(hospital, { budgetYen: 70 * man, years: 1 }))
    expect([plan.chosen.map((one) => one.measure), plan.remainingLossYen]).toEqual([
      ['edr', 'backup'],
      900 * man * 0.6 * 0.5 + 300 * man * 0.8,
    ])
    expect(plan.proof).toMatchObject({ isProven: true, gap: 0 })
  })

  test('takes what a measure needs with it, and never two that exclude each other', () => {
    expect(chosenOf(planUnder(hospital, { budgetYen: 100 * man, years: 1 }))).toEqual(['edr', 'monitoring'])
    expect(chosenOf(planUnder(hospital, { budgetYen: 1000 * man, years: 1 }))).toEqual(['edr', 'backup', 'training', 'monitoring'])
  })

  test('puts mandatory measures first with what they need, and says by how much a budget is too small for them', () => {
    const model = { ...hospital, measures: hospital.measures.map((one) => (one.id === 'monitoring' ? { ...one, isMandatory: true } : one)) }
    const plan = planOf(planUnder(model, { budgetYen: 100 * man, years: 1 }))
    expect([plan.mandatory, plan.chosen.map(({ isMandatory }) => isMandatory)]).toEqual([
      ['edr', 'monitoring'],
      [true, true],
    ])
    expect(planUnder(model, { budgetYen: 90 * man, years: 1 })).toEqual({
      kind: 'budget-too-small',
      mandatory: ['edr', 'monitoring'],
      approved: [],
      firstYen: 100 * man,
      missingYen: 10 * man,
    })
  })

  test('says that mandatory measures exclude each other', () => {
    const both = hospital.measures.map((one) => ({ ...one, isMandatory: one.id === 'monitoring' || one.id === 'segments' }))
    expect(planUnder({ ...hospital, measures: both }, { budgetYen: 1000 * man, years: 1 }).kind).toBe('mandatory-exclude-each-other')
  })

  test('can be paid at the highest price, over all years', () => {
    const dear: ChoiceMeasure = {
      ...measure('service', { cost: 0, effects: { leak: 0.9 } }),
      oneOffYen: { minYen: 5 * man, maxYen: 10 * man },
      perYearYen: { minYen: 1 * man, maxYen: 20 * man },
    }
    const model = { ...hospital, measures: [dear] }
    expect(chosenOf(planUnder(model, { budgetYen: 70 * man, years: 3 }))).toEqual(['service'])
    expect(planOf(planUnder(model, { budgetYen: 70 * man, years: 3 })).chosen).toMatchObject([{ minYen: 8 * man, maxYen: 70 * man }])
    expect(chosenOf(planUnder(model, { budgetYen: 70 * man - 1, years: 3 }))).toEqual([])
  })

  test('buys nothing that takes nothing away', () => {
    const model = {
      ...hospital,
      measures: [...hospital.measures, measure('poster', { cost: 0, effects: {} }), measure('gold', { cost: man, effects: { leak: 0 } })],
    }
    expect(chosenOf(planUnder(model, { budgetYen: 1000 * man, years: 1 }))).not.toContain('gold')
    expect(chosenOf(planUnder(model, { budgetYen: 1000 * man, years: 1 }))).not.toContain('poster')
  })

  test('tells what the next 100,000 yen would buy and drop, or that they buy nothing', () => {
    const { next100k, remainingLossYen } = planOf(planUnder(hospital, { budgetYen: 70 * man, years: 1 }))
    expect(next100k).toMatchObject({ adds: ['training'], drops: [], reducesYen: 300 * man * 0.8 * 0.3, isProven: true })
    expect(next100k.remainingLossYen).toBe(remainingLossYen - next100k.reducesYen)
    expect(planOf(planUnder(hospital, { budgetYen: 1000 * man, years: 1 })).next100k).toMatchObject({ adds: [], drops: [], reducesYen: 0 })
  })

  test('has a frontier on which more money always leaves less loss, and the plan lies on it', () => {
    const { frontier, costYen, remainingLossYen } = planOf(planUnder(hospital, { budgetYen: 100 * man, years: 1 }))
    const [costs, losses] = [frontier.map((point) => point.costYen), frontier.map((point) => point.remainingLossYen)]
    expect(costs).toEqual([...new Set(costs)].toSorted((a, b) => a - b))
    expect(losses).toEqual([...new Set(losses)].toSorted((a, b) => b - a))
    expect(frontier).toContainEqual({ costYen, remainingLossYen, isProven: true })
    expect(frontier[0]).toEqual({ costYen: 0, remainingLossYen: 1200 * man, isProven: true })
  })

  test('is the best where taking the best for its price fails: 100 against 66', () => {
    const trap: ChoiceModel = {
      scenarios: ['a', 'b', 'c'].map((id) => ({ id, lossYen: 100 })),
      measures: [
        measure('cheap', { cost: 10, effects: { a: 0.6 } }),
        measure('left', { cost: 50, effects: { b: 1 } }),
        measure('right', { cost: 50, effects: { c: 1 } }),
      ],
    }
    const instance = instanceOf(trap, plannedValues(1))
    const greedy = fillUp(instance, beginning(instance) ?? new Int8Array(3), { budgetYen: 100, byPrice: true })
    expect([greedy.remainingYen, planOf(planUnder(trap, { budgetYen: 100, years: 1 })).remainingLossYen]).toEqual([140, 100])
  })
})

describe('proof', () => {
  test('equal to trying everything on 1,000 random models of up to 16 measures', () => {
    let tried = 0
    fc.assert(
      fc.property(randomModel(16, 8), fc.double({ min: 0, max: 1, noNaN: true }), (model, part) => {
        tried++
        const instance = instanceOf(model, plannedValues(1))
        const budgetYen = Math.floor(part * costOf(instance, instance.costs.keys()))
        const found = search(instance, { budgetYen, nodeLimit: 20_000 })
        const best = bestOfAll(instance, budgetYen)
        if (best === undefined) return found === undefined
        const scale = remainingOf(instance, [])
        return found?.isProven === true && found.costYen <= budgetYen && Math.abs(found.remainingYen - best) <= 1e-9 * scale
      }),
      { numRuns: 1000, seed: 20_261_129, endOnFailure: true },
    )
    expect(tried).toBe(1000)
  })

  test.each([['sparse'], ['dense'], ['overlapping']])('every model of 25 measures and 15 scenarios is proven (%s effects)', (kind) => {
    for (let at = 0; at < 10; at++) {
      const model = generated({ measures: 25, scenarios: 15, kind, seed: at })
      const instance = instanceOf(model, plannedValues(1))
      const budgetYen = Math.floor(costOf(instance, instance.costs.keys()) * (0.1 + 0.05 * at))
      expect(search(instance, { budgetYen, nodeLimit: 20_000 })?.isProven).toBe(true)
    }
  })

  test('a search that is cut short tells a gap that holds', () => {
    const model = generated({ measures: 40, scenarios: 30, kind: 'sparse', seed: 3 })
    const instance = instanceOf(model, plannedValues(1))
    const budgetYen = Math.floor(costOf(instance, instance.costs.keys()) * 0.3)
    const [short, whole] = [search(instance, { budgetYen, nodeLimit: 3 }), search(instance, { budgetYen, nodeLimit: 20_000 })]
    expect([short?.isProven, whole?.isProven]).toEqual([false, true])
    expect(short?.leastYen).toBeLessThanOrEqual(whole?.remainingYen ?? 0)
    expect(short?.remainingYen).toBeGreaterThanOrEqual(whole?.remainingYen ?? 0)
  })

  test('no choice undercuts a bound', () => {
    fc.assert(
      fc.property(randomModel(9, 4), fc.double({ min: 0, max: 1, noNaN: true }), (model, part) => {
        const instance = instanceOf(model, plannedValues(1))
        const budgetYen = Math.floor(part * costOf(instance, instance.costs.keys()))
        const best = bestOfAll({ ...instance, mandatory: [] }, budgetYen) ?? 0
        const state = new Int8Array(instance.costs.length)
        const { least } = boundOf(instance, strengthsOf(instance), { state, budgetYen, rounds: 30, enough: Number.POSITIVE_INFINITY })
        expect(least).toBeLessThanOrEqual(best + 1e-9 * remainingOf(instance, []))
      }),
      { numRuns: 300 },
    )
  })
})

describe('how stable a choice is', () => {
  const ranged: ChoiceModel = {
    ...hospital,
    measures: hospital.measures.map((one) => ({
      ...one,
      oneOffYen: { minYen: one.oneOffYen.maxYen / 2, maxYen: one.oneOffYen.maxYen },
      effects: new Map([...one.effects].map(([id, { best }]) => [id, { low: best / 2, best, high: Math.min(1, best * 1.5) }])),
    })),
  }
  const options = { draws: 60, seed: 4, nodeLimit: 500 }

  test('is the share of draws of prices and effects in which a measure is chosen; the same seed tells the same', () => {
    const first = stabilityOf(ranged, { budgetYen: 70 * man, years: 1 }, options)
    expect(first).toEqual(stabilityOf(ranged, { budgetYen: 70 * man, years: 1 }, options))
    const shares = [...first.shares.values()]
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
    expect(shares.some((share) => share > 0 && share < 1)).toBe(true)
    expect(first.shares.get('backup')).toBeGreaterThan(first.shares.get('segments') ?? 1)
  })

  test('says that nothing was drawn where the model has no ranges', () => {
    const { hasRanges, draws, shares } = stabilityOf(hospital, { budgetYen: 70 * man, years: 1 }, options)
    expect([hasRanges, draws, shares.get('edr'), shares.get('segments')]).toEqual([false, 1, 1, 0])
  })
})

/** Every set of measures that can be had, by brute force: the least loss that remains. */
function bestOfAll({ costs, keeps, losses, needs, excludes, mandatory }: Instance, budgetYen: number): number | undefined {
  const count = costs.length
  const masks = (lists: Instance['needs']) => lists.map((list) => list.reduce((mask, at) => mask | (1 << at), 0))
  const [needed, excluded] = [masks(needs), masks(excludes)]
  const must = mandatory.reduce((mask, at) => mask | (1 << at), 0)
  let best: number | undefined
  const left = (set: number) =>
    losses.reduce((sum, loss, scenario) => {
      let rest = loss
      for (let at = 0; at < count; at++) if (set & (1 << at)) rest *= keeps[at * losses.length + scenario] ?? 1
      return sum + rest
    }, 0)
  for (let set = 0; set < 1 << count; set++) {
    if ((set & must) !== must) continue
    let [cost, fits] = [0, true]
    for (let at = 0; at < count && fits; at++) {
      if (!(set & (1 << at))) continue
      cost += costs[at] ?? 0
      fits = cost <= budgetYen && ((needed[at] ?? 0) & ~set) === 0 && ((excluded[at] ?? 0) & set) === 0
    }
    if (!fits) continue
    const rest = left(set)
    if (best === undefined || rest < best) best = rest
  }
  return best
}

/** Models in which measures need only earlier ones, so that there is no circle. */
function randomModel(mostMeasures: number, mostScenarios: number): fc.Arbitrary<ChoiceModel> {
  return fc
    .tuple(fc.integer({ min: 1, max: mostMeasures }), fc.integer({ min: 1, max: mostScenarios }), fc.integer())
    .map(([measures, scenarios, seed]) =>
      generated({
        measures,
        scenarios,
        kind: (['sparse', 'dense', 'overlapping'] as const)[Math.abs(seed) % 3] ?? 'sparse',
        seed,
        isTangled: true,
      }),
    )
}

interface Shape {
  readonly measures: number
  readonly scenarios: number
  readonly kind: string
  readonly seed: number
  readonly isTangled?: boolean
}

function generated({ measures, scenarios, kind, seed, isTangled = false }: Shape): ChoiceModel {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
  const pick = (at: number) => (isTangled && at > 0 && random() < 0.25 ? [`m${Math.floor(random() * at)}`] : [])
  const effect = () => (kind === 'dense' ? random() * 0.3 : kind === 'overlapping' ? 0.5 + random() * 0.5 : random() * 0.9)
  const share = kind === 'sparse' ? 0.25 : 0.8
  const ids = Array.from({ length: scenarios }, (_, at) => `s${at}`)
  return {
    scenarios: ids.map((id) => ({ id, lossYen: Math.floor(random() * 2000 * man) })),
    measures: Array.from({ length: measures }, (_, at) =>
      measure(`m${at}`, {
        cost: Math.floor(random() * 100) * man,
        effects: Object.fromEntries(ids.flatMap((id) => (random() < share ? [[id, effect()]] : []))),
        requires: pick(at),
        excludes: pick(at),
        isMandatory: isTangled && random() < 0.08,
      }),
    ),
  }
}
