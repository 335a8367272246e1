import { loadCatalogue } from '@mimamori/catalog'
import { hospitalNetwork } from '@mimamori/testing/network'
import { describe, expect, test } from 'vitest'
import { layoutMap } from '../layout/layout.ts'
import { cutText, textWidth, wrapText } from '../layout/text-width.ts'
import { mapModel } from '../model/model.ts'
import type { MapInput } from '../model/types.ts'
import { drawSvg } from './draw.ts'
import { el, escaped } from './element.ts'

const { trustClasses, assetKinds } = loadCatalogue().reference
const network = hospitalNetwork({ endpoints: 214, zones: 6 })

function mapOf(some: Partial<MapInput> = {}) {
  return layoutMap(mapModel({ ...network, trustClasses, assetKinds, path: network.path, cut: network.cut, ...some }))
}

describe('the drawing', () => {
  test('has a title, a description of what is lit, and a sentence for every box, zone and line', () => {
    const map = mapOf()
    const svg = drawSvg(map)
    expect(svg).toContain('<title id="map-title">ネットワークの地図</title>')
    expect(svg).toContain('「来訪者用Wi-Fi」から「電子カルテサーバ」まで届く道を、番号の順に示しています。')
    expect(svg.match(/<title>/g)?.length).toBe(map.boxes.length + map.zones.length + map.edges.length + 1)
    for (const box of map.boxes) expect(svg).toContain(`<title>${escaped(box.label)}</title>`)
  })

  test('carries names as text, whatever is in them', () => {
    const name = '"><script>alert(1)</script> & \u0000\ud800]]>'
    const assets = network.assets.map((asset) => (asset.id === 'n:core' ? { ...asset, name } : asset))
    const svg = drawSvg(mapOf({ assets }))
    expect(svg).not.toContain('<script')
    expect([svg.includes('\u0000'), svg.isWellFormed()]).toEqual([false, true])
    expect(svg).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; ')
  })

  test('fetches nothing and runs nothing', () => {
    for (const theme of ['screen', 'page', 'print'] as const) {
      const svg = drawSvg(mapOf(), { theme })
      expect(svg).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg")|@import|<image|<style|<script|foreignObject|\son\w+=/)
    }
  })

  test('in black tells ages by hatching and dots, and has no other colour', () => {
    const svg = drawSvg(mapOf(), { theme: 'print' })
    expect(new Set(svg.match(/#[0-9a-f]{6}/g))).toEqual(new Set(['#ffffff', '#000000']))
    expect(svg).toContain('fill="url(#map-hatch)"')
    expect(svg).toContain('fill="url(#map-dots)"')
  })

  test('shows at which end a line that lets pass one way only arrives, as a shape that every program draws', () => {
    const map = mapOf()
    const [first, ...rest] = map.edges.map(({ oneWay: _, ...edge }) => edge)
    if (!first) throw new Error('a map without lines')
    const points = [
      { x: 10, y: 20 },
      { x: 10, y: 60 },
    ]
    const svg = drawSvg({ ...map, edges: [{ ...first, points, oneWay: true }, ...rest] })
    expect(svg).toContain('<path d="M10 60L5 50L15 50Z"')
    expect(svg).not.toContain('marker')
  })

  test('has a legend unless the page has its own', () => {
    expect(drawSvg(mapOf())).toContain('確かめた時期')
    expect(drawSvg(mapOf(), { legend: false })).not.toContain('確かめた時期')
  })

  test('says without a lit way which link was cut away', () => {
    const { path: _, ...rest } = network
    const map = layoutMap(mapModel({ ...rest, trustClasses, assetKinds }))
    expect([map.lit.length, map.marks.map((mark) => mark.kind)]).toEqual([0, ['cut']])
  })
})

test('an element escapes its attributes, line ends too', () => {
  expect(el('a', { b: '"<&\n', c: undefined, d: 1.234567 })).toBe('<a b="&quot;&lt;&amp;&#10;" d="1.23"/>')
})

test('texts are cut with … where they do not fit, and broken in two where two lines are allowed', () => {
  expect(cutText('資格確認ルーター', 13, 60)).toBe('資格確…')
  expect(textWidth(cutText('YAMAHA RTX1210 WAN', 12, 80), 12)).toBeLessThanOrEqual(80)
  expect(wrapText('オンライン資格確認の端末', 13, 100)).toEqual(['オンライン資格', '確認の端末'])
  expect(wrapText('Ward terminal nine', 13, 110)).toEqual(['Ward', 'terminal nine'])
  expect(wrapText('短い', 13, 100)).toEqual(['短い'])
})
