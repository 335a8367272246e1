import { a, aReference } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { rankOfAction, rowOf, urgencyOf } from './urgency.ts'

const { urgencyTable, careImpacts, humanImpact, urgencySentences } = aReference()
const yesNo = [true, false]

test('the table has one row for each of the sixteen combinations', () => {
  const rows = yesNo.flatMap((inKev) =>
    yesNo.flatMap((exposed) =>
      yesNo.flatMap((automatable) =>
        (['partial', 'total'] as const).map((impact) => rowOf({ inKev, exposed, automatable, impact }, urgencyTable).row),
      ),
    ),
  )
  expect([...new Set(rows)].sort((one, other) => one - other)).toEqual(Array.from({ length: 16 }, (_, at) => at))
})

/** As CISA publishes it: CERT/CC, SSVC, BOD 26-04 remediation timelines 1.0.0. */
test.each([
  ['yes yes yes total', 'days-3-forensics', 3],
  ['yes yes yes partial', 'days-3', 3],
  ['yes no no total', 'days-14', 14],
  ['no yes no partial', 'days-60', 60],
  ['no no no total', 'next-upgrade', undefined],
  ['no yes yes total', 'days-3', 3],
])('known to be exploited, exposed, automatable and impact %s: %s', (columns, action, dueDays) => {
  const [inKev, exposed, automatable, impact] = columns.split(' ')
  const row = rowOf(
    {
      inKev: inKev === 'yes',
      exposed: exposed === 'yes',
      automatable: automatable === 'yes',
      impact: impact === 'total' ? 'total' : 'partial',
    },
    urgencyTable,
  )
  expect([row.action, row.dueDays]).toEqual([action, dueDays])
})

const exploited = a.match({ knownExploitedOn: date('2023-06-13'), automatable: 'yes', impact: 'total', foundOn: date('2026-11-10') })

test('a weakness that is used in attacks is due three days after it was found at an entrance, and waits where nothing leads to it', () => {
  expect(urgencyOf(exploited, 'internet', urgencyTable)).toMatchObject({ action: 'days-3-forensics', dueOn: '2026-11-13', assumed: [] })
  const calm = urgencyOf(exploited, 'none', urgencyTable)
  expect([calm.action, calm.dueOn, calm.lower]).toEqual(['next-upgrade', undefined, undefined])
})

test('the clock starts anew when attacks become known', () => {
  const later = urgencyOf({ ...exploited, knownExploitedOn: date('2026-11-18') }, 'internet', urgencyTable)
  expect(later.dueOn).toBe('2026-11-21')
})

test('what nobody knows counts as the worse and is told', () => {
  const { automatable: _, impact: __, ...bare } = exploited
  expect(urgencyOf(bare, 'unknown', urgencyTable)).toMatchObject({
    action: 'days-3-forensics',
    assumed: ['exposed', 'automatable', 'impact'],
  })
})

test('the single fact that lowers the urgency most is named, and is never worse than the row itself', () => {
  const plain = a.match({ automatable: 'no', impact: 'total' })
  expect(urgencyOf(plain, 'internet', urgencyTable).lower).toEqual({ fact: 'exposed', row: 'bod-26-04:4', action: 'next-upgrade' })
  for (const exposure of ['internet', 'remote-path', 'internal', 'unknown'] as const) {
    const { action, lower } = urgencyOf(exploited, exposure, urgencyTable)
    expect(lower?.fact).toBe('reached')
    expect(lower === undefined ? undefined : rankOfAction(lower.action)).toBeGreaterThan(rankOfAction(action))
  }
})

test('every kind of care has its place in the table of human impact', () => {
  for (const { safety, mission } of careImpacts)
    expect(humanImpact.some((row) => row.safety === safety && row.mission === mission)).toBe(true)
  expect(humanImpact).toHaveLength(16)
})

test('every action, exposure and lowering fact has a sentence', () => {
  const known = new Set(urgencySentences.map(({ id }) => id))
  const wanted = [
    ...urgencyTable.map(({ action }) => `action:${action}`),
    ...humanImpact.map(({ impact }) => `human:${impact}`),
    ...['exposed', 'automatable', 'impact', 'reached'].map((fact) => `lower:${fact}`),
  ]
  expect(wanted.filter((id) => !known.has(id))).toEqual([])
})
