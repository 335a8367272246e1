import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestDays, holds, type Window } from './fewest-days.ts'
import { lessFreezes } from './visit-plan.ts'

const lastDay = 9
const window: fc.Arbitrary<Window> = fc
  .tuple(fc.nat(lastDay), fc.nat(lastDay), fc.array(fc.tuple(fc.nat(lastDay), fc.nat(3)), { maxLength: 2 }))
  .map(([one, other, freezes]) =>
    lessFreezes(
      [Math.min(one, other), Math.max(one, other)],
      freezes.map(([from, days]) => [from, from + days] as const),
    ),
  )

/** Tries all sets of days, the smaller ones first. */
function byTrying(windows: readonly Window[], given: readonly number[]): number {
  const last = Math.max(0, ...windows.flatMap((one) => one.map(([, end]) => end)))
  const sets = Array.from({ length: 2 ** (last + 1) }, (_, set) =>
    Array.from({ length: last + 1 }, (__, day) => day).filter((day) => set & (1 << day)),
  )
  const sizes = sets.filter((days) => windows.every((one) => [...given, ...days].some((day) => holds(one, day)))).map((days) => days.length)
  return Math.min(...sizes)
}

test('no set of visits is smaller, whatever days are not to be used and whatever visits there are already', () => {
  fc.assert(
    fc.property(fc.array(window, { maxLength: 7 }), fc.array(fc.nat(lastDay), { maxLength: 2 }), (windows, given) => {
      const days = fewestDays(windows, given)
      expect(windows.every((one) => [...given, ...days].some((day) => holds(one, day)))).toBe(true)
      expect(days).toHaveLength(byTrying(windows, given))
    }),
    { numRuns: 150 },
  )
})

test('days on which nothing may be changed are left out, and work that has none other is done after them', () => {
  expect(lessFreezes([1, 9], [[3, 5]])).toEqual([
    [1, 2],
    [6, 9],
  ])
  expect(lessFreezes([3, 5], [[2, 6]])).toEqual([[7, 7]])
  expect(lessFreezes([3, 5], [[2, 6], [7, 8]])).toEqual([[9, 9]]) // biome-ignore format: one case, one line
})

test('three pieces of work that overlap on one day are one visit', () => {
  expect(fewestDays([[[1, 5]], [[4, 9]], [[5, 20]]])).toEqual([5])
  expect(fewestDays([[[1, 5]], [[4, 9]], [[5, 20]]], [5])).toEqual([])
})
