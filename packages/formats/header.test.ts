import { expect, test } from 'vitest'
import { findHeader, similarHeading } from './header.ts'
import { textCell } from './table.ts'

function tableOf(...rows: readonly (readonly string[])[]) {
  return { rows: rows.map((texts, at) => ({ row: at + 1, cells: texts.map(textCell) })), merges: [] }
}

test('a word that stands in row after row is looked up once in the search for the headings', () => {
  const asked: string[] = []
  const meaningOf = (heading: string) => {
    asked.push(heading)
    return { 名称: 'name', 設置場所: 'room' }[heading]
  }
  const rows = Array.from({ length: 40 }, () => ['端末(内科)', '外来'])
  const header = findHeader(tableOf(['名称', '設置場所'], ...rows), { meaningOf, atLeast: 2, needs: ['name'] })
  expect(header?.at).toBe(0)
  expect(new Set(asked).size).toBe(asked.length)
})

test('a heading comes near to the known one with which it shares most pairs of letters, and to none with which it shares few', () => {
  const known = ['会社名', '契約開始日', '電話番号']
  expect(similarHeading('会社名称', known)).toBe('会社名')
  expect(similarHeading('契約の開始日', known)).toBe('契約開始日')
  expect(similarHeading('備考', known)).toBeUndefined()
  expect(similarHeading('電', known)).toBeUndefined()
  expect(similarHeading('', known)).toBeUndefined()
})
