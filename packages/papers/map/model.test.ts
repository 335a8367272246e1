import { loadCatalogue } from '@mimamori/catalog'
import { drawSvg, layoutMap, mapModel } from '@mimamori/diagram'
import { date } from '@mimamori/domain'
import { hospitalNetwork } from '@mimamori/testing/network'
import { afterAll, expect, test } from 'vitest'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { drawPdf, readPdf } from '../fixture/read-pdf.ts'
import type { Paper } from '../paper/index.ts'
import { closeCompiler, renderExcel, renderHtml, renderPdf } from '../render/index.ts'
import { mapPaper } from './model.ts'

afterAll(closeCompiler)

const catalogue = loadCatalogue()
const { trustClasses, assetKinds } = catalogue.reference
const input = inputOf(catalogue, hospital(catalogue.reference.items, { vendors: 9 }))

function paperOf(lang: 'ja' | 'en', tiles: boolean, endpoints = 214, zones = 6): Paper {
  const network = hospitalNetwork({ endpoints, zones })
  const map = layoutMap(mapModel({ ...network, trustClasses, assetKinds, lang, path: network.path, cut: network.cut }))
  const options = { svg: drawSvg(map, { theme: 'print' }), alt: map.about, unknowns: 3, confirmedOn: date('2026-11-18'), tiles }
  return mapPaper({ ...input, lang }, options)
}

async function made(paper: Paper) {
  const pdf = await renderPdf(paper)
  if (pdf.kind === 'failed') throw new Error(`${pdf.why}: ${pdf.message}`)
  return pdf
}

test.each([
  [214, 6],
  [1_000, 15],
  [3_000, 20],
])(
  'the map of %i devices is one sheet of A3 on its side, in black, with its words as words of at least 6 points',
  async (endpoints, zones) => {
    for (const lang of ['ja', 'en'] as const) {
      const pdf = await made(paperOf(lang, false, endpoints, zones))
      const read = await readPdf(pdf.bytes)
      expect(pdf.missing).toEqual([])
      expect(read.pages.map((page) => [Math.round(page.width), Math.round(page.height)])).toEqual([[1191, 842]])
      const [page] = read.pages
      const words =
        lang === 'ja'
          ? ['ネットワークの地図', 'わからないところ 3か所', '確かめた日 令和8年11月18日', 'コアスイッチ', 'ここを外す', '確かめた時期']
          : ['Map of the network', 'Not known yet: 3', 'Cut here']
      for (const word of words) expect(page?.text).toContain(word)
      expect(page?.ends.filter((one) => one.bottom - one.top < 6).map((one) => one.text)).toEqual([])
      expect(page?.ends.filter((one) => one.left < 0 || one.right > 1191 || one.top < 0 || one.bottom > 842)).toEqual([])
      const [picture] = await drawPdf(pdf.bytes)
      expect(picture?.coloured).toBe(0)
      expect(picture?.inkAtEdge).toBe(0)
    }
  },
)

test('on four sheets of A4 every sheet says which it is and which joins it where', async () => {
  const pdf = await made(paperOf('ja', true))
  const read = await readPdf(pdf.bytes)
  expect(read.pages.map((page) => [Math.round(page.width), Math.round(page.height)])).toEqual(Array.from({ length: 4 }, () => [842, 595]))
  for (const [n, page] of read.pages.entries()) expect(page.text).toContain(`4枚のうち${n + 1}枚目`)
  expect(read.pages[0]?.text).toContain('この線で2枚目と重ねます')
  expect(read.pages[0]?.text).toContain('この線で3枚目と重ねます')
})

test('is a picture with words for those who do not see it in HTML, and a line in Excel', async () => {
  const paper = paperOf('ja', true)
  expect(renderHtml(paper).match(/<img class="drawing" alt="外から中への順に/g)?.length).toBe(1)
  expect(renderHtml(paper)).toContain('size: A4 landscape')
  expect((await renderExcel(paper)).length).toBeGreaterThan(1_000)
})

test('letters of names that the face lacks are shown as 〓 in the drawing too', async () => {
  const network = hospitalNetwork({ endpoints: 30, zones: 3 })
  const assets = network.assets.map((asset) => (asset.id === 'n:core' ? { ...asset, name: '𠮷田のスイッチ' } : asset))
  const map = layoutMap(mapModel({ ...network, assets, trustClasses, assetKinds }))
  const pdf = await made(mapPaper(input, { svg: drawSvg(map, { theme: 'print' }), alt: map.about, unknowns: 0 }))
  expect(pdf.missing).toEqual(['U+20BB7'])
  expect((await readPdf(pdf.bytes)).pages[0]?.text).toContain('〓田のスイッチ')
})
