import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawerOf, meanOf, quantileOf, tailWarningOf, varianceOf } from './distribution.ts'
import { drawsOf } from './draws.ts'
import { exactYear, momentsOf } from './exact.ts'
import { rankedOf } from './order.ts'
import { randomOf, type Stream } from './random.ts'
import { runLoss, runLossWithPauses, simulateLoss } from './run.ts'
import { betaShare, logGamma, normalQuantile } from './special.ts'
import { type Changes, type Distribution, type Frequency, type LossModel, type LossScenario, noChanges } from './types.ts'

const million = 1_000_000
const years = 200_000

function scenario(id: string, frequency: Frequency, loss: Distribution): LossScenario {
  return { id, frequency, losses: [{ head: 'all', loss }] }
}

const poisson = (perYear: number): Frequency => ({ kind: 'poisson', perYear })
const lognormal: Distribution = { kind: 'lognormal90', low: million, high: 40 * million }
const pert: Distribution = { kind: 'pert', min: million, mode: 4 * million, max: 30 * million }
const uniform: Distribution = { kind: 'uniform', low: 0, high: 5 * million }
const constant: Distribution = { kind: 'constant', value: 3 * million }

const another = { head: 'liability', loss: pert } as const
const scenarios = [
  scenario('ransomware', poisson(0.08), lognormal),
  scenario('fax', poisson(1.5), uniform),
  scenario('vendor', poisson(0.3), pert),
]
const independent: LossModel = {
  dependence: { kind: 'independent' },
  scenarios: [...scenarios, scenario('outage', { kind: 'bernoulli', probability: 0.2 }, constant)],
}
const commonCause: LossModel = { dependence: { kind: 'commonCause', share: 0.5 }, scenarios }
const oneFactor: LossModel = { dependence: { kind: 'oneFactor', variation: 1.5 }, scenarios }

describe('distributions against published values', () => {
  test('the standard PERT has mean (a + 4b + c) / 6: (0, 5, 10) is Beta(3, 3) with a 95 % point of 8.11', () => {
    const shape: Distribution = { kind: 'pert', min: 0, mode: 5, max: 10 }
    expect([meanOf(shape), quantileOf(shape, 0.95)]).toEqual([5, expect.closeTo(8.107, 3)])
    expect(varianceOf(shape)).toBeCloseTo(100 / 28, 12)
  })

  test('a lognormal of a 90 % interval has its ends at 5 and 95 %, and a mean that is not its middle', () => {
    expect([quantileOf(lognormal, 0.05), quantileOf(lognormal, 0.95)]).toEqual([
      expect.closeTo(million, 3),
      expect.closeTo(40 * million, 2),
    ])
    expect(meanOf({ kind: 'lognormal90', low: 1, high: 100_000 })).toBeCloseTo(144_400, -2)
  })

  test('an interval of more than one to a thousand is warned of, and whether its mean lies above its upper end', () => {
    expect(tailWarningOf({ kind: 'lognormal90', low: 1, high: 1000 })).toBeUndefined()
    expect(tailWarningOf({ kind: 'lognormal90', low: 1, high: 1001 })).toMatchObject({ isMeanAboveHigh: false })
    expect(tailWarningOf({ kind: 'lognormal90', low: 1, high: 100_000 })).toMatchObject({ ratio: 100_000, isMeanAboveHigh: true })
  })

  test('normal quantile, Gamma and Beta agree with tables', () => {
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 14)
    expect([normalQuantile(0.001), normalQuantile(1e-10)]).toEqual([
      expect.closeTo(-3.090232306167813, 12),
      expect.closeTo(-6.361340902404056, 11),
    ])
    expect([logGamma(0.5), logGamma(10)]).toEqual([expect.closeTo(Math.log(Math.sqrt(Math.PI)), 12), expect.closeTo(Math.log(362_880), 11)])
    expect([betaShare(0.5, { a: 3, b: 3 }), betaShare(0.2, { a: 2, b: 5 })]).toEqual([expect.closeTo(0.5, 12), expect.closeTo(0.34464, 6)])
  })

  test.each([lognormal, pert, uniform, constant])('draws of $kind have its mean and its quantiles', (loss) => {
    const drawn = new Float64Array(years)
    drawerOf(loss, randomOf('draws'))(drawn)
    drawn.sort()
    const mean = drawn.reduce((sum, one) => sum + one, 0) / years
    expect(Math.abs(mean - meanOf(loss))).toBeLessThanOrEqual(4 * Math.sqrt(varianceOf(loss) / years) + 1e-6)
    for (const share of [0.1, 0.5, 0.9]) {
      const limit = quantileOf(loss, share)
      const below = drawn.filter((one) => one <= limit).length / years
      expect(Math.abs(below - share) < 0.005 || loss.kind === 'constant').toBe(true)
    }
  })
})

