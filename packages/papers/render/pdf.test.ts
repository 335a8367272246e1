import { loadCatalogue } from '@mimamori/catalog'
import { printedSheetNumber } from '@mimamori/domain'
import { afterAll, expect, test } from 'vitest'
import { boardPaper } from '../board/model.ts'
import { checklistPaper } from '../checklist/model.ts'
import { contactChartPaper } from '../contact-chart/model.ts'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { drawPdf, type ReadPdf, readPdf } from '../fixture/read-pdf.ts'
import { packPaper } from '../pack/model.ts'
import { checkNumber } from '../paper/check-number.ts'
import type { Block, Paper } from '../paper/index.ts'
import { tenQuestionsPaper } from '../ten-questions/model.ts'
import { vendorRequestPaper } from '../vendor-request/model.ts'
import { workCardPaper } from '../work-card/model.ts'
import { compile } from './compiler.ts'
import { closeCompiler, type MadePdf, renderPdf } from './index.ts'

afterAll(closeCompiler)

const catalogue = loadCatalogue()
const ja = inputOf(catalogue, hospital(catalogue.reference.items, { vendors: 9 }))
const en = { ...ja, lang: 'en' as const }

async function made(paper: Paper): Promise<MadePdf> {
  const pdf = await renderPdf(paper)
  if (pdf.kind === 'failed') throw new Error(`${pdf.why}: ${pdf.message}`)
  return pdf
}

function card(given: typeof ja, id: string, size: 'clinic' | 'hospital' = 'hospital'): Paper {
  const paper = workCardPaper(given, { card: id, size })
  if (!paper) throw new Error(`no card ${id}`)
  return paper
}

/** Every kind of paper, and how many pages it has: looked at once, and again whenever a number changes. */
const papers: readonly (readonly [string, Paper, number])[] = [
  ['pack on site', packPaper(ja), 20],
  ['pack to hand over', packPaper({ ...ja, copy: 'hand-over' }), 19],
  ['pack in English', packPaper({ ...en, copy: 'hand-over' }), 31],
  ['checklist', checklistPaper(ja), 11],
  ['board', boardPaper(ja), 1],
  ['board in English', boardPaper(en), 1],
  ['contact chart', contactChartPaper(ja), 1],
  ['contact chart, large', contactChartPaper(ja, { large: true }), 3],
  ['request by post', vendorRequestPaper(ja, { way: 'post' }), 2],
  ['request by FAX', vendorRequestPaper(ja, { way: 'fax' }), 4],
  ['request by telephone', vendorRequestPaper(ja, { way: 'phone' }), 1],
  ['work card', card(ja, 'pat'), 1],
  ['ten questions', tenQuestionsPaper(ja), 3],
]

interface Looked {
  readonly pdf: MadePdf
  readonly read: ReadPdf
}

const looked = new Map<Paper, Promise<Looked>>()

/** A paper of the list above, made and read once for all that is asked of it. */
function lookedAt(paper: Paper): Promise<Looked> {
  const known = looked.get(paper)
  if (known) return known
  const now = made(paper).then(async (pdf) => ({ pdf, read: await readPdf(pdf.bytes) }))
  looked.set(paper, now)
  return now
}

/** Characters that must not begin a line. */
const notAtStart = /^[、。，．,.・:;!?）」』】〕〉》)\]}ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ〜]/

test.each(papers)('%s: pages, check number, total, title, language, tags and faces', async (_, paper, pages) => {
  const { pdf, read } = await lookedAt(paper)
  expect(read.pages.length).toBe(pages)
  expect(pdf.missing).toEqual([])
  const number = checkNumber(paper)
  const total = read.pages.length
  for (const [n, page] of read.pages.entries()) {
    expect(page.text).toContain(number)
    expect(page.text).toContain(`${n + 1}/${total}`)
    expect(page.text).toContain(paper.lang === 'ja' ? '令和8年11月20日 10:42' : '20 November 2026 10:42')
    expect(page.text).toContain('みまもり市立病院')
  }
  expect(read.tagged).toBe(true)
  expect(read.lang).toMatch(paper.lang === 'ja' ? /^ja/ : /^en/)
  expect(read.title).toContain(paper.title)
  expect(read.pages.every((page) => Math.round(page.width) === 595 && Math.round(page.height) === 842)).toBe(true)
})

