import type { Block, Cell, Column, Drawing, Inline, Label, Rich, Row, Table } from '../paper/index.ts'
import { plainOf } from '../paper/index.ts'
import { escapeXml, twips } from './word-parts.ts'

/** Between the margins of upright A4. */
export const textWidthMm = 171
const sides = { left: 'left', center: 'center', right: 'right' } as const

interface Line {
  readonly style?: string
  readonly align?: keyof typeof sides
  readonly withNext?: boolean
  /** Properties of every run: bold in the column that names a row. */
  readonly bold?: boolean
  readonly numbered?: 'dots' | 'numbers' | 'boxes'
}

/** Blocks as paragraphs and tables of WordprocessingML, in their order. */
export function wordBody(blocks: readonly Block[]): string {
  return blocks.map(wordOf).join('')
}

function wordOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return lineOf(block.text, { style: `Heading${block.level}`, withNext: true }) + beside(block.beside)
    case 'title':
      return titleOf(block)
    case 'paragraph':
      return lineOf(block.text, {
        ...(block.size && { style: block.size === 'small' ? 'Small' : 'Lead' }),
        ...(block.align && { align: block.align }),
        ...(block.withNext && { withNext: true }),
      })
    case 'list':
      return block.items.map((item, n) => lineOf(listed(block.style, n, item), { style: 'Listed' })).join('')
    case 'table':
      return tableOf(block)
    case 'facts':
      return gridOf(factRows(block), [block.labelMm ?? 42, 'rest'])
    case 'numbers':
      return numbersOf(block.cards)
    case 'frame':
      return gridOf([[framed(block.title, block.blocks)]], ['rest'])
    case 'beside':
      return wordBody(block.left) + wordBody(block.right)
    default:
      return furnitureOf(block)
  }
}

type Furniture = Exclude<Block, { kind: 'heading' | 'title' | 'paragraph' | 'list' | 'table' | 'facts' | 'numbers' | 'frame' | 'beside' }>

/** What is there to be written on, sealed or turned over. */
function furnitureOf(block: Furniture): string {
  switch (block.kind) {
    case 'stamp':
      return gridOf([[lineOf(block.text, { bold: true }), lineOf(block.beside)]], [50, 'rest'])
    case 'writing':
      return gridOf([[lineOf(block.label, { style: 'Small' })]], ['rest'], block.heightMm)
    case 'seals':
      return gridOf(
        [[block.lines.map((text) => lineOf(text)).join(''), ...block.boxes.map((name) => lineOf(name, { align: 'center' }))]],
        ['rest', ...block.boxes.map(() => sealMm)],
        sealMm,
      )
    case 'signatures':
      return gridOf(
        block.labels.map((label) => [lineOf(label, { bold: true }), lineOf('')]),
        [40, 'rest'],
        11,
      )
    case 'sender':
      return [...block.lines, block.seal].map((text) => lineOf(text, { align: 'right' })).join('')
    case 'running':
      return lineOf(block.text, { style: 'Small', align: 'right' })
    case 'labels':
      return block.labels.map(labelOf).join('')
    case 'drawing':
      return drawingOf(block)
    case 'page':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    case 'gap':
      return `<w:p><w:pPr><w:spacing w:before="0" w:after="${twips(block.mm)}" w:line="20" w:lineRule="exact"/></w:pPr></w:p>`
    case 'fill':
    case 'anchor':
      return ''
  }
}

/** Side of a box for a seal. */
const sealMm = 22

function titleOf({ text, above, below, beside: author, side }: Extract<Block, { kind: 'title' }>): string {
  const align = side === 'left' ? 'left' : 'center'
  return [
    above === undefined ? '' : lineOf(above, { style: 'Small', align }),
    author === undefined ? '' : lineOf(author, { style: 'Small', align: 'right' }),
    lineOf(text, { style: 'Title', align }),
    below === undefined ? '' : lineOf(below, { align }),
  ].join('')
}

function beside(rich: Rich | undefined): string {
  return rich === undefined ? '' : lineOf(rich, { style: 'Small', align: 'right' })
}

const signs = { dots: '・', boxes: '□ ' } as const

function listed(style: 'dots' | 'numbers' | 'boxes', n: number, item: Rich): Rich {
  const sign = style === 'numbers' ? `${n + 1}. ` : signs[style]
  return typeof item === 'string' ? sign + item : [sign, ...item]
}

function labelOf(label: Label | 'used'): string {
  if (label === 'used') return ''
  return [lineOf(label.title, { bold: true }), ...label.lines.map((one) => lineOf(one)), lineOf(label.foot, { style: 'Small' })].join('')
}

/** NOTE: what is drawn stands in the PDF; here its words do. */
function drawingOf({ alt }: Drawing): string {
  return lineOf(alt, { style: 'Small' })
}

function numbersOf(cards: Extract<Block, { kind: 'numbers' }>['cards']): string {
  const cells = cards.map(({ label, value, notes }) =>
    [lineOf(label, { style: 'Small' }), lineOf(value, { style: 'Number' }), ...notes.map((note) => lineOf(note, { style: 'Small' }))].join(
      '',
    ),
  )
  return gridOf(
    [cells],
    cards.map(() => 'rest' as const),
  )
}

