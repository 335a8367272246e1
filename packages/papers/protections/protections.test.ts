import { loadCatalogue } from '@mimamori/catalog'
import { expect, test } from 'vitest'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { cellsOf } from '../fixture/read-paper.ts'
import { readPdf } from '../fixture/read-pdf.ts'
import { renderPdf } from '../render/index.ts'
import { protectionsPaper } from './model.ts'

const catalogue = loadCatalogue()
const input = inputOf(catalogue, hospital(catalogue.reference.items))

test('the table names the six places with the state of each protection, and the holes of the quotes stand in it', () => {
  const paper = protectionsPaper(input)
  expect(cellsOf(paper, 'いまの状態').map(([place]) => place)).toEqual([
    ...['1 出入口の管理', '2 郵便物の管理', '3 廊下などの監視', '4 オフィスの管理', '5 オフィスの監視', '6 重要な書類の保管'],
  ])
  const quotes = cellsOf(paper, '3社の見積に入っているもの')
  const holes = (at: number) => quotes.filter((row) => row[at] === 'なし').map(([name]) => name)
  expect([holes(2), holes(3), holes(4)]).toEqual([
    ['管理者パスワードの管理', 'メールなどへの警戒', 'サーバーなどの弱点への対策'],
    ['メールなどへの警戒'],
    [],
  ])
  expect(quotes.at(-1)).toEqual(['初年の費用', '', '760,100円', '700,000〜1,800,000円(上限なし)', '688,000〜1,608,000円(上限なし)'])
})

test('the picture says in words what it shows, and holds no colour', () => {
  const [drawing] = protectionsPaper(input).blocks.filter((block) => block.kind === 'drawing')
  expect(drawing?.alt).toMatch(/^建物の断面の絵。1 出入口の管理:/)
  expect([...new Set(drawing?.svg.match(/#[0-9a-f]+/g))].toSorted()).toEqual(['#000', '#333', '#fff'])
})

test.each([
  ['ja', 2],
  ['en', 3],
] as const)('the table stays whole on the first page in %s, and the support behind it', async (lang, pages) => {
  const made = await renderPdf(protectionsPaper({ ...input, lang }))
  if (made.kind === 'failed') throw new Error('not made')
  const read = await readPdf(made.bytes)
  expect(read.pages.length).toBe(pages)
  expect(read.pages[0]?.text).toContain('760,100')
})
