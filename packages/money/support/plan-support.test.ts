import { loadCatalogue } from '@mimamori/catalog'
import { date, type Facility, type FacilityId, type RiskFact } from '@mimamori/domain'
import { expect, test } from 'vitest'
import type { PlanLine } from './bear-of.ts'
import { planSupport } from './plan-support.ts'
import { supportHere } from './support-here.ts'

const { supportSchemes } = loadCatalogue()
const chart: RiskFact = { id: 'fact:chart', value: 'yes', grounds: [] }

function standings(some: Partial<Facility>, day: string) {
  const facility = { id: 'f:1' as FacilityId, name: '見本病院', ...some } // a test writes ids as plain text
  return supportHere(supportSchemes, { facility, riskFacts: [chart], asOf: date(day) })
}

const edr: PlanLine = { id: 'edr', oneOffYen: 600_001, perYearYen: 240_000, controls: ['control:edr'] }
const backup: PlanLine = { id: 'backup', oneOffYen: 0, perYearYen: 120_000, controls: ['control:backup-detached'] }
const tokyo = { kind: 'hospital', prefecture: '東京都', beds: 180, founder: 'medical-corporation' } as const
const verdicts = (schemes: ReturnType<typeof planSupport>['lines'][number]['schemes'] = []) =>
  Object.fromEntries(schemes.map(({ standing, verdict }) => [standing.scheme.id, verdict]))

test('a subsidy that surely fits and is open bears its share of what is paid once; what is left is own money', () => {
  const { lines, oneOff, perYear } = planSupport([edr, backup], standings(tokyo, '2024-11-20'))
  expect(lines[0]?.oneOff).toEqual({ costYen: 600_001, borneYen: 300_000, ownYen: 300_001 })
  expect(lines[0]?.schemes[0]).toMatchObject({ verdict: 'bears', yen: 300_000, deciding: [], open: [] })
  expect([oneOff.ownYen, perYear]).toEqual([300_001, { costYen: 360_000, borneYen: 0, ownYen: 360_000 }])
})

test('the same subsidy bears nothing when its days are over, or in another prefecture', () => {
  const [closed] = planSupport([edr], standings(tokyo, '2026-11-20')).lines
  expect([verdicts(closed?.schemes)['tokyo-hospital-2024'], closed?.oneOff.borneYen]).toEqual(['closed', 0])
  const [elsewhere] = planSupport([edr], standings({ ...tokyo, prefecture: '大阪府' }, '2024-11-20')).lines
  const scheme = elsewhere?.schemes.find(({ standing }) => standing.scheme.id === 'tokyo-hospital-2024')
  expect([scheme?.verdict, scheme?.deciding.map(({ by }) => by), elsewhere?.oneOff.borneYen]).toEqual(['no', ['prefecture'], 0])
})

test('a scheme of which it is not known whether it fits bears nothing, and names what decides', () => {
  const [line] = planSupport([edr], standings(tokyo, '2024-11-20')).lines
  const scheme = line?.schemes.find(({ standing }) => standing.scheme.id === 'it-subsidy-2024')
  expect([scheme?.verdict, scheme?.yen, scheme?.deciding.map(({ says }) => says.ja)]).toEqual([
    ...['may', 0, ['従業員の数などが、中小企業の条件に合うこと']],
  ])
  expect(line?.perYear.borneYen).toBe(0)
})

test('a fee may bear something as long as nobody says of how many cases, and says that its amount is open', () => {
  const [, line] = planSupport([edr, backup], standings(tokyo, '2026-11-20')).lines
  const fee = line?.schemes.find(({ standing }) => standing.scheme.id === 'fee-linkage-2026-inpatient-1')
  expect([fee?.verdict, fee?.open]).toEqual(['may', ['amount']])
})

test('a scheme for what is paid once is no word about a line that is paid each year alone', () => {
  const [line] = planSupport([backup], standings(tokyo, '2024-11-20')).lines
  expect(line?.schemes.filter(({ standing }) => standing.scheme.bears === 'one-off')).toEqual([])
})
