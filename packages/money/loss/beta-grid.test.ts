import { expect, test } from 'vitest'
import { betaGrid } from './beta-grid.ts'
import { betaQuantile } from './special.ts'

test.each([
  { a: 1, b: 1 },
  { a: 1, b: 5 },
  { a: 5, b: 1 },
  { a: 1.05, b: 4.95 },
  { a: 3, b: 3 },
  { a: 3.2, b: 2.8 },
])('the grid of Beta($a, $b) has its quantiles, the far ones among them', (shape) => {
  const { quantile } = betaGrid(shape)
  for (const share of [0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999])
    expect(Math.abs(quantile(share) - betaQuantile(share, shape))).toBeLessThan(1e-5)
  expect([quantile(0), quantile(1)]).toEqual([expect.closeTo(0, 9), expect.closeTo(1, 9)])
})

test('and its mean', () => {
  const shape = { a: 1.05, b: 4.95 }
  const { quantile } = betaGrid(shape)
  const steps = 200_000
  const mean = Array.from({ length: steps }, (_, at) => quantile((at + 0.5) / steps)).reduce((sum, one) => sum + one, 0) / steps
  expect(mean).toBeCloseTo(shape.a / (shape.a + shape.b), 5)
})
