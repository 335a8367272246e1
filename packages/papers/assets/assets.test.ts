import { loadCatalogue } from '@mimamori/catalog'
import { type Asset, type AssetId, date, entityId } from '@mimamori/domain'
import { afterAll, expect, test } from 'vitest'
import { applied, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { readPdf } from '../fixture/read-pdf.ts'
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
