import { describe, expect, test } from 'vitest'
import { errorTexts } from './error-texts.ts'
import { placeInWords, problem, problemInWords, UserError, userError } from './errors.ts'

describe('every error', () => {
  test('has its sentences in both languages, with the same values in both, and no word of an exam', () => {
    for (const [code, { message, action }] of Object.entries(errorTexts)) {
      for (const text of [message, action]) {
        const names = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort(undefined)
        expect([code, [...new Set(names(text.ja))]]).toEqual([code, [...new Set(names(text.en))]])
        expect(text.ja).not.toMatch(/[!！]|合格|不合格|違反|未達|エラーが発生しました|管理者にお問い合わせ/)
      }
      expect([code, /[。?？か}]$/.test(message.ja)]).toEqual([code, true])
    }
  })
})

describe('a problem', () => {
  const place = { file: '台帳.xlsx', sheet: '2階', row: 14, column: 'E' }

  test('says where it is in the words of the screen', () => {
    expect(placeInWords(place, 'ja')).toBe('台帳.xlsx「2階」シート、14行、E列')
    expect(placeInWords(place, 'en')).toBe('台帳.xlsx, sheet "2階", row 14, column E')
    expect(placeInWords({ file: 'facility.yaml', row: 3, column: 'facility.beds' }, 'ja')).toBe('facility.yaml、3行、「facility.beds」の欄')
    expect(problemInWords(problem('value/not-a-date', place, { value: 'R8.13.1' }), 'ja')).toBe(
      '台帳.xlsx「2階」シート、14行、E列:「R8.13.1」は日付として読めません。例:令和8年11月20日、R8.11.20、2026/11/20',
    )
  })

  test('shows words of the file on one line, cut to a length a person reads', () => {
    const shown = problem('value/not-a-date', {}, { value: `a\u202e\nb${'長'.repeat(500)}` }).message.ja
    expect(shown).toMatch(/^「a b長{56,57}…」/)
  })

  test('that is thrown carries both languages and its place flat, as programs print it', () => {
    const error = userError('excel/password', { file: 'a.xlsx' })
    expect(error).toBeInstanceOf(UserError)
    expect(error.problem).toEqual({ code: 'excel/password', message: error.texts, action: error.action, file: 'a.xlsx' })
  })

  test('without a value for its sentence is our own mistake', () => {
    expect(() => problem('value/not-a-date', {})).toThrow('no value for {value}')
  })
})
