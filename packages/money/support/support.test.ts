import { loadCatalogue } from '@mimamori/catalog'
import { date, type Facility, type FacilityId, type RiskFact } from '@mimamori/domain'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bearOf, type PlanLine } from './bear-of.ts'
import { supportHere } from './support-here.ts'
import type { SupportScheme } from './types.ts'

const { supportSchemes } = loadCatalogue()
const today = date('2026-11-20')
const chart: RiskFact = { id: 'fact:chart', value: 'yes', grounds: [] }

function standing(id: string, some: Partial<Facility>, { riskFacts = [chart], asOf = today } = {}) {
  const facility = { id: 'f:1' as FacilityId, name: '見本病院', ...some } // a test writes ids as plain text
  const found = supportHere(supportSchemes, { facility, riskFacts, asOf }).find(({ scheme }) => scheme.id === id)
  if (!found) throw new Error(`no scheme ${id}`)
  return found
}

describe('which schemes fit a facility', () => {
  test('the national project is for hospitals with an electronic chart; a clinic surely has no part in it', () => {
    expect(standing('kakuho-2024', { kind: 'clinic' }).fits).toBe('no')
    expect(standing('kakuho-2024', { kind: 'hospital' }, { riskFacts: [{ ...chart, value: 'no' }] }).fits).toBe('no')
    const { fits, conditions } = standing('kakuho-2024', { kind: 'hospital' })
    expect([fits, conditions.map(({ holds }) => holds)]).toEqual(['unknown', ['yes', 'yes', 'unknown']])
  })

  test('nothing known of a facility decides nothing', () => {
    expect(standing('kakuho-2024', {}, { riskFacts: [] }).conditions.map(({ holds }) => holds)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(standing('mist', {}).fits).toBe('yes')
  })

  test('the days of a scheme are held against the day', () => {
    const on = (day: string) => standing('kakuho-2024', {}, { riskFacts: [], asOf: date(day) }).window
    expect(['2024-03-31', '2024-04-01', '2026-03-31', '2026-04-01'].map(on)).toEqual(['not-yet', 'open', 'open', 'ended'])
    expect(standing('otasuke-1', {}).window).toBe('unknown')
  })

  test('beds, terminals, founder and prefecture decide where they are known', () => {
    expect(['fee-records-2024-1', 'otasuke-1'].map((id) => standing(id, { kind: 'hospital', beds: 180 }).fits)).toEqual(['no', 'yes'])
    expect(standing('otasuke-1', { beds: 'not-applicable' }).fits).toBe('yes')
    expect((['1-5', '21-50', '51-200'] as const).map((clientPcs) => standing('otasuke-2', { clientPcs }).fits)).toEqual([
      'no',
      'unknown',
      'yes',
    ])
    expect(standing('it-subsidy-2024', { founder: 'local-government' }).fits).toBe('no')
    expect(standing('tokyo-hospital-2024', { kind: 'hospital', prefecture: '大阪府' }).fits).toBe('no')
    expect(standing('tokyo-hospital-2024', { kind: 'hospital', prefecture: '東京都' }).fits).toBe('yes')
  })
})

const line: PlanLine = { id: 'edr', oneOffYen: 1_500_001, perYearYen: 290_000, controls: ['control:edr', 'control:backup'] }

function only(...names: readonly string[]): readonly SupportScheme[] {
  return names.flatMap((name) => supportSchemes.filter(({ id }) => id === name))
}

describe('what schemes bear of a plan', () => {
  test('a subsidy bears its share of what is paid once, cut off to whole yen, and nothing of what is paid every year', () => {
    const { lines, oneOff } = bearOf([line], only('tokyo-hospital-2024'))
    expect(lines[0]?.oneOff).toEqual({
      ...{ costYen: 1_500_001, borne: [{ scheme: 'tokyo-hospital-2024', yen: 750_000 }], maybe: [], ownYen: 750_001 },
    })
    expect(lines[0]?.perYear).toMatchObject({ borne: [], ownYen: 290_000 })
    expect(oneOff).toEqual({ borneYen: 750_000, ownYen: 750_001 })
  })

  test('of two subsidies that bear no other beside them, the one that pays more is taken', () => {
    const [borne] = bearOf([{ ...line, oneOffYen: 12_000_000 }], only('tokyo-hospital-2024', 'tokyo-sme-2024')).lines
    expect(borne?.oneOff.borne).toEqual([{ scheme: 'tokyo-sme-2024', yen: 6_000_000 }])
  })

  test('one ceiling is for all lines together, and the first lines use it up', () => {
    const big = { ...line, oneOffYen: 8_000_000 }
    const { lines } = bearOf([big, { ...big, id: 'second' }, { ...big, id: 'third' }], only('tokyo-hospital-2024'))
    expect(lines.map(({ oneOff }) => oneOff.ownYen)).toEqual([4_000_000, 7_000_000, 8_000_000])
  })

  test('below its least amount a subsidy pays nothing, and for other controls neither', () => {
    expect(bearOf([{ ...line, oneOffYen: 199_998 }], only('tokyo-sme-2024')).oneOff.borneYen).toBe(0)
    expect(bearOf([{ ...line, oneOffYen: 200_000 }], only('tokyo-sme-2024')).oneOff.borneYen).toBe(100_000)
    expect(bearOf([{ ...line, controls: ['control:fax-preset'] }], only('tokyo-sme-2024')).oneOff.borneYen).toBe(0)
  })

  test('a subsidy of running costs says for how many years', () => {
    const [borne] = bearOf([{ ...line, perYearYen: 1_200_000 }], only('it-subsidy-2024')).lines
    expect(borne?.perYear).toMatchObject({ borne: [{ scheme: 'it-subsidy-2024', yen: 500_000, years: 2 }], ownYen: 700_000 })
  })

  test('a fee bears running costs from its points; without the number of cases it only may', () => {
    const fee = only('fee-linkage-2026-inpatient-1')
    expect(bearOf([line], fee).lines[0]?.perYear).toMatchObject({ borne: [], maybe: ['fee-linkage-2026-inpatient-1'], ownYen: 290_000 })
    expect(bearOf([line], fee, { admission: 100 }).lines[0]?.perYear).toMatchObject({ maybe: [], ownYen: 130_000 })
    expect(bearOf([line], fee, { admission: 2_000 }).lines[0]?.perYear.ownYen).toBe(0)
  })

  test('help in kind and grants after an incident promise no yen', () => {
    const { lines } = bearOf([line], only('kakuho-2024', 'jma-grant'))
    expect(lines[0]?.oneOff).toMatchObject({ borne: [], maybe: ['kakuho-2024'], ownYen: 1_500_001 })
  })

  test('whatever the plan, no line is paid more than it costs and no ceiling is passed', () => {
    const controls = fc.subarray(['control:edr', 'control:backup', 'control:gate-watch', 'control:csirt', 'control:manager'])
    const yen = fc.integer({ min: 0, max: 30_000_000 })
    const plans = fc.array(fc.record({ id: fc.uuid(), oneOffYen: yen, perYearYen: yen, controls }), { maxLength: 6 })
    fc.assert(
      fc.property(plans, fc.subarray([...supportSchemes]), fc.integer({ min: 0, max: 5_000 }), (plan, schemes, admission) => {
        const { lines, oneOff, perYear } = bearOf(plan, schemes, { admission })
        for (const cost of lines.flatMap((one) => [one.oneOff, one.perYear])) {
          expect(cost.ownYen).toBeGreaterThanOrEqual(0)
          expect(cost.borne.reduce((sum, one) => sum + one.yen, 0) + cost.ownYen).toBe(cost.costYen)
        }
        const paid = (id: string) =>
          lines.flatMap((one) => one.oneOff.borne).reduce((sum, one) => sum + (one.scheme === id ? one.yen : 0), 0)
        expect([paid('tokyo-hospital-2024') <= 5_000_000, paid('tokyo-sme-2024') <= 15_000_000]).toEqual([true, true])
        expect(oneOff.borneYen + oneOff.ownYen).toBe(plan.reduce((sum, one) => sum + one.oneOffYen, 0))
        expect(perYear.borneYen + perYear.ownYen).toBe(plan.reduce((sum, one) => sum + one.perYearYen, 0))
      }),
    )
  })
})
