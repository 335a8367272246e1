import { loadCatalogue } from '@mimamori/catalog'
import { expect, test } from 'vitest'
import { boardPaper } from '../board/model.ts'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { packPaper } from '../pack/model.ts'
import { checkNumber } from '../paper/check-number.ts'
import { vendorRequestPaper } from '../vendor-request/model.ts'
import { renderHtml } from './html.ts'

const catalogue = loadCatalogue()
const input = inputOf(catalogue, hospital(catalogue.reference.items))

test('a paper as HTML has its language, title, tables with heads, links to its parts, and the check number', () => {
  const paper = packPaper(input)
  const html = renderHtml(paper)
  expect(html).toContain('<html lang="ja">')
  expect(html).toContain('<title>みまもり市立病院 検査用一式</title>')
  expect(html).toContain('<th scope="col"')
  expect(html).toContain(checkNumber(paper))
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThan(10)
  expect(links.filter((id) => !ids.has(id))).toEqual([])
})

test('where there are no pages, no sentence of a screen asks for one: it names the part and leads there', () => {
  for (const lang of ['ja', 'en'] as const) {
    const given = inputOf(catalogue, hospital(catalogue.reference.items), { lang })
    for (const paper of [packPaper(given), vendorRequestPaper(given, { way: 'fax' })]) {
      const text = renderHtml(paper).replace(/<style>[\s\S]*<\/style>|<[^>]+>/g, '')
      expect(text.match(/.{0,12}(→\s*頁|第\s*→|pages? →|―\s*頁|[全て]―|― (pages|including)).{0,12}/g)).toBeNull()
    }
  }
  expect(renderHtml(packPaper(input))).toContain('まず「<a href="#summary">総括表(設問の順)</a>」をご覧ください。')
})

test('HTML holds no script and fetches nothing', () => {
  for (const paper of [packPaper(input), boardPaper(input), vendorRequestPaper(input, { way: 'fax' })]) {
    const html = renderHtml(paper)
    expect(html).not.toMatch(/<script|<img|<link|<iframe|url\(|@import| on\w+=/i)
    expect(html).toContain("default-src 'none'")
  }
})

test.each(['</style><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '\\"}body{display:none}', "'; } @import 'x';"])(
  'a name like %s is text and nothing else',
  (name) => {
    const html = renderHtml(packPaper(inputOf(catalogue, hospital(catalogue.reference.items, { facility: { name } }))))
    expect(html).not.toContain(name)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(html).not.toMatch(/<script|<img/)
    const css = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? ''
    expect(css).not.toContain('display:none')
    expect(css).not.toContain('@import')
  },
)