describe('simulated years', () => {
  test.each([
    ['independent', independent],
    ['common cause', commonCause],
    ['good and bad years', oneFactor],
  ])('%s: mean, spread and chance of any loss are those of the formulas', (_name, model) => {
    const result = simulateLoss(model, { years, seed: 7 })
    expect(result.annual.isMeanOff).toBe(false)
    const { meanYen, varianceYen, probabilityAny } = exactYear(model, noChanges)
    const variance = result.grossYen.reduce((sum, one) => sum + (one - meanYen) ** 2, 0) / years
    expect(Math.abs(variance / varianceYen - 1)).toBeLessThan(0.1)
    expect(Math.abs(result.annual.probabilityAny - probabilityAny)).toBeLessThan(4 * Math.sqrt(0.25 / years))
    for (const { annual } of result.scenarios) expect(Math.abs(annual.mean / annual.exactMean - 1)).toBeLessThan(0.06)
  })

  test('one rare scenario of a fixed loss has the curve of the formula', () => {
    const { exceedance, oneIn } = simulateLoss(
      { ...independent, scenarios: [scenario('one', poisson(0.05), constant)] },
      { years, seed: 1 },
    )
    expect(exceedance[0]).toEqual({ lossYen: 0, probability: expect.closeTo(-Math.expm1(-0.05), 2) })
    expect(oneIn.find((one) => one.years === 10)?.lossYen).toBe(0)
    expect(oneIn.find((one) => one.years === 50)?.lossYen).toBe(3 * million)
    expect(oneIn.find((one) => one.years === 1000)?.lossYen).toBe(6 * million)
  })

  test('common causes leave each scenario as it was and make bad years worse', () => {
    const [apart, together] = [
      simulateLoss({ ...commonCause, dependence: { kind: 'independent' } }, { years, seed: 3 }),
      simulateLoss(commonCause, { years, seed: 3 }),
    ]
    expect(together.annual.exactMean).toBe(apart.annual.exactMean)
    expect(together.annual.exactDeviation).toBeGreaterThan(apart.annual.exactDeviation)
    expect(together.annual.probabilityAny).toBeLessThan(apart.annual.probabilityAny)
  })

  test('the curve falls, quantiles rise, and one year in so many is on the curve', () => {
    const { annual, exceedance, oneIn } = simulateLoss(independent, { years, seed: 11 })
    const [losses, chances] = [exceedance.map(({ lossYen }) => lossYen), exceedance.map(({ probability }) => probability)]
    expect(losses).toEqual(losses.toSorted((a, b) => a - b))
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    expect(annual.p10).toBeLessThanOrEqual(annual.p50)
    expect([annual.p90, annual.p99]).toEqual([
      oneIn.find((one) => one.years === 10)?.lossYen,
      oneIn.find((one) => one.years === 100)?.lossYen,
    ])
    expect(annual.tailMean99).toBeGreaterThan(annual.p99)
  })

  test('a model without scenarios, and one whose scenario never happens, cost nothing', () => {
    const none = simulateLoss({ ...independent, scenarios: [] }, { years: 1000, seed: 1 })
    const never = simulateLoss({ ...independent, scenarios: [scenario('never', poisson(0), constant)] }, { years: 1000, seed: 1 })
    for (const { annual, exceedance } of [none, never]) {
      expect([annual.mean, annual.exactMean, annual.p99, annual.isMeanOff, exceedance]).toEqual([
        0,
        0,
        0,
        false,
        [{ lossYen: 0, probability: 0 }],
      ])
    }
  })

  test('heads are added up for each event and told apart on average', () => {
    const model: LossModel = {
      ...independent,
      scenarios: [
        {
          id: 'both',
          frequency: poisson(0.5),
          losses: [
            { head: 'cost', loss: constant },
            { head: 'profit', loss: uniform },
          ],
        },
      ],
    }
    const {
      heads,
      scenarios: [both],
    } = simulateLoss(model, { years, seed: 2 })
    expect(heads).toEqual({ cost: 1.5 * million, profit: 1.25 * million })
    expect(both?.perEvent.mean).toBe(5.5 * million)
    expect(Math.abs((both?.perEvent.p50 ?? 0) - 5.5 * million)).toBeLessThan(100_000)
  })
})