function framed(title: Rich | undefined, blocks: readonly Block[]): string {
  // NOTE: a cell must end with a paragraph, also where a table stands last in it.
  const inside = `${title === undefined ? '' : lineOf(title, { bold: true })}${wordBody(blocks)}`
  return inside.endsWith('</w:p>') ? inside : `${inside}${lineOf('')}`
}

function factRows({ rows }: Extract<Block, { kind: 'facts' }>): readonly (readonly string[])[] {
  return rows.map(({ label, value }) => [lineOf(label, { bold: true, style: 'Cell' }), lineOf(value, { style: 'Cell' })])
}

type Width = Column['width']

/** A framed grid; every cell is a run of paragraphs. */
function gridOf(rows: readonly (readonly string[])[], widths: readonly Width[], leastMm?: number): string {
  const columns = widthsOf(widths)
  const body = rows.map(
    (cells) => `<w:tr>${rowProperties({ leastMm })}${cells.map((cell, n) => cellOf(cell, columns[n] ?? 0)).join('')}</w:tr>`,
  )
  return tableWith(columns, body)
}

function tableOf({ columns, rows, rowMm, caption }: Table): string {
  const widths = widthsOf(columns.map(({ width }) => width))
  const hasHead = columns.some(({ title }) => title !== '')
  const head = `<w:tr>${rowProperties({ isHead: true })}${columns
    .map(({ title, align }, n) => cellOf(lineOf(title, { style: 'Cell', bold: true, align: align ?? 'left' }), widths[n] ?? 0))
    .join('')}</w:tr>`
  return tableWith(widths, [...(hasHead ? [head] : []), ...rows.map((row) => rowOf({ columns, widths, leastMm: rowMm }, row))], caption)
}

interface Grid {
  readonly columns: readonly Column[]
  readonly widths: readonly number[]
  readonly leastMm: number | undefined
}

function rowOf({ columns, widths, leastMm }: Grid, row: Row): string {
  if (row.kind === 'group') {
    const whole = widths.reduce((sum, one) => sum + one, 0)
    return `<w:tr>${rowProperties({})}${cellOf(lineOf(row.text, { style: 'Cell', bold: true, withNext: true }), whole, widths.length)}</w:tr>`
  }
  let at = 0
  const cells = row.cells.map((one) => {
    const cell: Cell = typeof one === 'object' && 'text' in one ? one : { text: one }
    const [column, span] = [columns[at], cell.span ?? 1]
    const width = widths.slice(at, at + span).reduce((sum, each) => sum + each, 0)
    at += span
    const align = cell.align ?? column?.align ?? 'left'
    const line = { style: 'Cell', align, bold: (column?.names ?? false) || (cell.framed ?? false) }
    return cellOf(lineOf(cell.text, line), width, span)
  })
  return `<w:tr>${rowProperties({ leastMm })}${cells.join('')}</w:tr>`
}

function rowProperties({ leastMm, isHead }: { leastMm?: number | undefined; isHead?: boolean }): string {
  const height = leastMm === undefined ? '' : `<w:trHeight w:val="${twips(leastMm)}" w:hRule="atLeast"/>`
  return `<w:trPr><w:cantSplit/>${height}${isHead ? '<w:tblHeader/>' : ''}</w:trPr>`
}

function cellOf(inside: string, width: number, span = 1): string {
  const over = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${over}</w:tcPr>${inside}</w:tc>`
}

function tableWith(widths: readonly number[], rows: readonly string[], caption?: string): string {
  const named = caption === undefined ? '' : `<w:tblCaption w:val="${escapeXml(caption)}"/>`
  const whole = widths.reduce((sum, one) => sum + one, 0)
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="Framed"/><w:tblW w:w="${whole}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${named}</w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    ...rows,
    '</w:tbl>',
    lineOf('', { style: 'Cell' }),
  ].join('')
}

/** Widths in twips; columns of the rest share what is left of the page. */
function widthsOf(widths: readonly Width[]): readonly number[] {
  const fixed = widths.reduce<number>((sum, width) => sum + (width === 'rest' ? 0 : width), 0)
  const rests = widths.filter((width) => width === 'rest').length
  const rest = Math.max(20, (textWidthMm - fixed) / Math.max(1, rests))
  return widths.map((width) => twips(width === 'rest' ? rest : width))
}

/** One paragraph; a line end inside it stays one. */
function lineOf(text: Rich, { style, align, withNext, bold }: Line = {}): string {
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    withNext ? '<w:keepNext/>' : '',
    align === undefined ? '' : `<w:jc w:val="${sides[align]}"/>`,
  ].join('')
  const runs = (typeof text === 'string' ? [text] : text).map((one) => runOf(one, bold ?? false)).join('')
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
}

function runOf(one: Inline, isBold: boolean): string {
  const bold = isBold || (typeof one === 'object' && 'bold' in one)
  const words = plainOf([one])
  if (words === '') return ''
  const lines = words.split('\n').map((part) => `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`)
  return `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r>`
}
