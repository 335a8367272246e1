import { loadCatalogue } from '@mimamori/catalog'
import { type Asset, type AssetId, date, entityId } from '@mimamori/domain'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import qrcode from 'qrcode-generator'
import { afterAll, describe, expect, test } from 'vitest'
import { applied, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { drawPdf, readPdf } from '../fixture/read-pdf.ts'
import type { Paper } from '../paper/index.ts'
import { closeCompiler, renderHtml, renderPdf } from '../render/index.ts'
import { assetLabelsPaper } from './labels.ts'
import { assetListPaper } from './list.ts'

afterAll(closeCompiler)

const catalogue = loadCatalogue()
const devices = Array.from(
  { length: 25 },
  (_, at): Asset => ({
    id: entityId<AssetId>(`ast:${at}`),
    name: `受付PC${at + 1}`,
    kind: 'pc',
    room: '受付',
    tag: `K-${at + 1}`,
    ...(at === 0 && { supportEndsOn: date('2027-10-14') }),
  }),
)
const picture = applied(
  hospital(catalogue.reference.items),
  devices.map((record) => ({ kind: 'add', slice: 'assets', record })),
)
const input = inputOf(catalogue, picture)
const assets = devices.map(({ id }) => id)

async function pagesOf(paper: Paper) {
  const made = await renderPdf(paper)
  if (made.kind === 'failed') throw new Error(made.message)
  return readPdf(made.bytes)
}

test('the list of devices has a line with a box for each, under the name of its group', () => {
  const groups = [{ name: { ja: '受付', en: 'Reception' }, from: 0, count: 25 }]
  const text = JSON.stringify(assetListPaper(input, { assets, groups }).blocks)
  expect(text.match(/"□"/g)).toHaveLength(25)
  expect(text).toContain('受付(25台)')
  expect(text).toContain('R9.10.14')
})

test('an empty list says so', () => {
  expect(JSON.stringify(assetListPaper(input, { assets: [] }).blocks)).toContain('一覧に載る機器はありません。')
})

test('a sheet holds 24 labels; places that are used up stay empty', async () => {
  const whole = await pagesOf(assetLabelsPaper(input, { assets: assets.slice(0, 24) }))
  expect(whole.pages).toHaveLength(1)
  const shifted = await pagesOf(assetLabelsPaper(input, { assets: assets.slice(0, 24), skip: 1 }))
  expect(shifted.pages).toHaveLength(2)
  const html = renderHtml(assetLabelsPaper(input, { assets, skip: 3 }))
  expect(html.match(/<div><\/div>/g)).toHaveLength(3)
  expect(html).toContain('照合番号')
  expect(html).not.toContain('<footer>')
})

describe('the code of a label', () => {
  const pageOf = (asset: string) => `https://mimamori.hospital.example:8443/f/fac:0123456789abcdef0123/assets/${asset}`
  const paper = assetLabelsPaper(input, { assets, pageOf })
  const [mm, dpi] = [25.4, 600]

  /** What a reader of codes must see of an address. */
  function modulesOf(text: string): readonly (readonly boolean[])[] {
    const code = qrcode(0, 'M')
    code.addData(text)
    code.make()
    const places = Array.from({ length: code.getModuleCount() }, (_, at) => at)
    return places.map((row) => places.map((column) => code.isDark(row, column)))
  }

  test('holds the address of the page of the device, on the screen and on paper, and a sheet still holds 24', async () => {
    const wanted = modulesOf(pageOf('ast:0'))
    const [, path = ''] = /<path d="([^"]+)"/.exec(renderHtml(paper)) ?? []
    const drawn = new Set([...path.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => `${x} ${y}`))
    expect(wanted.map((row, y) => row.map((_, x) => drawn.has(`${x + 4} ${y + 4}`)))).toEqual(wanted)
    const made = await renderPdf(paper)
    if (made.kind === 'failed') throw new Error(made.message)
    expect((await readPdf(made.bytes)).pages.map(({ text }) => text.match(/照合番号/g)?.length)).toEqual([24, 1])
    const [page] = await drawPdf(made.bytes, dpi)
    const picture = await loadImage(page?.png() ?? '')
    const canvas = createCanvas(picture.width, picture.height).getContext('2d')
    canvas.drawImage(picture, 0, 0)
    const size = 20 / (wanted.length + 8)
    const [left, top] = [6 + 66 - 3 + 1 - 20, 12.9 + 33.9 - 3 + 1 - 20]
    const isDark = (x: number, y: number) => {
      const [red = 255] = canvas.getImageData(Math.round((x * dpi) / mm), Math.round((y * dpi) / mm), 1, 1).data
      return red < 128
    }
    const printed = wanted.map((row, y) => row.map((_, x) => isDark(left + (x + 4.5) * size, top + (y + 4.5) * size)))
    expect(printed).toEqual(wanted)
  })
})
