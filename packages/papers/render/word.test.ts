import { loadCatalogue } from '@mimamori/catalog'
import { expect, test } from 'vitest'
import { readZip } from '../archive/zip-read.ts'
import { boardPaper } from '../board/model.ts'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { checkNumber } from '../paper/check-number.ts'
import type { Paper } from '../paper/index.ts'
import { renderWord } from './word.ts'

const catalogue = loadCatalogue()
const board = boardPaper(inputOf(catalogue, hospital(catalogue.reference.items, { vendors: 9 })))

async function partsOf(paper: Paper): Promise<ReadonlyMap<string, string>> {
  const { files } = await readZip(await renderWord(paper))
  return new Map(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('utf8')]))
}

/** Every element that is opened is closed, in the right order. */
function isWellNested(xml: string): boolean {
  const open: string[] = []
  for (const [, closes, name, alone] of xml.matchAll(/<(\/?)([\w:.-]+)(?:"[^"]*"|[^>"])*?(\/?)>/g)) {
    if (closes) {
      if (open.pop() !== name) return false
    } else if (!alone) open.push(name ?? '')
  }
  return open.length === 0
}

test('a Word file says what the paper says, in A4, with headings that Word knows and the check number at the foot', async () => {
  const parts = await partsOf(board)
  for (const [path, xml] of parts) expect([path, isWellNested(xml.replace(/^<\?.*?\?>/, ''))]).toEqual([path, true])
  const text = parts.get('word/document.xml') ?? ''
  for (const words of ['情報の守り:現状と、お決めいただきたいこと', '13/19', '□ 進める', '文書番号']) expect(text).toContain(words)
  expect(text).toContain('<w:pStyle w:val="Heading2"/>')
  expect(text).toContain('<w:pgSz w:w="11906" w:h="16838"/>')
  expect(parts.get('word/footer1.xml')).toContain(checkNumber(board))
})

test('a text of a person stays text: nothing of it becomes a part of the file, and what XML may not hold is left out', async () => {
  const hostile = `<w:br/>&"\u0000\u000b\ud800]]>\n二行目`
  const parts = await partsOf({ ...board, title: hostile, blocks: [{ kind: 'paragraph', text: hostile }] })
  const text = parts.get('word/document.xml') ?? ''
  expect(isWellNested(text.replace(/^<\?.*?\?>/, ''))).toBe(true)
  expect(text).toContain('&lt;w:br/&gt;&amp;&quot;\ufffd]]&gt;</w:t><w:br/>')
  expect(text).not.toContain('\u0000')
})

test('the same paper gives the same Word file, and one that holds neither macros nor anything to fetch', async () => {
  expect(await renderWord(board)).toEqual(await renderWord(board))
  const parts = await partsOf(board)
  expect([...parts.keys()].filter((path) => /vba|macro|external/i.test(path))).toEqual([])
  expect([...parts.values()].join('')).not.toMatch(/TargetMode|instrText|https?:\/\/(?!schemas|purl|www\.w3)/)
})
