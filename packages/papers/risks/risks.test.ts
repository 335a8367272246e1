import { join } from 'node:path'
import { loadCatalogue } from '@mimamori/catalog'
import { date } from '@mimamori/domain'
import { readFolder } from '@mimamori/formats'
import { afterAll, expect, test } from 'vitest'
import { inputOf } from '../fixture/input.ts'
import { readPdf } from '../fixture/read-pdf.ts'
import { closeCompiler, matrixPaper, type Paper, packPaper, renderPdf, riskAgreementPaper, riskLetterPaper } from '../index.ts'

afterAll(closeCompiler)

const catalogue = loadCatalogue()
const asOf = date('2026-11-20')
const { picture } = await readFolder(join(import.meta.dirname, '../../../examples/hospital-180beds'), { asOf })
const input = inputOf(catalogue, picture, { asOf })
const english = { ...input, lang: 'en' as const }

async function pagesOf(paper: Paper): Promise<readonly string[]> {
  const pdf = await renderPdf(paper)
  if (pdf.kind === 'failed') throw new Error(pdf.message)
  expect(pdf.missing).toEqual([])
  return (await readPdf(pdf.bytes)).pages.map(({ text }) => text)
}

test('the matrix has every risk once, in two columns, on paper lying on its side, and as a worksheet with its scene', async () => {
  for (const each of [input, english]) {
    const paper = matrixPaper(each)
    const [sheet] = paper.worksheets ?? []
    expect(sheet?.table.rows).toHaveLength(catalogue.reference.risks.length)
    const text = (await pagesOf(paper)).join('\n')
    expect(text).not.toMatch(/\{\w+\}/)
  }
  const text = JSON.stringify(matrixPaper(input).blocks)
  for (const part of ['× メールの自動検査 ■', '代わり:', '閉じるには:', '令和9年3月31日まで承知', '公式の文書ではありません'])
    expect(text).toContain(part)
})

test('of one vendor the matrix has what that vendor has a part in', () => {
  const rows = (paper: Paper) => paper.worksheets?.[0]?.table.rows.length ?? 0
  const vendor = picture.slices.vendors[0]?.id ?? ''
  expect(rows(matrixPaper(input, { vendor }))).toBeLessThan(rows(matrixPaper(input)))
})

test('a letter says whether it asks, requests or offers, fits on one page with the box for the answer, and names one vendor alone', async () => {
  const letters = {
    'decision:response-hours': ['リスク対策の実施のお願い(依頼)', '例システム株式会社', '例会計株式会社'],
    'decision:remote-off': ['リスク対策への協力の申し出', '例会計株式会社', '例システム株式会社'],
  } as const
  for (const [decision, [heading, to, other]] of Object.entries(letters)) {
    const paper = riskLetterPaper(input, { decision })
    expect(await pagesOf(paper)).toHaveLength(1)
    const text = JSON.stringify(paper.blocks)
    expect(text).toContain(heading)
    expect(text).toContain(to)
    expect(text).not.toContain(other)
  }
  const confirm = { ...picture.slices.riskDecisions[0], kind: 'confirm' as const }
  const changed = { ...picture, slices: { ...picture.slices, riskDecisions: [confirm, ...picture.slices.riskDecisions.slice(1)] } }
  const asked = riskLetterPaper(inputOf(catalogue, changed as typeof picture, { asOf }), { decision: confirm.id ?? '' }) // one record with another kind
  expect(JSON.stringify(asked.blocks)).toContain('リスク対策の状況の確認のお願い')
})

test('the agreement is one sheet with room for the hands of both sides, and says what is recorded', async () => {
  for (const each of [input, english])
    expect(await pagesOf(riskAgreementPaper(each, { decision: 'decision:response-hours' }))).toHaveLength(1)
  const text = JSON.stringify(riskAgreementPaper(input, { decision: 'decision:response-hours' }).blocks)
  for (const part of ['夜間は翌朝の対応になります。', '手本 一郎(記録あり)', '令和9年3月31日', '契約の内容は変わりません'])
    expect(text).toContain(part)
  expect(await pagesOf(riskAgreementPaper(input))).toHaveLength(2)
})

test('the pack that stays in the house tells the agreements, the copy to hand over does not', () => {
  expect(JSON.stringify(packPaper(input).blocks)).toContain('"anchor":"agreements"')
  expect(JSON.stringify(packPaper({ ...input, copy: 'hand-over' }).blocks)).not.toContain('agreements')
})