describe('a change is reckoned on the same draws', () => {
  const changes: Changes = new Map([
    ['fax', { frequency: 0.35, loss: 0.8 }],
    ['outage', { frequency: 0.5 }],
    ['vendor', { frequency: 1.7 }],
  ])

  test.each([independent, commonCause, oneFactor])(
    'and gives what a run from nothing gives, to the last digit ($dependence.kind)',
    (model) => {
      const options = { years: 20_000, seed: 5 }
      const draws = drawsOf(model, options)
      const before = runLoss(draws)
      expect(runLoss(draws, changes)).toEqual(simulateLoss(model, options, changes))
      expect(runLoss(draws)).toEqual(before)
    },
  )

  test.each([independent, commonCause, oneFactor])(
    'and what an event of several heads costs does not change by what was drawn before ($dependence.kind)',
    (one) => {
      const model: LossModel = { ...one, scenarios: one.scenarios.map((each) => ({ ...each, losses: [...each.losses, another] })) }
      const draws = drawsOf(model, { years: 20_000, seed: 5 })
      const before = runLoss(draws)
      runLoss(draws, new Map(model.scenarios.map(({ id }) => [id, { frequency: 4 }])))
      expect(runLoss(draws)).toEqual(before)
    },
  )

  test('no year gets worse when a frequency or a loss falls', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (frequency, loss) => {
        const draws = drawsOf(independent, { years: 2000, seed: 5 })
        const before = runLoss(draws).grossYen
        const after = runLoss(draws, new Map(['fax', 'outage', 'ransomware'].map((id) => [id, { frequency, loss }]))).grossYen
        expect(after.every((yen, at) => yen <= (before[at] ?? 0) + 1e-6)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  test('draws of an earlier model are kept for what stayed the same in it', () => {
    const options = { years: 20_000, seed: 5 }
    const old = drawsOf(independent, options)
    runLoss(old)
    const [first, ...others] = independent.scenarios
    const next: LossModel = {
      ...independent,
      scenarios: [
        ...others.slice(1),
        scenario('ransomware', poisson(0.2), first?.losses[0].loss ?? constant),
        scenario('fax', poisson(1), pert),
      ],
    }
    expect(runLoss(drawsOf(next, options, old))).toEqual(simulateLoss(next, options))
  })

  test('a page is let breathe, and the result is the same', async () => {
    let pauses = 0
    const result = await runLossWithPauses(drawsOf(independent, { years, seed: 1 }), noChanges, async () => {
      pauses++
    })
    expect(pauses).toBeGreaterThan(10)
    expect(result).toEqual(simulateLoss(independent, { years, seed: 1 }))
  })

  test('a run given up anywhere leaves draws on which the next one gives the result of a run from nothing', async () => {
    const fresh = simulateLoss(oneFactor, { years, seed: 1 })
    let pauses = 0
    await runLossWithPauses(drawsOf(oneFactor, { years, seed: 1 }), noChanges, async () => {
      pauses++
    })
    for (const last of [1, Math.floor(pauses / 2), pauses - 8, pauses - 1]) {
      const draws = drawsOf(oneFactor, { years, seed: 1 })
      let left = last
      const givenUp = runLossWithPauses(draws, noChanges, () => (left-- > 0 ? Promise.resolve() : Promise.reject(new Error('given up'))))
      await expect(givenUp).rejects.toThrow('given up')
      expect(runLoss(draws)).toEqual(fresh)
    }
  })

  test('a probability never passes 1, however it is raised', () => {
    const certain = momentsOf(scenario('outage', { kind: 'bernoulli', probability: 0.6 }, constant), { frequency: 3 })
    expect(certain.perYear).toBe(1)
    const result = simulateLoss(
      { ...independent, scenarios: [scenario('sure', { kind: 'bernoulli', probability: 1 }, constant)] },
      { years: 1000, seed: 1 },
    )
    expect([result.annual.p10, result.annual.mean, result.annual.isMeanOff]).toEqual([3 * million, 3 * million, false])
  })
})

test('amounts by rank are those of sorting, whatever their sizes', () => {
  const amount = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 }), fc.double({ min: 1, max: 1e15, noNaN: true }))
  fc.assert(
    fc.property(fc.array(amount, { minLength: 2, maxLength: 200 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (list, share) => {
      const rank = Math.max(1, Math.ceil(share * (list.length - 1)))
      const sorted = list.toSorted((a, b) => a - b)
      const ranked = rankedOf(Float64Array.from(list), [rank])
      const own = sorted[rank - 1] ?? 0
      expect([ranked.smallest(rank), ranked.above(own)]).toEqual([own, sorted.filter((one) => one > own).length])
      const largest = sorted.slice(rank).reduce((sum, one) => sum + one, 0)
      expect(Math.abs(ranked.sumOfLargest(list.length - rank) - largest)).toBeLessThanOrEqual(largest * 1e-9)
      expect(ranked.aboveZero).toBe(list.filter((one) => one > 0).length)
    }),
  )
})

test('the same seed gives the same numbers on every machine, another seed others', () => {
  const first = (seed: string) => Array.from({ length: 3 }, randomOf(seed)).map((one) => Math.floor(one * 1e9))
  expect(first('1/ransomware/own/0')).toEqual(first('1/ransomware/own/0'))
  expect(first('1/ransomware/own/0')).not.toEqual(first('2/ransomware/own/0'))
  const inBlocks = randomOf('1/ransomware/own/0')
  const blocks = [inBlocks(), ...[2, 3].flatMap((size) => filled(inBlocks, size)), inBlocks()]
  expect(blocks).toEqual(Array.from({ length: 7 }, randomOf('1/ransomware/own/0')))
  const spread = Array.from({ length: 100_000 }, randomOf('spread'))
  expect(Math.abs(spread.reduce((sum, one) => sum + one, 0) / 100_000 - 0.5)).toBeLessThan(0.004)
})

function filled({ fill }: Stream, size: number): readonly number[] {
  const block = new Float64Array(size)
  fill(block)
  return [...block]
}
