import { loadCatalogue } from '@mimamori/catalog'
import { drawSvg, layoutMap, mapModel } from '@mimamori/diagram'
import { date } from '@mimamori/domain'
import { hospitalNetwork } from '@mimamori/testing/network'
import { afterAll, expect, test } from 'vitest'
import { packZip } from '../archive/pack-zip.ts'
import { readZip } from '../archive/zip-read.ts'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { readPdf } from '../fixture/read-pdf.ts'
import type { PaperInput } from '../paper/context.ts'
import { closeCompiler, renderHtml, renderPdf } from '../render/index.ts'
import { packPaper } from './model.ts'

afterAll(closeCompiler)

const catalogue = loadCatalogue()
const { trustClasses, assetKinds } = catalogue.reference
const drawn = layoutMap(mapModel({ ...hospitalNetwork({ endpoints: 214, zones: 6 }), trustClasses, assetKinds }))
const map = { svg: drawSvg(drawn, { theme: 'print' }), alt: drawn.about, unknowns: 3, confirmedOn: date('2026-11-18') }
const input = inputOf(catalogue, hospital(catalogue.reference.items), { map })
const handOver: PaperInput = { ...input, copy: 'hand-over' }

test('the pack that stays in the house shows the map on two sheets side by side, with its age and what nobody knows', async () => {
  const pdf = await renderPdf(packPaper(input))
  if (pdf.kind === 'failed') throw new Error(pdf.message)
  const pages = (await readPdf(pdf.bytes)).pages.map(({ text }) => text)
  expect(pages[0]).toContain('ネットワーク構成図')
  const at = pages.findIndex((text) => text.includes('わからないところ 3か所'))
  expect(pages[at]).toContain('確かめた日 令和8年11月18日')
  expect(pages[at]).toContain('この線で2枚目と重ねます')
  expect(pages[at + 1]).toContain('2枚のうち2枚目')
  expect(pages.length).toBeGreaterThan(at + 1)
  expect(renderHtml(packPaper(input)).match(/<img class="drawing"/g)?.length).toBe(1)
})

test('the copy that is handed over has none, whatever it is given', async () => {
  expect(renderHtml(packPaper(handOver))).not.toMatch(/class="drawing"|ネットワーク構成図/)
  const { files } = await readZip((await packZip(handOver)).bytes)
  for (const { bytes } of files) expect(Buffer.from(bytes).toString('utf8')).not.toContain('<svg')
})

test('the pack of a facility without a map has no empty page for it', () => {
  const { map: _, ...without } = input
  expect(renderHtml(packPaper(without))).not.toContain('ネットワーク構成図')
})