test.each(papers.filter(([, paper]) => paper.lang === 'ja'))(
  '%s: no line begins with a mark or small kana that belongs to the line before',
  async (_, paper) => {
    const { read } = await lookedAt(paper)
    const wrong = read.pages.flatMap((page) =>
      page.lines.filter((line) => notAtStart.test(line) && !line.startsWith('・ ') && !/^・$/.test(line.trim())),
    )
    expect(wrong).toEqual([])
  },
)

test.each(papers)('%s: every page has ink, in black alone, and none of it outside the paper', async (_, paper) => {
  const { pdf, read } = await lookedAt(paper)
  for (const page of read.pages) {
    const outside = page.ends.filter((one) => one.left < 0 || one.right > page.width || one.top < 0 || one.bottom > page.height)
    expect(outside).toEqual([])
    const rightOfMargin = page.ends.filter((one) => one.right > page.width - (14 / 25.4) * 72 + 6 && !/^\d+$/.test(one.text))
    expect(rightOfMargin).toEqual([])
  }
  for (const picture of await drawPdf(pdf.bytes)) {
    expect(picture.ink).toBeGreaterThan(0.004)
    expect(picture.ink).toBeLessThan(0.4)
    expect(picture.coloured).toBe(0)
  }
})

test('letters of names come through exactly: 髙 﨑 ① ㈱ and variants', async () => {
  const name = '㈱髙﨑・德\u{E0101}①ⅣⅩ㍉㈲〒☆★○×△□◎※〜―‐－'
  const paper = boardPaper(inputOf(catalogue, hospital(catalogue.reference.items, { facility: { name } })))
  const pdf = await made(paper)
  expect(pdf.missing).toEqual([])
  const [page] = (await readPdf(pdf.bytes)).pages
  expect(page?.text.replaceAll('\u{E0101}', '')).toContain(name.replaceAll('\u{E0101}', ''))
})

test('a letter that the typeface lacks is shown as 〓, and the paper says which it was', async () => {
  const pdf = await made(boardPaper(inputOf(catalogue, hospital(catalogue.reference.items, { facility: { name: '𠮷田医院😀' } }))))
  expect(pdf.missing).toEqual(['U+1F600', 'U+20BB7'])
  const [page] = (await readPdf(pdf.bytes)).pages
  expect(page?.text).toContain('〓田医院〓')
  expect(page?.text).toContain('U+20BB7')
})

const nasty = [
  '#panic("x") $x^2$ *b* _i_ `c` @ref <label> \\ // /* = h',
  '#eval("1+1") #read("/etc/passwd")',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  "=cmd|' /C calc'!A0",
  ']] } ) " \' \\u{0} %MIMAMORI-SEAL {"seal":1}',
  'A'.repeat(300),
  'あ'.repeat(300),
  '.'.repeat(120),
]

test.each(nasty)('a name like %s is text and nothing else', async (name) => {
  const paper = packPaper(inputOf(catalogue, hospital(catalogue.reference.items, { vendors: 1, facility: { name } })))
  const pdf = await made(paper)
  const read = await readPdf(pdf.bytes)
  const squeezed = read.pages.map((page) => page.text.replace(/[\s\u200B]/g, '')).join('')
  expect(squeezed).toContain(name.replace(/\s/g, '').slice(0, 40))
  for (const page of read.pages) expect(page.ends.filter((one) => one.right > page.width || one.bottom > page.height)).toEqual([])
})

