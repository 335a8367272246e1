import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCatalogue } from '@mimamori/catalog'
import { byId, date, known } from '@mimamori/domain'
import { readChecklistFile, readFolder } from '@mimamori/formats'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { inputOf } from './fixture/input.ts'
import { type ReadPdf, readPdf } from './fixture/read-pdf.ts'
import {
  boardPaper,
  closeCompiler,
  contactChartPaper,
  handoverPaper,
  inspectionPaper,
  moneyPapers,
  type Paper,
  packPaper,
  packZip,
  plannedMeasuresOf,
  renderExcel,
  renderPdf,
  simulatedPlan,
  vendorRequestPaper,
  verify,
} from './index.ts'

afterAll(closeCompiler)

const catalogue = loadCatalogue()
const examples = join(import.meta.dirname, '../../examples')
const asOf = date('2026-11-20')

async function inputFrom(example: string) {
  const { picture } = await readFolder(join(examples, example), { asOf })
  return inputOf(catalogue, picture, { asOf })
}

async function read(paper: Paper): Promise<ReadPdf> {
  const pdf = await renderPdf(paper)
  if (pdf.kind === 'failed') throw new Error(pdf.message)
  expect(pdf.missing).toEqual([])
  return await readPdf(pdf.bytes)
}

function textOf(pdf: ReadPdf): string {
  return pdf.pages.map((page) => page.text).join('\n')
}

/** Pages of the pack on site, of the pack to hand over, of the board page, of the contact chart, of the readiness sheet and of the hand-over. */
test.each([
  ['clinic-1vendor', [13, 12, 1, 1, 3, 2]],
  ['hospital-180beds', [27, 22, 1, 1, 3, 3]],
  ['checkup-lab-centre', [13, 12, 1, 1, 3, 2]],
] as const)('%s: the papers have the pages that were looked at', async (example, pages) => {
  const input = await inputFrom(example)
  const papers = [
    packPaper(input),
    packPaper({ ...input, copy: 'hand-over' }),
    boardPaper(input),
    contactChartPaper(input),
    inspectionPaper(input),
    handoverPaper(input),
  ]
  const made: number[] = []
  for (const paper of papers) made.push((await read(paper)).pages.length)
  expect(made).toEqual(pages)
})

test('the contact chart is one sheet in English as well', async () => {
  for (const example of ['clinic-1vendor', 'hospital-180beds', 'checkup-lab-centre']) {
    const chart = await read(contactChartPaper({ ...(await inputFrom(example)), lang: 'en' }))
    expect([example, chart.pages.length]).toEqual([example, 1])
  }
})

test('the hospital of 180 beds: counts on the cover, the silent vendor and the two that disagree', async () => {
  const text = textOf(await read(packPaper({ ...(await inputFrom('hospital-180beds')), copy: 'hand-over' })))
  expect(text).toContain('記入済み 13・未記入 6(全19項目) 事業者の回答 8社・回答待ち 1社')
  expect(text).toMatch(/例画像株式会社\(画像\):依頼\d+回・最終 令和8年\d+月\d+日/)
  expect(text).toContain('※2')
  expect(text).not.toContain('※3')
})

test('every example packs into a ZIP with its evidence that verifies', async () => {
  for (const example of readdirSync(examples, { withFileTypes: true }).filter(({ name }) =>
    existsSync(join(examples, name, 'facility.yaml')),
  )) {
    const input = await inputFrom(example.name)
    const folder = join(examples, example.name, 'evidence')
    const files = readdirSync(join(examples, example.name)).includes('evidence') ? readdirSync(folder) : []
    const evidence = new Map(files.map((name) => [name.split('.')[0] ?? '', readFileSync(join(folder, name))]))
    const zip = await packZip(input, { evidence })
    const report = await verify(zip.bytes)
    expect([example.name, report.ok, zip.withoutFile]).toEqual([example.name, true, []])
    expect(report.files.filter((file) => file.path.startsWith('evidence/')).length).toBe(evidence.size)
  }
})

test('a vendor’s worksheet that was filled in is read back, item by item', async () => {
  const input = await inputFrom('hospital-180beds')
  const paper = vendorRequestPaper(input, { way: 'mail' })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await renderExcel(paper)).buffer as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  const head = sheet?.getColumn(1).values.indexOf('番号') ?? 0
  const words = ['はい', 'いいえ', 'このシステムにはない', '施設側の担当と考える']
  for (let n = 1; n <= 14; n++) {
    const row = sheet?.getRow(head + n)
    if (!row) continue
    row.getCell(4).value = words[(n - 1) % words.length] ?? ''
    row.getCell(5).value = 'R8.11.30'
    if (n % 4 === 2) row.getCell(6).value = 'R9.2.26'
    if (n % 4 === 3) row.getCell(7).value = '回線がありません'
  }
  const silent = input.picture.slices.sheets.find((one) => one.audience === 'vendor' && one.returnedOn === undefined)
  if (!silent) throw new Error('no silent vendor')
  const vendorName = byId(input.picture.slices.vendors, known(silent.vendor))?.name ?? ''
  const filled = new Uint8Array(await workbook.xlsx.writeBuffer())
  const back = await readChecklistFile(
    { name: '2026_1_01.xlsx', bytes: filled },
    { items: catalogue.reference.items, expect: { sheet: silent, vendorName } },
  )
  expect(back.problems).toEqual([])
  expect(back.header).toMatchObject({ audience: 'vendor', edition: 'r7', vendorName, fiscalYear: 2026 })
  expect(back.answers.map((one) => [one.item.number, one.part, one.fields.answer])).toEqual([
    ['1-①', undefined, 'yes'],
    ['2-②', undefined, 'no'],
    ['2-③', undefined, 'not-applicable'],
    ['2-④', undefined, 'other-party'],
    ['2-⑤', undefined, 'yes'],
    ['2-⑥', undefined, 'no'],
    ['2-⑦', undefined, 'not-applicable'],
    ['2-⑧', undefined, 'other-party'],
    ['2-⑨', undefined, 'yes'],
    ['2-⑩', undefined, 'no'],
    ['2-⑪', undefined, 'not-applicable'],
    ['2-⑫', 'server', 'other-party'],
    ['2-⑫', 'client-pc', 'yes'],
    ['2-⑬', undefined, 'no'],
  ])
  expect(back.answers[1]?.fields).toMatchObject({ checkedOn: '2026-11-30', targetOn: '2027-02-26' })
  expect(back.answers[2]?.fields.reason).toBe('回線がありません')
})

test.each(['ja', 'en'] as const)(
  'the director of the hospital gets one page of A4 with the plan, and every assumption on a paper of its own (%s)',
  async (lang) => {
    const input = { ...(await inputFrom('hospital-180beds')), lang }
    const { world } = input.analysis
    const plan = simulatedPlan(world, { lang, planned: plannedMeasuresOf(world), supportSchemes: catalogue.supportSchemes })
    const [board, annex] = [await read(moneyPapers['plan-board'](input, plan)), textOf(await read(moneyPapers['plan-annex'](input, plan)))]
    expect(board.pages.length).toBe(1)
    expect(plan.measures.length).toBeGreaterThan(0)
    const letters = (text: string) => text.replaceAll(/\s/g, '')
    for (const { name } of plan.assumptions) expect(letters(annex)).toContain(letters(name[lang]))
  },
)
