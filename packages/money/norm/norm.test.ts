import { loadCatalogue } from '@mimamori/catalog'
import { describe, expect, test } from 'vitest'
import { approximate, fraction, times, truncate } from '../fraction.ts'
import { type AidProfile, aidOf } from './aid.ts'
import { facilityAgainstNorm } from './facility.ts'
import { budgetNorm, displayedMean } from './norm.ts'
import { stagedPath } from './path.ts'
import { reproduceNorm } from './reproduce.ts'
import { sensitivityToItRate } from './sensitivity.ts'
import type { NormRow } from './types.ts'

const catalogue = loadCatalogue()
const final = budgetNorm(catalogue, 'final')
const interim = budgetNorm(catalogue, 'interim')
/** Ten thousand yen to one digit, as the notes to the paper give them. */
const man = (thousandYen: number) => Math.round(thousandYen) / 10

describe('the printed figures of the four associations come out again (paper 002, slides 45 to 49)', () => {
  test.each(catalogue.normRevenues)(
    'revenue, IT budget and minimum of $id',
    ({ medicalThousandYen, careThousandYen, otherThousandYen, printed }) => {
      const total = fraction(medicalThousandYen + careThousandYen + otherThousandYen)
      const it = times(total, fraction(221, 10000))
      expect([truncate(total), truncate(it), truncate(times(it, fraction(15, 100)))]).toEqual([
        printed.totalThousandYen,
        printed.itThousandYen,
        printed.needMinimumThousandYen,
      ])
    },
  )

  test.each(reproduceNorm(catalogue, 'final'))('final, $row beds: $figure is $printed', ({ printed, possible, verdict }) => {
    expect([verdict, possible]).toEqual(['reproduced', [printed]])
  })

  test('these are the 25 figures of the final report', () => {
    expect(reproduceNorm(catalogue, 'final')).toHaveLength(25)
  })

  const gaps = reproduceNorm(catalogue, 'interim').filter(({ figure }) => figure.startsWith('gap'))
  test.each(gaps)('interim, $row beds: $figure is $printed', ({ printed, possible, verdict }) => {
    expect(possible).toContain(printed)
    expect(verdict).toBe(possible.length === 1 ? 'reproduced' : 'consistent')
  })

  test('these are the ten gaps of the interim report, and one mean gives both gaps of a row', () => {
    expect(gaps).toHaveLength(10)
    for (const { mean } of interim.rows) {
      if (mean.kind !== 'printed') throw new Error('the interim counts are not printed')
      expect(approximate(mean.from)).toBeLessThan(approximate(mean.below))
      expect([truncate(mean.from), approximate(mean.below) <= mean.displayed + 1]).toEqual([mean.displayed, true])
    }
  })

  test('gaps of the interim report that no one mean gives are found', () => {
    const normFigures = catalogue.normFigures.map((one) =>
      one.id === 'interim:beds-100-199' ? { ...one, gapSufficientThousandYen: -12_415 } : one,
    )
    const checks = reproduceNorm({ ...catalogue, normFigures }, 'interim')
    expect(checks.filter(({ verdict }) => verdict === 'differs').map(({ row, figure }) => [row, figure])).toEqual([
      ['100-199', 'gapMinimum'],
      ['100-199', 'gapSufficient'],
    ])
  })

  test('the other gap rule would not give them: each report has its own', () => {
    const shown = (rows: readonly NormRow[]) => rows.flatMap(({ minimum, sufficient }) => [minimum.gap, sufficient.gap])
    const finalExact = shown(budgetNorm(catalogue, 'final', { gapRule: 'exact' }).rows)
    expect(finalExact.filter((gap, at) => gap !== shown(final.rows)[at])).toEqual([498, -20928, -49216, -58649, -129203])
    const interimDisplayed = shown(budgetNorm(catalogue, 'interim', { gapRule: 'displayed' }).rows)
    expect(interimDisplayed.filter((gap, at) => gap !== shown(interim.rows)[at])).toEqual([-4017, -12415])
  })
})

