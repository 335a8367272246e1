import { loadCatalogue } from '@mimamori/catalog'
import { type Change, date, entityId, type ItemId, type Picture } from '@mimamori/domain'
import { afterAll, expect, test } from 'vitest'
import { applied, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { cellsOf } from '../fixture/read-paper.ts'
import { readPdf } from '../fixture/read-pdf.ts'
import { closeCompiler, renderHtml, renderPdf } from '../render/index.ts'
import { visitRecordPaper } from './record.ts'
import { improvementReportPaper } from './report.ts'

afterAll(closeCompiler)

const catalogue = loadCatalogue()
const bare = hospital(catalogue.reference.items)
const of = { inspection: entityId<never>('in:1') }
const item = 'r7:2-06' as ItemId

/** A hospital that was inspected and noted four points, one of which is mended. */
function inspected(): Picture {
  const changes: readonly Change[] = [
    {
      kind: 'add',
      slice: 'inspections',
      record: { id: of.inspection, on: date('2026-12-04'), inspectors: '例県保健所 見立 二郎', present: '見本 花子' },
    },
    {
      kind: 'add',
      slice: 'tasks',
      record: {
        id: entityId('t:1'),
        title: '写し',
        createdOn: date('2026-12-04'),
        dueOn: date('2026-12-18'),
        state: 'done',
        doneOn: date('2026-12-16'),
      },
    },
    {
      kind: 'add',
      slice: 'tasks',
      record: { id: entityId('t:2'), title: '頻度', createdOn: date('2026-12-04'), dueOn: date('2027-01-31'), state: 'open' },
    },
    {
      kind: 'add',
      slice: 'inspectionPoints',
      record: { id: entityId('ip:1'), ...of, order: 1, kind: 'question', item, text: '更新の頻度は', answer: '月1回です' },
    },
    {
      kind: 'add',
      slice: 'inspectionPoints',
      record: {
        id: entityId('ip:2'),
        ...of,
        order: 3,
        kind: 'guidance',
        text: '台帳の更新を年2回に',
        dueOn: date('2027-01-31'),
        task: entityId('t:2'),
      },
    },
    {
      kind: 'add',
      slice: 'inspectionPoints',
      record: {
        id: entityId('ip:3'),
        ...of,
        order: 2,
        kind: 'promise',
        text: '運用管理規程の写し',
        dueOn: date('2026-12-18'),
        task: entityId('t:1'),
      },
    },
    { kind: 'add', slice: 'inspectionPoints', record: { id: entityId('ip:4'), ...of, order: 4, kind: 'seen', item, text: 'サーバ室' } },
  ]
  return applied(bare, changes)
}

const input = inputOf(catalogue, inspected())

test('the record of the day has each kind of point by its item, in the words used, with names and days and no verdict', () => {
  const paper = visitRecordPaper(input)
  expect(cellsOf(paper, '質問と答え')).toEqual([['2-⑥', '更新の頻度は', '月1回です']])
  expect(cellsOf(paper, 'あとで出す資料')).toEqual([['', '運用管理規程の写し', '', 'R8.12.18']])
  const text = JSON.stringify(paper.blocks)
  for (const word of ['例県保健所 見立 二郎', '令和8年12月4日(金)', 'サーバ室', '署名(自由記載)']) expect(text).toContain(word)
  expect(text).not.toMatch(/適合|不適|合格|〇|可否/)
})

test('the draft of the report lists what was promised or advised with what became of it, and leaves out what was only asked', () => {
  expect(cellsOf(improvementReportPaper(input), '改善報告書(下書き)')).toEqual([
    ['', '運用管理規程の写し', '', 'R8.12.18', '済み R8.12.16'],
    ['', '台帳の更新を年2回に', '', 'R9.1.31', 'これから'],
  ])
})

test('without a day of inspection the papers say where it is noted, and of several days the one asked for is taken', () => {
  expect(JSON.stringify(visitRecordPaper(inputOf(catalogue, bare)).blocks)).toContain('「指摘・指導の記録」に書くと')
  const later: Change = { kind: 'add', slice: 'inspections', record: { id: entityId('in:2'), on: date('2027-01-10') } }
  const two = inputOf(catalogue, applied(inspected(), [later]))
  expect(JSON.stringify(improvementReportPaper(two).blocks)).toContain('令和9年1月10日')
  expect(cellsOf(improvementReportPaper(two, of), '改善報告書(下書き)')).toHaveLength(2)
})

test('both print on one sheet each, in both languages, and as HTML', { timeout: 60_000 }, async () => {
  for (const lang of ['ja', 'en'] as const)
    for (const make of [visitRecordPaper, improvementReportPaper]) {
      const paper = make({ ...input, lang })
      const made = await renderPdf(paper)
      if (made.kind !== 'made') throw new Error('not made')
      expect([paper.kind, lang, (await readPdf(made.bytes)).pages.length]).toEqual([paper.kind, lang, 1])
      expect(renderHtml(paper)).toContain('運用管理規程の写し')
    }
})
