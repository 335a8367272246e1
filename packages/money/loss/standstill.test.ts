import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLossModel } from '../reading/loss-model.ts'
import { drawsOf } from './draws.ts'
import { exactYear, momentsOf } from './exact.ts'
import { runLoss, simulateLoss } from './run.ts'
import { type Changes, type Dependence, type LossModel, type LossScenario, noChanges } from './types.ts'

const million = 1_000_000
const years = 200_000

/** Care stands still for days; some costs come once and others by the day. */
const standstill: LossScenario = {
  id: 'standstill',
  frequency: { kind: 'poisson', perYear: 0.2 },
  days: { kind: 'pert', min: 2, mode: 14, max: 60 },
  losses: [
    { head: 'cost', loss: { kind: 'pert', min: million, mode: 4 * million, max: 30 * million } },
    { head: 'profit', loss: { kind: 'uniform', low: 500_000, high: 3 * million }, perDay: true },
    { head: 'cost', loss: { kind: 'constant', value: 200_000 }, perDay: true },
  ],
}
const fax: LossScenario = {
  id: 'fax',
  frequency: { kind: 'poisson', perYear: 1 },
  losses: [{ head: 'cost', loss: { kind: 'constant', value: 100_000 } }],
}
const independent: LossModel = { dependence: { kind: 'independent' }, scenarios: [standstill, fax] }
const shorter: Changes = new Map([['standstill', { days: 0.4, loss: 0.9, frequency: 0.7 }]])

test('days and each head by the day are drawn apart: mean and spread of an event are those of the formula', () => {
  const { meanYen, squareYen } = momentsOf(standstill)
  const days = { mean: (2 + 4 * 14 + 60) / 6, variance: 101.793_650_793_650_8 }
  const byDay = { mean: 1.95 * million, variance: (2.5 * million) ** 2 / 12 }
  const once = { mean: (1 + 16 + 30) * (million / 6) }
  expect(meanYen).toBeCloseTo(once.mean + days.mean * byDay.mean, 3)
  const onceVariance = momentsOf({ ...standstill, losses: [standstill.losses[0]] }).squareYen - once.mean ** 2
  const product = (days.variance + days.mean ** 2) * (byDay.variance + byDay.mean ** 2) - (days.mean * byDay.mean) ** 2
  expect((squareYen - meanYen ** 2) / (onceVariance + product)).toBeCloseTo(1, 2)
})

test.each<[string, Dependence, Changes]>([
  ['independent', { kind: 'independent' }, noChanges],
  ['shorter', { kind: 'independent' }, shorter],
  ['common causes', { kind: 'commonCause', share: 0.5 }, shorter],
  ['good and bad years', { kind: 'oneFactor', variation: 0.5 }, noChanges],
])('%s: the simulated mean lies within four standard errors of the exact one, and the spread is its own', (_name, dependence, changes) => {
  const model: LossModel = { ...independent, dependence }
  const { annual, grossYen } = simulateLoss(model, { years, seed: 7 }, changes)
  const { meanYen, varianceYen } = exactYear(model, changes)
  expect(annual.isMeanOff).toBe(false)
  const variance = grossYen.reduce((sum, one) => sum + (one - meanYen) ** 2, 0) / years
  expect(Math.abs(variance / varianceYen - 1)).toBeLessThan(0.1)
})

test('the days of an event are told with their ends, and shrink with a change', () => {
  const [before, after] = [noChanges, shorter].map((changes) => simulateLoss(independent, { years: 1000, seed: 1 }, changes).scenarios)
  expect(before?.[0]?.daysPerEvent?.mean).toBeCloseTo(19.67, 2)
  expect(after?.[0]?.daysPerEvent?.p90).toBeCloseTo((before?.[0]?.daysPerEvent?.p90 ?? 0) * 0.4, 9)
  expect(before?.[1]).not.toHaveProperty('daysPerEvent')
})

test('by head, days multiply only what counts by the day', () => {
  const { heads } = simulateLoss(independent, { years: 1000, seed: 1 })
  const mean = (2 + 4 * 14 + 60) / 6
  expect(heads.profit).toBe(Math.round(0.2 * mean * 1.75 * million))
  expect(heads.cost).toBe(Math.round(0.2 * ((47 * million) / 6 + mean * 200_000) + 100_000))
})

test('a change of days on kept draws gives what a run from nothing gives, and no year gets worse by fewer days', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (days) => {
      const changes: Changes = new Map([['standstill', { days }]])
      const draws = drawsOf(independent, { years: 2000, seed: 3 })
      const before = runLoss(draws).grossYen
      const after = runLoss(draws, changes)
      expect(after).toEqual(simulateLoss(independent, { years: 2000, seed: 3 }, changes))
      expect(after.grossYen.every((yen, year) => yen <= (before[year] ?? 0))).toBe(true)
    }),
    { numRuns: 20 },
  )
})

test('a model file may tell of days and of what each of them costs', () => {
  const scenario = { id: 'one', frequency: { poisson: 0.1 }, days: { pert: [2, 14, 60] }, perDay: { heads: { profit: { constant: 5 } } } }
  const read = readLossModel({ dependence: 'independent', scenarios: [scenario, { ...scenario, id: 'two', loss: { constant: 9 } }] })
  expect(read).toMatchObject({
    kind: 'read',
    model: {
      scenarios: [
        { days: { kind: 'pert', min: 2, mode: 14, max: 60 }, losses: [{ head: 'profit', perDay: true }] },
        { losses: [{ head: 'all' }, { head: 'profit', perDay: true }] },
      ],
    },
  })
})

test('costs by the day without days are told, with their place', () => {
  const read = readLossModel({
    dependence: 'independent',
    scenarios: [{ id: 'one', frequency: { poisson: 0.1 }, perDay: { constant: 5 } }],
  })
  expect(read).toMatchObject({ kind: 'refused', problems: [{ code: 'money/wrong-kind', place: 'scenarios[0].days' }] })
})
