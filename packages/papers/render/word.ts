import { Buffer } from 'node:buffer'
import { clockTime } from '../archive/clock-time.ts'
import { writeZip } from '../archive/zip-write.ts'
import { checkNumber } from '../paper/check-number.ts'
import type { Paper } from '../paper/index.ts'
import { dayAndTime } from '../paper/made.ts'
import { sayPlain } from '../paper/say.ts'
import { textOf } from '../text/index.ts'
import { footerLeft } from './document.ts'
import { sizesOf } from './sizes.ts'
import { wordBody } from './word-body.ts'
import { declaration, escapeXml, namespaces, stylesXml, twips } from './word-parts.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const typeOf = (part: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml`

/** The paper as a Word file to be worked on: same words and tables, no macro, nothing fetched. Drawings are left to the PDF. */
export async function renderWord(paper: Paper): Promise<Uint8Array> {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([
      [`${office}/officeDocument`, 'word/document.xml'],
      [`${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreOf(paper),
    'word/_rels/document.xml.rels': relations([
      [`${office}/styles`, 'styles.xml'],
      [`${office}/footer`, 'footer1.xml'],
    ]),
    'word/document.xml': documentOf(paper),
    'word/footer1.xml': footerOf(paper),
    'word/styles.xml': stylesXml(paper),
  }
  const files = Object.entries(parts).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
  return await writeZip(files, clockTime(paper.frozen.madeAt), { packed: true })
}

const contentTypes = [
  `${declaration}<Types xmlns="${packaged}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/word/document.xml" ContentType="${typeOf('document.main')}"/>`,
  `<Override PartName="/word/styles.xml" ContentType="${typeOf('styles')}"/>`,
  `<Override PartName="/word/footer1.xml" ContentType="${typeOf('footer')}"/>`,
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '</Types>',
].join('')

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${type}" Target="${target}"/>`)
  return `${declaration}<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`
}

function coreOf(paper: Paper): string {
  const made = `${new Date(paper.frozen.madeAt).toISOString().slice(0, 19)}Z`
  return [
    `${declaration}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(`${paper.facility} ${paper.title}`)}</dc:title><dc:creator>Mimamori</dc:creator><dc:language>${paper.lang}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('')
}

function documentOf(paper: Paper): string {
  const { bottom } = sizesOf(paper)
  const margins = `w:top="${twips(14)}" w:right="${twips(14)}" w:bottom="${twips(bottom)}" w:left="${twips(25)}" w:header="${twips(6)}" w:footer="${twips(7)}" w:gutter="0"`
  return [
    `${declaration}<w:document ${namespaces}><w:body>`,
    wordBody(paper.blocks),
    `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"/><w:pgMar ${margins}/></w:sectPr>`,
    '</w:body></w:document>',
  ].join('')
}

/** As on the other papers. NOTE: the number is that of the paper as it was made; what is changed in Word is no longer that paper. */
function footerOf(paper: Paper): string {
  const number = sayPlain(textOf(paper.lang).checkNumber, { number: checkNumber(paper) })
  const words = (text: string) => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
  const counted = (field: 'PAGE' | 'NUMPAGES') => `<w:fldSimple w:instr="${field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>`
  return [
    `${declaration}<w:ftr ${namespaces}><w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr>`,
    words(`${footerLeft(paper)}  ${dayAndTime(paper.frozen.madeAt, paper.lang)}  `),
    counted('PAGE'),
    words('/'),
    counted('NUMPAGES'),
    words(`  ${number}`),
    '</w:p></w:ftr>',
  ].join('')
}
