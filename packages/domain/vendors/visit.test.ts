import { a, ids } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { date } from '../calendar.ts'
import type { VisitStep } from './types.ts'
import { mayStep, nextVisitStepId, stepsOfVisit, visitStanding } from './visit.ts'

const wishedOn = date('2026-12-06')
const asked = a.visitStep({ id: ids.visitStep('vi:1.0001'), wishedOn, hours: '22時から翌2時', effect: 'checking' })

function history(...later: readonly Partial<VisitStep>[]): readonly VisitStep[] {
  return [asked, ...later.map((some, at) => a.visitStep({ id: nextVisitStepId(asked.visit, at + 1), ...some }))]
}

test('a visit that was asked for waits for the facility, with its time and its effect', () => {
  expect(visitStanding(history())).toEqual({ state: 'facility-to-answer', wishedOn, hours: '22時から翌2時', effect: 'checking' })
})

test('another time that the facility names waits for the vendor, and is the time once it is accepted', () => {
  const other = { side: 'facility', kind: 'other-time', wishedOn: date('2026-12-13'), hours: '日中' } as const
  expect(visitStanding(history(other))).toMatchObject({ state: 'vendor-to-answer', wishedOn: '2026-12-13', hours: '日中' })
  expect(visitStanding(history(other, { side: 'vendor', kind: 'accepted' }))).toMatchObject({ state: 'agreed', wishedOn: '2026-12-13' })
})

test('a word about the effect leaves what was agreed as it is', () => {
  const steps = history({ side: 'facility', kind: 'accepted' }, { side: 'vendor', kind: 'said', effect: 'none' })
  expect(visitStanding(steps)).toMatchObject({ state: 'agreed', wishedOn, effect: 'none' })
})

describe('the next step', () => {
  test('begins with a vendor that names a day', () => {
    expect(mayStep([], { side: 'vendor', kind: 'asked', wishedOn })).toBe(true)
    expect(mayStep([], { side: 'vendor', kind: 'asked' })).toBe(false)
    expect(mayStep([], { side: 'facility', kind: 'asked', wishedOn })).toBe(false)
  })

  test('is never the acceptance of a time that the same side has named', () => {
    expect(mayStep(history(), { side: 'vendor', kind: 'accepted' })).toBe(false)
    expect(mayStep(history(), { side: 'facility', kind: 'accepted' })).toBe(true)
    const other = history({ side: 'facility', kind: 'other-time', wishedOn })
    expect(mayStep(other, { side: 'facility', kind: 'accepted' })).toBe(false)
    expect(mayStep(other, { side: 'vendor', kind: 'accepted' })).toBe(true)
  })

  test('names a day where it names another time, and none follows once the visit is withdrawn', () => {
    expect(mayStep(history(), { side: 'facility', kind: 'other-time' })).toBe(false)
    expect(mayStep(history({ side: 'vendor', kind: 'withdrawn' }), { side: 'facility', kind: 'said' })).toBe(false)
  })
})

test('steps stand in the order in which they were written', () => {
  const second = a.visitStep({ id: nextVisitStepId(asked.visit, 1) })
  expect(stepsOfVisit([second, asked], asked.visit).map(({ id }) => id)).toEqual(['vi:1.0001', 'vi:1.0002'])
})
