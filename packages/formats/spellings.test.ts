import { type CalendarDate, date, wareki, warekiShort } from '@mimamori/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFiscalYear, readJapaneseDate } from './dates.ts'
import { fixtureLines } from './fixtures/lines.ts'
import { printedNumber, readItemNumber, readNumberInSection, readSectionHeading } from './item-number.ts'
import { readAnswerMark } from './marks.ts'
import { foldCompany, foldText, looksLikeHtml } from './text.ts'

const days = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((one) => date(one.toISOString().slice(0, 10)))

function said(read: ReturnType<typeof readJapaneseDate>): string {
  return read.kind === 'date' ? read.date : read.kind
}

describe('a day as offices write it', () => {
  test.each(fixtureLines('dates.txt'))('%s is %s', (written, meant) => {
    expect(said(readJapaneseDate(written ?? ''))).toBe(meant)
  })

  test('reads back however our own papers print it', () => {
    fc.assert(
      fc.property(days, (day: CalendarDate) => {
        const [year, month, dom] = day.split('-')
        for (const written of [day, wareki(day), warekiShort(day), `${year}/${Number(month)}/${Number(dom)}`, `${year}${month}${dom}`]) {
          expect(readJapaneseDate(written)).toEqual({ kind: 'date', date: day })
        }
      }),
    )
  })

  test('as a serial number of Excel is the same in both date systems', () => {
    fc.assert(
      fc.property(days, (day: CalendarDate) => {
        const serial = Math.round((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000)
        expect(readJapaneseDate(serial)).toEqual({ kind: 'date', date: day })
        expect(readJapaneseDate(serial - 1462, { date1904: true })).toEqual({ kind: 'date', date: day })
      }),
    )
  })

  test('around the day that Excel believes to have existed is right', () => {
    expect([1, 59, 60, 61].map((serial) => said(readJapaneseDate(serial)))).toEqual([
      '1900-01-01',
      '1900-02-28',
      'not-a-date',
      '1900-03-01',
    ])
  })

  test('without a year is read by the fiscal year of its form', () => {
    expect(said(readJapaneseDate('9/1', { fiscalYear: 2026 }))).toBe('2026-09-01')
    expect(said(readJapaneseDate('1/29', { fiscalYear: 2026 }))).toBe('2027-01-29')
  })

  test('that is asked about names every reading', () => {
    expect(readJapaneseDate('8/11/20')).toEqual({ kind: 'ambiguous', candidates: ['2026-11-20', '1996-11-20', '2008-11-20', '2020-08-11'] })
  })

  test('of a fiscal year is read by era and by Western year', () => {
    expect(['令和8年度', 'R8', '2026年度', '令和元年度版', '来年度'].map(readFiscalYear)).toEqual([2026, 2026, 2026, 2019, undefined])
  })
})

describe('an answer as offices write it', () => {
  test.each(fixtureLines('marks.txt'))('%s is %s', (written, meant) => {
    expect(readAnswerMark(written ?? '')).toBe(meant)
  })

  test('is blank when the cell is', () => {
    expect(['', ' ', '　', '\n'].map(readAnswerMark)).toEqual(['blank', 'blank', 'blank', 'blank'])
  })
})

describe('an official number', () => {
  test.each(fixtureLines('item-numbers.txt'))('%s is %s', (written, meant) => {
    expect(readItemNumber(written ?? '') ?? '-').toBe(meant)
  })

  test('is printed so that it reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 20 }), (section, item) => {
        const number = `${section}-${String(item).padStart(2, '0')}`
        expect(readItemNumber(printedNumber(number))).toBe(number)
      }),
    )
  })

  test('may stand in a section, alone or before its question', () => {
    expect(['⑤', '(5)', '⑤退職者の', '(13) 接続元'].map((text) => readNumberInSection(text)?.item)).toEqual([5, 5, 5, 13])
    expect(readSectionHeading('2 医療情報システムの管理・運用')).toEqual({ section: 2, title: '医療情報システムの管理・運用' })
    expect(readSectionHeading('2-⑤')).toBeUndefined()
  })
})

describe('names', () => {
  test('are found as one whatever kanji, width or form of company they are written with', () => {
    expect(
      new Set(['㈱例システム', '例システム株式会社', '例システム(株)', '例ｼｽﾃﾑ（株）', '株式会社 例システム 御中'].map(foldCompany)).size,
    ).toBe(1)
    expect(foldText('髙﨑 德')).toBe(foldText('高崎徳'))
    expect(foldText('邉\u{e0101}')).toBe(foldText('辺'))
    expect(foldText('𠮷田')).toBe(foldText('吉田'))
    expect(foldText('PC-0１ A')).toBe(foldText('pc-01a'))
    expect(foldCompany('有限会社例システム')).not.toBe(foldCompany('例システム株式会社'))
  })

  test('with tags are known as such, comparisons are not', () => {
    expect(['<b>x</b>', '<script src="a">', '</p>'].map(looksLikeHtml)).toEqual([true, true, true])
    expect(['a < b', '5<6>4', '<-', '<例>'].map(looksLikeHtml)).toEqual([false, false, false, false])
  })
})
