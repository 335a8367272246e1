import { loadCatalogue } from '@mimamori/catalog'
import { date } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { plainOf } from '../paper/index.ts'
import { boardPaper } from './model.ts'

const catalogue = loadCatalogue()
const items = catalogue.reference.items

function numbers(paper: ReturnType<typeof boardPaper>) {
  const block = paper.blocks.find((one) => one.kind === 'numbers')
  return (block?.cards ?? []).map((card) => [plainOf(card.label), card.value, ...card.notes.map(plainOf)])
}

test('the page for the director has three numbers, each with its base', () => {
  expect(numbers(boardPaper(inputOf(catalogue, hospital(items, { vendors: 9 }))))).toEqual([
    ['確認が済んだ項目', '13/19', '「はい」9・「いいえ」3', '記入がまだの項目 6'],
    ['返事のない事業者', '1/9社', '最も長い会社で依頼から50日'],
    ['予定日を過ぎたもの', '3件', expect.stringMatching(/^開いている\d+件のうち$/), '次の予定日 令和8年12月20日'],
  ])
})

test('it asks for three decisions at most, one per kind of finding, with a box for each answer', () => {
  const text = JSON.stringify(boardPaper(inputOf(catalogue, hospital(items, { vendors: 9 }))).blocks)
  expect(text).toContain('お決めいただきたいこと(3件)')
  expect(text.split('□ 進める').length - 1).toBe(3)
  expect(text).toMatch(/ほかに同じ種類が\d+件あります/)
  expect(text).toContain('いまは段階1に向けて準備中です')
})

test('a facility that has not begun gets no shame and no number that means nothing', () => {
  const bare = hospital(items, { vendors: 0 })
  const empty = { ...bare, slices: { ...bare.slices, sheets: [], answers: [], evidence: [], requests: [] } }
  const paper = boardPaper(inputOf(catalogue, empty, { asOf: date('2026-04-01') }))
  expect(numbers(paper).slice(0, 2)).toEqual([
    ['確認が済んだ項目', '0/0', '「はい」0・「いいえ」0', '記入がまだの項目 0'],
    ['返事のない事業者', '0/0社', '事業者はまだ登録されていません'],
  ])
  expect(JSON.stringify(paper.blocks)).toContain('チェックリストの記入は、これから始めます。')
})
