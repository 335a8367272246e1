import { expect, test } from 'vitest'
import { completeRange } from './complete.ts'

test('the build that ends a range of NetScaler belongs to the release at its beginning', () => {
  expect(completeRange('netscaler', { from: '14.1', to: '25.53' }).to).toBe('14.1-25.53')
  expect(completeRange('netscaler', { from: '13.1-FIPS', to: '37.183' }).to).toBe('13.1-FIPS-37.183')
  expect(completeRange('netscaler', { from: '13.1', to: '4.43' }).to).toBe('13.1-4.43')
})

test('an end that names its release stays as it is, and so do the ranges of other makers', () => {
  for (const to of ['13.1', '14.1', '13.1-49.15']) expect(completeRange('netscaler', { from: '12.1', to }).to).toBe(to)
  expect(completeRange('netscaler', { to: '25.53' }).to).toBe('25.53')
  expect(completeRange('dotted', { from: '14.1', to: '25.53' }).to).toBe('25.53')
})
