import { loadCatalogue } from '@mimamori/catalog'
import { analyse, type ControlStatement, date, derivations, makeRuleSet, type Slices, type World } from '@mimamori/domain'
import { a, aPicture, ids, inputs } from '@mimamori/testing/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactYear } from '../loss/exact.ts'
import { backTests } from './back-test.ts'
import { choiceModelOf } from './choice-model.ts'
import { damageOf, plannedChanges } from './damage.ts'
import { lossModelOf } from './models.ts'
import { openFacts } from './open-facts.ts'
import { planOf } from './plan.ts'

const catalogue = loadCatalogue()
const hospital = a.facility({ kind: 'hospital', beds: 180, usesSystems: 'yes' })
const run = { years: 100_000, seed: 1 }

/** A facility as the kernel sees it, with the catalogue that is shipped. */
function worldOf(some: Partial<Slices> = {}): World {
  const picture = aPicture({ facility: [hospital], ...some })
  return analyse(makeRuleSet([], derivations, inputs), { picture, catalogue, asOf: date('2026-11-20') }).world
}

function stated(control: string, state: ControlStatement['state']): readonly ControlStatement[] {
  return (['facility', 'vendor'] as const).map((party) =>
    a.control({ id: ids.control(`cs:${control.slice(8)}-${party}`), control, party, state }),
  )
}

const world = worldOf()
const offered = world.measuresHere.filter(({ state }) => state === 'offered').map(({ id }) => id)
const meanWith = (measures: readonly string[]) => exactYear(lossModelOf(world), plannedChanges(world, measures)).meanYen

describe('from scenarios to a model', () => {
  test('a hospital without any statement has every scenario that nothing speaks against, and no control takes anything away', () => {
    expect(lossModelOf(world).scenarios.length).toBe(world.lossScenarios.length)
    for (const change of plannedChanges(world, []).values()) expect(change).toEqual({ frequency: 1, loss: 1, days: 1 })
  })

  test('a control in place takes away its share, one that is partly there half of it', () => {
    const frequencyWith = (state: ControlStatement['state']) =>
      plannedChanges(worldOf({ controls: stated('control:disposal', state) }), []).get('scenario:disposal')?.frequency
    expect([frequencyWith('in-place'), frequencyWith('partly'), frequencyWith('no'), frequencyWith('not-applicable')]).toEqual([
      expect.closeTo(0.2, 12),
      expect.closeTo(0.6, 12),
      1,
      1,
    ])
  })

  test('a figure of its own counts before that of its class, and one stated by hand before both', () => {
    const staffOf = (some: Partial<Slices>) => {
      const found = worldOf(some).lossAssumptions.find(({ id }) => id === 'param:staff')
      return [found?.by, found?.value.best]
    }
    const finances = [a.finances({ staff: 312 })]
    expect(staffOf({})).toEqual(['class', 280])
    expect(staffOf({ finances })).toEqual(['picture', 312])
    expect(staffOf({ finances, lossInputs: [a.lossInput({ parameter: 'param:staff', best: 300 })] })).toEqual(['stated', 300])
    expect(staffOf({ finances, lossInputs: [a.lossInput({ parameter: 'param:staff', best: 300, high: 200 })] })).toEqual(['picture', 312])
  })

  test('the simulated mean lies within four standard errors of the exact one', () => {
    expect(damageOf(world, { ...run, planned: [] }).isMeanOff).toBe(false)
  })
})

