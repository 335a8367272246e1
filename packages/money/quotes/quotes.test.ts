import { loadCatalogue } from '@mimamori/catalog'
import { date } from '@mimamori/domain'
import { describe, expect, test } from 'vitest'
import { coverageOf } from './coverage.ts'
import { sumQuotes } from './sum.ts'
import { withoutTax, withTax } from './tax.ts'
import type { QuoteLine, QuoteSource } from './types.ts'

const catalogue = loadCatalogue()

function source(id: string): QuoteSource {
  const found = catalogue.quoteSources.find((one) => one.id === id)
  if (!found) throw new Error(`no source ${id}`)
  return found
}

const sumOf = (id: string, terminals = source(id).terminals) => sumQuotes(source(id).lines, { terminals })

describe('the quotes of paper 001 (pages 28, 29 and 49) come out again', () => {
  test('A: 699,600 a year and 60,500 for one assessment make 760,100; three years with one or with three of them', () => {
    const sum = sumOf('A')
    expect([sum.recurring.minYen, sum.visit.minYen, sum.firstYear.minYen, sum.firstYear.maxYen]).toEqual([
      699_600, 60_500, 760_100, 760_100,
    ])
    expect([sum.tco(3, 1).minYen, sum.tco(3).minYen, sum.tax]).toEqual([2_159_300, 2_280_300, 'yes'])
  })

  test('B: 70 to 180, of which the upper figure is no upper end', () => {
    expect(sumOf('B').firstYear).toEqual({ minYen: 700_000, maxYen: null, namedMaxYen: 1_800_000 })
  })

  test('C: 68.8 to 160.8, printed cut off as 68 to 160, with a hard disk that is bought once', () => {
    const sum = sumOf('C')
    expect(sum.firstYear).toEqual({ minYen: 688_000, maxYen: null, namedMaxYen: 1_608_000 })
    expect([sum.oneOff.minYen, sum.oneOff.maxYen, sum.recurring.minYen]).toEqual([30_000, 50_000, 658_000])
    expect(sum.tco(3).namedMaxYen).toBe(1_558_000 * 3 + 50_000)
  })

  test('what the paper prints is what comes out, cut off to ten thousand yen', () => {
    for (const { id, printed } of catalogue.quoteSources) {
      const { minYen, namedMaxYen } = sumOf(id).firstYear
      const cut = (yen: number) => (id === 'C' ? Math.trunc(yen / 10_000) * 10_000 : yen)
      expect([cut(minYen), cut(namedMaxYen)]).toEqual([printed.minYen, printed.maxYen])
    }
  })

  test('every price of A is one without tax and a tenth', () => {
    const prices = source('A').lines.map(({ minYen }) => minYen)
    expect(prices.map((yen) => withoutTax(yen))).toEqual([11_000, 22_000, 7_000, 13_000, 55_000])
    expect(prices.map((yen) => withTax(withoutTax(yen) ?? 0))).toEqual(prices)
    expect(withoutTax(100)).toBe(null)
  })
})

describe('a quote for so many terminals', () => {
  test('says nothing for another number of them, and the tariff tells how far it goes', () => {
    expect(sumOf('A', 40).unpriced).toEqual(['a-utm', 'a-antivirus-edr', 'a-remote-access', 'a-backup', 'a-assessment'])
    expect(source('A').lines.at(-1)?.tariffToTerminals).toBe(60)
  })

  test('takes the price of its size: above 100 terminals IDS of C costs 400,000', () => {
    const above = sumOf('C', 120)
    expect(above.unpriced).toEqual(['c-antivirus'])
    expect(above.recurring.minYen).toBe(100_000 + 400_000 + 100_000 + 450 * 12 * 120)
  })

  test('leaves out what is past its last day', () => {
    const line: QuoteLine = {
      ...{ id: 'old', title: { ja: '古い見積', en: 'old quote' }, minYen: 10, maxYen: 10, openUpper: false, unit: 'once' },
      ...{ taxIncluded: 'no', covers: [], confidence: 'ours', validUntil: date('2026-03-31') },
    }
    const fresh = { ...line, id: 'fresh', validUntil: date('2026-12-31'), taxIncluded: 'yes' } as const
    const sum = sumQuotes([line, fresh], { terminals: 1, asOf: date('2026-04-01') })
    expect([sum.expired, sum.firstYear.maxYen, sum.tax]).toEqual([['old'], 10, 'yes'])
    expect(sumQuotes([line, fresh], { terminals: 1, asOf: date('2026-03-31') })).toMatchObject({ expired: [], tax: 'mixed' })
  })
})

describe('held against the eight protections at six places', () => {
  test('the table has six places and eight protections', () => {
    expect([catalogue.protectionPlaces.length, catalogue.protections.length]).toEqual([6, 8])
    expect(new Set(catalogue.protectionPlaces.flatMap(({ protections }) => protections)).size).toBe(8)
  })

  test('each quote has its holes: A no mail, no servers and no passwords, B no mail, C none', () => {
    expect(catalogue.quoteSources.map((one) => [one.id, coverageOf(catalogue, one).holes])).toEqual([
      ['A', ['admin-passwords', 'mail-alertness', 'server-hardening']],
      ['B', ['mail-alertness']],
      ['C', []],
    ])
  })

  test('at each place it is told what is covered and what stays open', () => {
    const { places } = coverageOf(catalogue, source('A'))
    expect(places.map(({ place, covered, open }) => [place.id, covered, open])).toEqual([
      ['gate', ['vpn-hardening'], ['admin-passwords']],
      ['mail', ['antivirus'], ['mail-alertness']],
      ['corridor', ['ids-ips'], []],
      ['office-lock', [], ['server-hardening', 'admin-passwords']],
      ['office-watch', ['edr'], []],
      ['vault', ['offline-backup'], []],
    ])
  })

  test('what is not priced for so many terminals covers nothing', () => {
    expect(coverageOf(catalogue, source('A'), 40).covered).toEqual([])
  })
})
