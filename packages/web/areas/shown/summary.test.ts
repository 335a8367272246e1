import type { ClientLine } from '@mimamori/contract'
import { expect, test } from 'vitest'
import { percentOf, summaryOf } from './summary.ts'

const none = { critical: 0, high: 0, medium: 0, low: 0 }
const counts = { answered: 10, items: 19, differs: 0, vendorsAsked: 4, vendorsAnswered: 1, findings: none }

function line(relation: string, own?: Partial<NonNullable<ClientLine['counts']>>): ClientLine {
  return { relation, kind: 'association', since: '2026-11-20T00:00:00Z', ...(own && { counts: { ...counts, ...own } }) }
}

test('a facility that shows no counts is in no base', () => {
  const summary = summaryOf([line('a', { stage: 1 }), line('b', { stage: 0 }), line('c')])
  expect([summary.all, summary.base]).toEqual([3, 2])
  expect(summary.atStage1).toEqual({ count: 1, base: 2 })
  expect(percentOf(summary.atStage1)).toBe(50)
})

test('replies are a share of sheets, not of facilities', () => {
  expect(summaryOf([line('a', {}), line('b', { vendorsAsked: 6, vendorsAnswered: 6 })]).replies).toEqual({ count: 7, base: 10 })
})

test('every item answered, and nothing pressing', () => {
  const summary = summaryOf([line('a', { answered: 19 }), line('b', { items: 0, answered: 0, findings: { ...none, critical: 2 } })])
  expect(summary.allAnswered).toEqual({ count: 1, base: 2 })
  expect(summary.noGrave).toEqual({ count: 1, base: 2 })
})

test('of nothing there is no percent', () => {
  expect(percentOf(summaryOf([]).atStage1)).toBeUndefined()
})
