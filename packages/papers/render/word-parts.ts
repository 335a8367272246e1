import type { Paper } from '../paper/index.ts'
import { withoutControls } from './plain-text.ts'
import { sizesOf } from './sizes.ts'

const face = 'BIZ UDPゴシック'
const twipsPerMm = 1440 / 25.4
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const namespaces = `xmlns:w="${word}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Word counts lengths in twentieths of a point. */
export function twips(mm: number): number {
  return Math.round(mm * twipsPerMm)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text inside XML; what no XML may hold is left out. */
export function escapeXml(text: string): string {
  return withoutControls(text).replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)
}

/** The styles by which a person may change how the whole paper looks. */
export function stylesXml(paper: Paper): string {
  const s = sizesOf(paper)
  const half = (points: number) => Math.round(points * 2)
  const lang = paper.lang === 'ja' ? 'ja-JP' : 'en-GB'
  const fonts = `<w:rFonts w:ascii="${face}" w:hAnsi="${face}" w:eastAsia="${face}" w:cs="${face}"/>`
  const style = (id: string, name: string, inside: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${inside}</w:style>`
  const sized = (points: number, more = '') => `<w:rPr>${more}<w:sz w:val="${half(points)}"/><w:szCs w:val="${half(points)}"/></w:rPr>`
  const spaced = (before: number, after: number) => `<w:pPr><w:spacing w:before="${before}" w:after="${after}"/></w:pPr>`
  const heading = (level: number, points: number) =>
    style(
      `Heading${level}`,
      `heading ${level}`,
      `<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${level - 1}"/></w:pPr>${sized(points, '<w:b/>')}`,
    )
  return [
    `${declaration}<w:styles ${namespaces}>`,
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="${half(s.body)}"/><w:szCs w:val="${half(s.body)}"/><w:lang w:val="${lang}" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault>`,
    '<w:pPrDefault><w:pPr><w:spacing w:after="100"/></w:pPr></w:pPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    style('Title', 'Title', `<w:qFormat/>${spaced(60, 160)}${sized(s['page-title'], '<w:b/>')}`),
    heading(1, s.h1),
    heading(2, s.h2),
    heading(3, s.h3),
    style('Small', 'Small', sized(s.small)),
    style('Lead', 'Lead', sized(s.lead)),
    style('Listed', 'Listed', '<w:pPr><w:spacing w:after="40"/><w:ind w:left="240" w:hanging="240"/></w:pPr>'),
    style('Cell', 'Cell', `${spaced(30, 30)}${sized(s.table)}`),
    style('Number', 'Number', `${spaced(40, 40)}${sized(s.number, '<w:b/>')}`),
    '<w:style w:type="table" w:styleId="Framed"><w:name w:val="Framed"/><w:tblPr><w:tblBorders>',
    ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
      (side) => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>`,
    ),
    '</w:tblBorders><w:tblCellMar><w:left w:w="90" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '</w:styles>',
  ].join('')
}
