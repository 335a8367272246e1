import { expect, test } from 'vitest'
import { instantOf, settableClock, systemClock, todayInTokyo } from './clock.ts'

test('in Japan the day begins nine hours before it begins in UTC', () => {
  expect(todayInTokyo(settableClock('2026-03-31T14:59:59Z'))).toBe('2026-03-31')
  expect(todayInTokyo(settableClock('2026-03-31T15:00:00Z'))).toBe('2026-04-01')
})

test('a clock of a test stands still until it is moved', () => {
  const clock = settableClock('2026-04-01T00:00:00Z')
  clock.moveMinutes(31)
  expect(instantOf(clock)).toBe('2026-04-01T00:31:00.000Z')
})

test('the clock of the machine goes on', () => {
  const before = Date.now()
  const told = systemClock().now().getTime()
  expect(told).toBeGreaterThanOrEqual(before)
  expect(told).toBeLessThanOrEqual(Date.now())
})