describe('measures', () => {
  test('a tick never raises the mean, and the order of ticks does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...offered]), fc.constantFrom(...offered), (ticked, one) => {
        expect(meanWith([...ticked, one])).toBeLessThanOrEqual(meanWith(ticked) * (1 + 1e-12))
        expect(meanWith(ticked.toReversed())).toBe(meanWith(ticked))
      }),
      { numRuns: 50 },
    )
  })

  test('the choice model says of every choice what the loss model says on average', () => {
    const model = choiceModelOf(world)
    fc.assert(
      fc.property(fc.subarray([...model.measures]), (measures) => {
        const bundled = measures.filter(
          ({ id, excludes }) => !measures.some((one) => one.excludes.includes(id) || excludes.includes(one.id)),
        )
        const left = model.scenarios.reduce(
          (sum, { id, lossYen }) => sum + bundled.reduce((yen, { effects }) => yen * (1 - (effects.get(id)?.best ?? 0)), lossYen),
          0,
        )
        const exact = meanWith(bundled.map(({ id }) => id))
        expect(Math.abs(left / exact - 1)).toBeLessThan(1e-9)
      }),
      { numRuns: 50 },
    )
  })

  test('what one measure takes away last is less than what it takes away alone, where others work on the same', () => {
    const { measures } = damageOf(world, { ...run, planned: offered })
    for (const { aloneYen, lastYen } of measures) expect(lastYen).toBeLessThanOrEqual(aloneYen + 1)
  })

  test('what is needed and is not to be had keeps a measure out; what is here already is no condition', () => {
    const has = (some: Partial<Slices>) => choiceModelOf(worldOf(some)).measures.find(({ id }) => id === 'plan:watch')
    expect(has({})?.requires).toEqual(['plan:utm'])
    expect(has({ controls: stated('control:gate-firewall', 'in-place') })?.requires).toEqual([])
    expect(has({ controls: stated('control:gate-firewall', 'not-applicable') })).toBeUndefined()
  })
})

describe('the plan', () => {
  test('a larger budget never leaves more, and the best choice is proven', () => {
    const plans = [500_000, 1_500_000, 4_000_000].map((budgetYen) => planOf(world, { budgetYen, years: 1, seed: 1, draws: 0 }))
    const left = plans.map((one) => (one.kind === 'plan' ? one.plan.remainingLossYen : Number.NaN))
    expect(left).toEqual(left.toSorted((x, y) => y - x))
    for (const one of plans) expect(one).toMatchObject({ kind: 'plan', plan: { proof: { gap: expect.closeTo(0, 1) } } })
  })

  test('what the head approved is chosen first, beside what the law asks for, and too small a budget is told with what is missing', () => {
    const question = { years: 1, seed: 1, draws: 0 }
    const best = planOf(world, { budgetYen: 1_500_000, ...question })
    const left = offered.find((id) => best.kind === 'plan' && !best.plan.chosen.some(({ measure }) => measure === id)) ?? ''
    const approved = worldOf({ planChoices: [a.planChoice({ measure: left, fiscalYear: 2026, choice: 'approved' })] })
    const { oneOffYen, perYearYen } = approved.measuresHere.find(({ id }) => id === left) ?? { oneOffYen: undefined, perYearYen: undefined }
    const firstYen = (oneOffYen?.maxYen ?? 0) + (perYearYen?.maxYen ?? 0)
    const enough = planOf(approved, { budgetYen: firstYen, ...question })
    expect(enough).toMatchObject({ kind: 'plan', plan: { mandatory: [], approved: [left], chosen: [{ measure: left, isApproved: true }] } })
    const short = planOf(approved, { budgetYen: firstYen - 1, ...question })
    expect(short).toMatchObject({ kind: 'budget-too-small', approved: [left], firstYen, missingYen: 1 })
  })

  test('parts of a scenario are told as the one scenario that it is', () => {
    const answer = planOf(world, { budgetYen: 1_500_000, years: 1, seed: 1, draws: 0 })
    const closes = answer.kind === 'plan' ? answer.plan.chosen.flatMap((one) => one.closes) : []
    expect(closes.filter((id) => !world.lossScenarios.some((one) => one.id === id))).toEqual([])
  })
})

describe('what is not known', () => {
  test('a facility of which nothing is known is told which three facts would help most', () => {
    const nothing = worldOf({ facility: [{ id: ids.facility('f:mimamori'), name: '見守り' }] })
    const { helpful: facts } = openFacts(nothing)
    expect(facts.length).toBe(3)
    expect(facts.map(({ swingYen }) => swingYen)).toEqual(facts.map(({ swingYen }) => swingYen).toSorted((x, y) => y - x))
    expect(facts.some(({ id }) => id.startsWith('param:often'))).toBe(false)
  })

  test('what is stated is not asked for', () => {
    const [first] = openFacts(world).helpful
    const lossInputs = [a.lossInput({ parameter: first?.id ?? '', best: 30 })]
    expect(openFacts(worldOf({ lossInputs })).helpful.map(({ id }) => id)).not.toContain(first?.id)
  })

  test('what no facility could find out is never asked for, and is told all the same where it leaves the mean most open', () => {
    const { helpful, widest } = openFacts(world, 100)
    const unlearnable = catalogue.reference.lossParameters.flatMap((one) => (one.unlearnable ? [one.id] : []))
    expect(helpful.filter(({ id }) => unlearnable.includes(id))).toEqual([])
    expect(widest?.swingYen).toBeGreaterThanOrEqual(helpful[0]?.swingYen ?? 0)
    expect(unlearnable).toContain(widest?.id)
  })

  test('every figure of how often something comes is marked as one that cannot be found out', () => {
    const often = catalogue.reference.lossParameters.filter(({ unit }) => unit === 'eventsPerYear')
    expect(often.every(({ unlearnable }) => unlearnable)).toBe(true)
  })
})

