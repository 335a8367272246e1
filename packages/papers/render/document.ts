import { checkNumber } from '../paper/check-number.ts'
import type { Block, Cell, Paper, Rich, Row } from '../paper/index.ts'
import { dayAndTime } from '../paper/made.ts'
import { plainOf, sayPlain } from '../paper/say.ts'
import { textOf } from '../text/index.ts'
import { type Glyphs, replaceMissing } from './glyphs.ts'
import { sizesOf } from './sizes.ts'

const longestFooterName = 40
/** A row of more letters than this may be split: it would not fit on a page. */
const longestUnsplit = 900

/** What the PDF layout reads: the paper with its footer, sizes, and letters that the typeface has. */
export interface LayoutDocument {
  readonly json: string
  readonly checkNumber: string
  /** Code points that were replaced by 〓. */
  readonly missing: readonly string[]
}

export function layoutOf(paper: Paper, glyphs: Glyphs): LayoutDocument {
  const t = textOf(paper.lang)
  const number = checkNumber(paper)
  const missing = new Set<string>()
  const blocks = paper.blocks.map(prepared)
  const layout = {
    title: `${paper.facility} ${titleOf(paper)}`,
    facility: paper.facility,
    lang: paper.lang,
    size: sizesOf(paper),
    made: madeParts(paper.frozen.madeAt),
    footer: { left: footerLeft(paper), time: dayAndTime(paper.frozen.madeAt, paper.lang), number: sayPlain(t.checkNumber, { number }) },
    blocks,
    ...(paper.stock && { stock: paper.stock }),
    ...(paper.sheet && { sheet: paper.sheet }),
  }
  const clean = replaceMissing(layout, glyphs, missing)
  const codes = [...missing].sort()
  const note: Block = { kind: 'paragraph', size: 'small', text: sayPlain(t.missingLetters, { codes: codes.join(', ') }) }
  const withNote = codes.length === 0 ? clean : { ...clean, blocks: [...clean.blocks, note] }
  return { json: JSON.stringify(withNote), checkNumber: number, missing: codes }
}

/** 検査用一式(お渡しする控え). */
export function titleOf(paper: Paper): string {
  if (paper.kind !== 'pack' || paper.copy === undefined) return paper.title
  return `${paper.title}(${textOf(paper.lang).copies[paper.copy]})`
}

export function footerLeft(paper: Paper): string {
  const name = [...paper.facility]
  const short = name.length > longestFooterName ? `${name.slice(0, longestFooterName).join('')}…` : paper.facility
  return `${short} ${titleOf(paper)}`
}

/** The PDF states its time in UTC. */
function madeParts(madeAt: string) {
  const at = new Date(madeAt)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
  }
}

/** Marks the rows that may be split. */
function prepared(block: Block): unknown {
  if (block.kind === 'frame') return { ...block, blocks: block.blocks.map(prepared) }
  if (block.kind === 'beside') return { ...block, left: block.left.map(prepared), right: block.right.map(prepared) }
  if (block.kind !== 'table') return block
  return { ...block, rows: block.rows.map(preparedRow) }
}

function preparedRow(row: Row): unknown {
  if (row.kind === 'group') return row
  const long = row.cells.some((cell) => plainOf(textIn(cell)).length > longestUnsplit)
  return long ? { ...row, cells: row.cells.map((cell) => ({ ...(isCell(cell) ? cell : { text: cell }), long })) } : row
}

function isCell(cell: Rich | Cell): cell is Cell {
  return typeof cell === 'object' && 'text' in cell
}

function textIn(cell: Rich | Cell): Rich {
  return isCell(cell) ? cell.text : cell
}

/** Every plain text of a paper, for tests and for counting letters. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
