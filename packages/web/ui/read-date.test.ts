import { date } from '@mimamori/domain'
import { describe, expect, test } from 'vitest'
import { readTypedDate } from './read-date.ts'

const today = date('2026-11-20')

describe('a date typed as offices write it', () => {
  test.each([
    ['令和8年11月20日', '2026-11-20'],
    ['令和8年11月20日(金)', '2026-11-20'],
    ['R8.11.20', '2026-11-20'],
    ['r8.11.20', '2026-11-20'],
    ['R8/11/20', '2026-11-20'],
    ['Ｒ８．１１．２０', '2026-11-20'],
    ['㋿8年11月20日', '2026-11-20'],
    ['2026/11/20', '2026-11-20'],
    ['2026-11-20', '2026-11-20'],
    ['２０２６－１１－２０', '2026-11-20'],
    ['2026年11月20日', '2026-11-20'],
    ['20261120', '2026-11-20'],
    ['令和元年5月1日', '2019-05-01'],
    ['R1.5.1', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['H31.4.30', '2019-04-30'],
    [' 2026 / 11 / 20 ', '2026-11-20'],
    ['11/20', '2026-11-20'],
    ['3月31日', '2027-03-31'],
    ['2028/2/29', '2028-02-29'],
  ])('%s is read as %s', (text, day) => {
    expect(readTypedDate(text, today)).toEqual({ kind: 'date', date: day })
  })

  test.each(['R8.13.1', '2026/2/30', '2027/2/29', '未定', 'R8', '2026', '11月', '令和8年', '8年', '0/0/0'])('%s is no date', (text) => {
    expect(readTypedDate(text, today)).toEqual({ kind: 'unreadable' })
  })

  test('a year of two digits alone is asked and not guessed', () => {
    expect(readTypedDate('8.11.20', today)).toEqual({ kind: 'which', options: ['2026-11-20', '2008-11-20'] })
    expect(readTypedDate('26/11/20', today)).toEqual({ kind: 'which', options: ['2044-11-20', '2026-11-20'] })
  })

  test('an empty field takes the date away', () => {
    expect(readTypedDate('  ', today)).toEqual({ kind: 'empty' })
  })
})