describe('what the printed means hide', () => {
  test('the survey alone does not tell whether 20 to 99 beds meet the minimum', () => {
    const { mean, minimum } = rowOf('20-99')
    if (mean.kind !== 'counted' || mean.high === null) throw new Error('this class has no open end')
    expect([man(approximate(mean.low)), man(approximate(mean.exact)), man(approximate(mean.high))]).toEqual([112.7, 394.6, 676.5])
    expect(man(approximate(minimum.need) - approximate(mean.low))).toBe(232)
    expect(man(approximate(mean.high) - approximate(minimum.need))).toBe(331.7)
  })

  test('a class without an upper end that was ticked leaves the mean open upwards', () => {
    expect(final.rows.map(({ mean }) => (mean.kind === 'counted' ? mean.high === null : undefined))).toEqual([
      false,
      true,
      true,
      true,
      true,
    ])
  })

  test('counting shortages only, every class of beds is short', () => {
    const spreads = final.rows.map(({ spread }) => spread)
    expect(spreads.map((one) => man(approximate(one?.shortfallOnlyMeanMinimum ?? fraction(0))))).toEqual([
      81.7, 487.7, 1114.2, 2201.2, 5865,
    ])
    const below = spreads.map((one) => Math.round(approximate(one?.shareBelowMinimum ?? fraction(0)) * 1000) / 10)
    expect(below).toEqual([86.3, 93.2, 97, 91.8, 100])
    expect(interim.rows.every(({ spread }) => spread === undefined)).toBe(true)
  })

  test('the headline rests on the share of IT in revenue', () => {
    const byRate = new Map(sensitivityToItRate(catalogue, 'final').map(({ rate, rows }) => [rate.id, rows]))
    const short = (rate: string) => (byRate.get(rate) ?? []).filter(({ minimum }) => (minimum.gap ?? 0) < 0).map(({ row }) => row)
    expect(short('juas-2020-mean')).toEqual(['100-199', '200-299', '300-499', '500-'])
    expect(short('juas-2016-mean')).toEqual(['200-299', '300-499', '500-'])
    expect(short('juas-2016-trimmed')).toEqual(['300-499', '500-'])
    expect([...byRate.keys()]).toEqual(['juas-2020-mean', 'paper-2-percent', 'juas-2016-mean', 'juas-2016-trimmed', 'juas-2016-median'])
  })

  test('another value for the open class, and another base, can be put in place', () => {
    const mean = (choices: Parameters<typeof budgetNorm>[2]) =>
      budgetNorm(catalogue, 'final', choices).rows.map((row) => displayedMean(row.mean))
    expect(mean({ openClassYen: 75_000_000 })[4]).toBe(12821)
    expect(mean({ base: 'all' })[0]).toBe(Math.floor((3946.0784 * 102) / 141))
  })
})

describe('public aid', () => {
  const aid = (rows: readonly NormRow[], level: 'minimum' | 'sufficient', profile: AidProfile) =>
    rows.map((row) => (aidOf(row, level, profile) ?? 0) / 10)

  test('exact, and as published', () => {
    expect(aid(final.rows, 'minimum', 'exact').map(Math.round)).toEqual([0, 365, 1046, 2093, 5865])
    expect(aid(final.rows, 'sufficient', 'published')).toEqual([300, 1200, 2600, 5000, 13000])
    expect(aid(final.rows, 'minimum', 'published')).toEqual([0, 360, 1050, 2100, 5900])
    expect(aid(interim.rows, 'minimum', 'published')).toEqual([0, 400, 1100, 2100, 5600])
  })

  test('no one rounding gives the published list: two digits give 6 of 9 final, whole millions 8 of 9 interim figures', () => {
    const agreeing = (rows: readonly NormRow[], profile: AidProfile) =>
      (['minimum', 'sufficient'] as const).flatMap((level) => {
        const [ours, theirs] = [aid(rows, level, profile), aid(rows, level, 'published')]
        return theirs.filter((yen, at) => yen !== 0 && yen === ours[at])
      })
    expect(agreeing(final.rows, 'sig2')).toHaveLength(6)
    expect(agreeing(interim.rows, 'floor100')).toHaveLength(8)
    expect(aid(interim.rows, 'sufficient', 'floor100').at(-1)).toBe(12700)
  })

  test('none is published for choices that are not the paper’s', () => {
    const [row] = budgetNorm(catalogue, 'final', { itRate: 'juas-2016-mean' }).rows
    expect(row && aidOf(row, 'minimum', 'published')).toBe(null)
  })

  test('begins with the sufficient level and goes on with the minimum', () => {
    const path = stagedPath(rowOf('100-199'), { sufficientYears: 2, years: 4, aid: 'published' })
    expect(path.map(({ level, aidThousandYen }) => [level, aidThousandYen])).toEqual([
      ['sufficient', 12000],
      ['sufficient', 12000],
      ['minimum', 3600],
      ['minimum', 3600],
    ])
  })
})

describe('one facility against the norm', () => {
  const against = (facts: Parameters<typeof facilityAgainstNorm>[2]) => facilityAgainstNorm(catalogue, final, facts)

  test('by its own revenue where that is known, in whole yen', () => {
    expect(against({ beds: 180, revenueYen: 2_400_000_000, budgetYen: 5_000_000 })).toEqual({
      kind: 'own-revenue',
      row: '100-199',
      revenueYen: 2_400_000_000,
      minimum: { needYen: 7_956_000, shortfallYen: 2_956_000 },
      sufficient: { needYen: 15_912_000, shortfallYen: 10_912_000 },
    })
  })

  test('by its class of beds otherwise, and what is short stays unknown with the budget', () => {
    expect(against({ beds: 180 })).toMatchObject({ kind: 'bed-class', row: '100-199', minimum: { needYen: 8_397_677, shortfallYen: null } })
  })

  test('a clinic is outside of the paper, and nothing known is unknown', () => {
    expect(against({ beds: 0 })).toEqual({ kind: 'outside', beds: 0, smallest: 20 })
    expect(against({})).toEqual({ kind: 'unknown' })
  })
})

function rowOf(name: string): NormRow {
  const row = final.rows.find((one) => one.row === name)
  if (!row) throw new Error(`no row ${name}`)
  return row
}