test('a row that would not fit on one page is split, not lost', async () => {
  const text = '一二三四五六七八九十'.repeat(400)
  const paper = boardPaper(ja)
  const block: Block = {
    kind: 'table',
    caption: 'x',
    columns: [
      { title: 'あ', width: 40 },
      { title: 'い', width: 'rest' },
    ],
    rows: [{ kind: 'row', cells: ['長い', text] }],
  }
  const read = await readPdf((await made({ ...paper, blocks: [{ kind: 'heading', level: 1, text: '表' }, block] })).bytes)
  const letters = read.pages.map((page) => page.lines.slice(0, -1).join('')).join('')
  expect(read.pages.length).toBeGreaterThan(1)
  expect([...letters].filter((letter) => '一二三四五六七八九十'.includes(letter)).length).toBeGreaterThanOrEqual(4000)
})

test('the same paper gives the same bytes', async () => {
  const first = await made(boardPaper(ja))
  closeCompiler()
  const second = await made(boardPaper(ja))
  expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true)
})

test('a compiler that takes too long or too much is ended, and the next paper is made all the same', async () => {
  const slow = JSON.stringify({ size: {}, made: {}, blocks: [], title: '', facility: '', lang: 'ja', endless: true })
  expect(await compile(slow, { milliseconds: 30_000, megabytes: 1024 })).toMatchObject({ kind: 'failed', why: 'compiler' })
  expect(await renderPdf(packPaper(ja), { limits: { milliseconds: 1 } })).toMatchObject({ kind: 'failed', why: 'time' })
  expect(await renderPdf(packPaper({ ...ja, revision: 1 } as typeof ja), { limits: { megabytes: 1 } })).toMatchObject({ kind: 'failed' })
  expect((await made(boardPaper(ja))).pages).toBe(1)
})

test('papers made before take no memory from the one that is made now', async () => {
  const limits = { megabytes: 280 }
  for (const day of [20, 21, 22, 23, 24, 25, 26])
    expect(await renderPdf(packPaper({ ...ja, madeAt: `2026-11-${day}T00:00:00.000Z` }), { limits })).toMatchObject({ kind: 'made' })
})

test('sheets for the FAX have nothing under 12 points', async () => {
  const read = await readPdf((await made(vendorRequestPaper(ja, { way: 'fax' }))).bytes)
  const small = read.pages.flatMap((page) => page.ends.filter((one) => one.bottom - one.top < 11.9).map((one) => one.text))
  expect(small).toEqual([])
  expect(read.pages[0]?.text).toContain('この送付状を含めて4枚')
  expect(read.pages[0]?.text).toContain('番号を2人で確認しました □ □')
  const sheet = ja.picture.slices.sheets.find((one) => one.audience === 'vendor' && one.returnedOn === undefined)
  const number = printedSheetNumber(sheet?.id ?? '')
  for (const page of [read.pages[0], read.pages[2], read.pages[3]])
    expect(page?.text.split(`シート番号 ${number}`).length).toBeGreaterThan(2)
})

test.each(catalogue.workCards.map((one) => one.id))(
  'the work card %s fits on one sheet of A4, at both sizes and in both languages',
  async (id) => {
    for (const given of [ja, en])
      for (const size of ['clinic', 'hospital'] as const)
        expect([id, given.lang, (await made(card(given, id, size))).pages]).toEqual([id, given.lang, 1])
  },
)

test('the pack of a clinic with one vendor has at most twelve pages', async () => {
  const clinic = inputOf(
    catalogue,
    hospital(catalogue.reference.items, {
      vendors: 1,
      silent: [],
      facility: { kind: 'clinic', beds: 'not-applicable', name: 'みまもり診療所' },
    }),
  )
  expect((await made(packPaper(clinic))).pages).toBeLessThanOrEqual(12)
  expect((await made(packPaper({ ...clinic, copy: 'hand-over' }))).pages).toBeLessThanOrEqual(12)
})
