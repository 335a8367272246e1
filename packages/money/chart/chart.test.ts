import { expect, test } from 'vitest'
import type { ExceedancePoint } from '../loss/result.ts'
import { frontierChart, niceStep } from './frontier-chart.ts'
import { lossAt, lossChart } from './loss-chart.ts'
import { smoothPath } from './room.ts'

const room = { width: 520, height: 260, left: 40, right: 10, top: 10, bottom: 40 }
const now: readonly ExceedancePoint[] = [
  { lossYen: 0, probability: 0.4 },
  { lossYen: 2_000_000, probability: 0.2 },
  { lossYen: 20_000_000, probability: 0.05 },
  { lossYen: 360_000_000, probability: 0.01 },
  { lossYen: 900_000_000, probability: 0.001 },
]
const planned = now.map(({ lossYen, probability }) => ({ lossYen: lossYen / 2, probability: probability / 2 }))

function ys(path: string): readonly number[] {
  return [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)(?=[CLZ]|$)/g)].map(([, , y]) => Number(y))
}

test('the year that comes once in a hundred stands on both lines, at its own amount', () => {
  const chart = lossChart({ now, planned }, room)
  expect(chart?.marks.now?.yen).toBeCloseTo(360_000_000, 3)
  expect(chart?.marks.planned?.yen).toBeGreaterThan(10_000_000)
  expect(chart?.marks.planned?.x).toBeLessThan(chart?.marks.now?.x ?? 0)
  expect(chart?.marks.planned?.y).toBe(chart?.marks.now?.y)
})

test('years that come more often than once in ten are not drawn, and the line falls all the way', () => {
  const chart = lossChart({ now, planned }, room)
  expect(chart?.chances.map(({ years }) => years)).toEqual([undefined, 10, 20, 50, 100])
  const heights = ys(chart?.now ?? '')
  expect(heights).toEqual(heights.toSorted((a, b) => a - b))
  expect(Math.max(...heights)).toBeLessThanOrEqual(room.height - room.bottom)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(room.top)
})

test('amounts of the axis are ten times one another, and each stands inside the drawing', () => {
  const { amounts = [] } = lossChart({ now, planned }, room) ?? {}
  expect(amounts.map(({ yen }) => yen)).toContain(100_000_000)
  for (const { x } of amounts) expect([x >= room.left, x <= room.width - room.right]).toEqual([true, true])
})

test('without losses there is no curve', () => {
  expect(lossChart({ now: [{ lossYen: 0, probability: 0 }] }, room)).toBeUndefined()
})

test('a loss between two points lies between their amounts', () => {
  expect(lossAt(now, 0.01)).toBeCloseTo(360_000_000, 3)
  const between = lossAt(now, 0.03) ?? 0
  expect(between > 20_000_000 && between < 360_000_000).toBe(true)
  expect(lossAt(now, 0.9)).toBeUndefined()
})

test('a smoothed line never leaves the heights of its neighbours', () => {
  const path = smoothPath([
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 20, y: 100 },
    { x: 30, y: 100 },
  ])
  const numbers = [...path.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Number(y))
  expect([Math.min(...numbers), Math.max(...numbers)]).toEqual([0, 100])
})

test('the frontier begins at the loss without any measure and steps down at the cost of each choice', () => {
  const chart = frontierChart(
    {
      points: [
        { costYen: 380_000, remainingLossYen: 8_100_000, isProven: true },
        { costYen: 1_460_000, remainingLossYen: 4_200_000, isProven: true },
        { costYen: 9_000_000, remainingLossYen: 3_000_000, isProven: true },
      ],
      budgetYen: 1_500_000,
      mostYen: 4_000_000,
      lossYen: 14_300_000,
    },
    room,
  )
  expect(chart.points.map(({ point }) => point.costYen)).toEqual([380_000, 1_460_000])
  expect(chart.budgets.map(({ yen }) => yen)).toEqual([0, 1_000_000, 2_000_000, 3_000_000, 4_000_000])
  expect(chart.losses.map(({ yen }) => yen)).toEqual([0, 5_000_000, 10_000_000, 15_000_000])
  expect(chart.budget.y).toBe(chart.points[1]?.y)
})

test.each([
  [0, 1],
  [1, 1],
  [1.2, 2],
  [370_000, 500_000],
  [6_000_000, 10_000_000],
])('the step for %d is %d', (value, step) => {
  expect(niceStep(value)).toBe(step)
})
