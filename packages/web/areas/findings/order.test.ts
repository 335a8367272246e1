import type { FindingLine } from '@mimamori/contract'
import { expect, test } from 'vitest'
import { byItem, byUrgency, countByWho, foldUnanswered, splitByState, whoOf } from './order.ts'

const line = (id: string, part: Partial<FindingLine> = {}): FindingLine => ({
  id,
  rule: 'r',
  area: 'checklists',
  severity: 'medium',
  state: 'open',
  urgency: 1,
  title: { ja: id, en: id },
  step: { ja: '', en: '' },
  party: 'facility',
  partyNames: [],
  overdue: false,
  firstSeenOn: '2026-11-20',
  minutes: 10,
  ...part,
})

test('the most urgent comes first, of the same urgency the gravest, then the quickest', () => {
  const lines = [
    line('slow', { minutes: 30 }),
    line('today', { urgency: 3 }),
    line('grave', { severity: 'high', minutes: 60 }),
    line('quick', { minutes: 5 }),
  ]
  expect(byUrgency(lines).map(({ id }) => id)).toEqual(['today', 'grave', 'quick', 'slow'])
})

test('findings are counted by who has to act', () => {
  const lines = [line('a'), line('b', { party: 'vendor:v1' }), line('c', { party: 'both' }), line('d', { party: 'vendor:v2' })]
  expect(countByWho(lines)).toEqual({ facility: 1, vendor: 2, both: 1 })
  expect(whoOf({ party: 'vendor:v1' })).toBe('vendor')
})

test('what is left knowingly or no longer seen does not stand among what is to do', () => {
  const { open, accepted, gone } = splitByState([
    line('a'),
    line('b', { state: 'accepted' }),
    line('c', { state: 'no-longer-seen' }),
    line('d', { state: 'covered' }),
  ])
  expect([open.length, accepted.length, gone.length]).toEqual([1, 2, 1])
})

test('grouped by item, those of no item come last', () => {
  const groups = byItem([line('a'), line('b', { itemNumber: '2-⑥', urgency: 2 }), line('c', { itemNumber: '2-⑥' })])
  expect(groups.map(({ key, lines }) => [key, lines.length])).toEqual([
    ['2-⑥', 2],
    ['', 1],
  ])
})

test('before the first answer the empty items of the sheet are one line, afterwards each stands for itself', () => {
  const lines = [line('a', { rule: 'checklists/unanswered' }), line('b'), line('c', { rule: 'checklists/unanswered' })]
  expect(foldUnanswered(lines, 0)).toEqual({ shown: [lines[1]], folded: 2 })
  expect(foldUnanswered(lines, 1)).toEqual({ shown: lines, folded: 0 })
})