describe('a policy', () => {
  const policy = a.policy({ limitYen: 100_000_000, deductibleYen: 1_000_000, rate: 0.9, heads: ['cost', 'liability'], waitingHours: 12 })
  const under = (some: Partial<typeof policy> = {}) =>
    damageOf(worldOf({ policies: [{ ...policy, ...some }] }), { ...run, planned: [] }).policies[0]

  test('pays no more than its limit, and leaves the rest of the year open', () => {
    const here = under()
    expect(here?.oneIn100.paidYen).toBeLessThanOrEqual(100_000_000)
    expect((here?.oneIn100.paidYen ?? 0) + (here?.oneIn100.openYen ?? 0)).toBe(damageOf(world, { ...run, planned: [] }).after.oneIn100Yen)
  })

  test('pays less with a larger deductible, a lower rate, fewer heads or a longer wait', () => {
    const roomy = { limitYen: 2_000_000_000 }
    const paid = under(roomy)?.perYear.paidYen ?? 0
    const less = [{ deductibleYen: 20_000_000 }, { rate: 0.5 }, { heads: ['liability'] }, { waitingHours: 240 }].map(
      (some) => under({ ...roomy, ...some })?.perYear.paidYen ?? Number.NaN,
    )
    expect(less.every((yen) => yen < paid)).toBe(true)
  })

  test('what it does not tell is named, and a condition that is not met as well', () => {
    const { limitYen: _, ...untold } = policy
    const policies = [{ ...untold, conditions: ['control:edr'] }]
    expect(damageOf(worldOf({ policies }), { ...run, planned: [] }).policies[0]).toMatchObject({
      untold: ['limit'],
      missing: ['control:edr'],
    })
  })
})

test('the real cases are held against the defaults of their class: both amounts lie inside, the days of Osaka do not', () => {
  const results = backTests(catalogue.reference, { years: 50_000, seed: 1 })
  expect(results.map((one) => [one.case, one.inside, one.days?.inside])).toEqual([
    ['case:handa-2021', true, true],
    ['case:osaka-2022', true, false],
  ])
})

test('the norm of security spending is that of the catalogue of the norm, minimum and sufficient', () => {
  const rate = (id: string) => {
    const found = catalogue.normRates.find((one) => one.id === id)
    return (found?.numerator ?? 0) / (found?.denominator ?? 1)
  }
  const share = catalogue.reference.lossParameters.find(({ id }) => id === 'param:security-share')?.value
  expect(share?.low).toBeCloseTo(rate('juas-2020-mean') * rate('security-minimum'), 12)
  expect(share?.high).toBeCloseTo(rate('juas-2020-mean') * rate('security-sufficient'), 12)
})

describe('the price of a quote', () => {
  const edr = (some: Parameters<typeof a.quote>[0]) => {
    const quotes = [a.quote({ measure: 'plan:edr', taxIncluded: 'yes', ...some })]
    return worldOf({ quotes }).measuresHere.find(({ id }) => id === 'plan:edr')
  }

  test('for each terminal and month without their number is one for all of them', () => {
    const terminals = world.lossAssumptions.find(({ id }) => id === 'param:pcs')?.value.best ?? 0
    expect(terminals).toBeGreaterThan(50)
    expect(edr({ minYen: 450, unit: 'terminalMonth' })?.perYearYen.maxYen).toBe(450 * 12 * terminals)
    expect(edr({ minYen: 450, unit: 'terminalMonth', count: 20 })?.perYearYen.maxYen).toBe(450 * 12 * 20)
  })

  test('whose upper end lies below the lower one counts nowhere', () => {
    expect(edr({ minYen: 500, maxYen: 100, unit: 'once' })).toMatchObject({ priceMarks: ['catalogue'] })
  })
})
