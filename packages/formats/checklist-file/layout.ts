import type { PrintedRow } from '@mimamori/domain'
import { itemNumber, readItemNumber, readNumberInSection, readSectionHeading } from '../item-number.ts'
import { cellText, isEmptyRow, type MergedRange, type Table, type TableRow } from '../table.ts'

/** What a column of the official form is for. */
export type ColumnUse = 'first' | 'first-yes' | 'first-no' | 'target' | 'second' | 'second-yes' | 'second-no' | 'note'

/** One numbered line of the official form, with what stands around it. */
export interface OfficialLine {
  readonly row: TableRow
  /** `2-05`, `0` for the line on whether systems are in use. */
  readonly number: string
  /** As printed, such as ⑤. */
  readonly printed: string
  readonly column: number
  readonly section: string
  readonly under: PrintedRow
  readonly question: string
}

export interface OfficialLayout {
  readonly table: Table
  readonly titles: readonly string[]
  readonly uses: ReadonlyMap<number, ColumnUse>
  readonly lines: readonly OfficialLine[]
  /** Why the layout is not the one known, in the words of the form. */
  readonly missing: readonly string[]
}

/** Reads a table as the official form since 令和5年度: headings of two or three rows, sections, numbers within a section. */
export function readLayout(table: Table): OfficialLayout {
  const at = table.rows.slice(0, 40).findIndex((row) => row.cells.some((cell) => /^(チェック|点検|確認)項目$/.test(squeezed(cell?.text))))
  const head = table.rows[at]
  if (!head) return { table, titles: textsOf(table.rows.slice(0, 20)), uses: new Map(), lines: [], missing: ['チェック項目'] }
  const { uses, last } = readUses(table, at)
  const lines = readLines(table, last + 1, Math.min(...uses.keys(), Number.POSITIVE_INFINITY))
  const has = new Set(uses.values())
  const missing = [
    ...(has.has('first') || has.has('first-yes') ? [] : ['1回目']),
    ...(has.has('target') ? [] : ['目標日']),
    ...(lines.length > 0 ? [] : ['番号(①など)']),
  ]
  return { table, titles: textsOf(table.rows.slice(0, at)), uses, lines, missing }
}

function textsOf(rows: readonly TableRow[]): readonly string[] {
  return rows.flatMap((row) => row.cells.flatMap((cell) => (cell ? [cell.text.trim()] : [])))
}

function squeezed(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').replace(/\s+/g, '')
}

const headings: readonly (readonly [RegExp, 'first' | 'target' | 'second' | 'note'])[] = [
  [/2回目/, 'second'],
  [/目標日|対応目標/, 'target'],
  [/1回目/, 'first'],
  [/備考|コメント|メモ/, 'note'],
]

/** Headings lie in up to three rows below 「チェック項目」; each reaches to the right as far as it is merged, or up to the next. */
function readUses(table: Table, at: number): { readonly uses: ReadonlyMap<number, ColumnUse>; readonly last: number } {
  const uses = new Map<number, ColumnUse>()
  let last = at
  for (const [offset, row] of table.rows.slice(at, at + 3).entries()) {
    const found = headingsIn(table, row)
    if (found.length === 0 && offset > 0) break
    if (found.length > 0) last = at + offset
    for (const { column, to, use } of found) for (let one = column; one <= to; one++) uses.set(one, use)
    for (const [column, use] of yesNoIn(row, uses)) {
      uses.set(column, use)
      last = at + offset
    }
  }
  return { uses: widened(table, uses, last), last }
}

function headingsIn(table: Table, row: TableRow): readonly { column: number; to: number; use: 'first' | 'target' | 'second' | 'note' }[] {
  return row.cells.flatMap((cell, column) => {
    const use = headings.find(([pattern]) => pattern.test(squeezed(cell?.text)))?.[1]
    return use ? [{ column, to: mergeAt(table.merges, row.row, column)?.right ?? column, use }] : []
  })
}

/** Columns of their own for はい and いいえ below 1回目 or 2回目. */
function yesNoIn(row: TableRow, uses: ReadonlyMap<number, ColumnUse>): readonly (readonly [number, ColumnUse])[] {
  return row.cells.flatMap((cell, column) => {
    const text = squeezed(cell?.text)
    const over = uses.get(column) ?? uses.get(column - 1)
    const which = over?.startsWith('second') ? 'second' : 'first'
    if (text !== 'はい' && text !== 'いいえ') return []
    return [[column, text === 'はい' ? (`${which}-yes` as const) : (`${which}-no` as const)] as const]
  })
}

/** A column without a heading belongs to the one on its left: the day beside an answer. */
function widened(table: Table, uses: ReadonlyMap<number, ColumnUse>, last: number): ReadonlyMap<number, ColumnUse> {
  const width = Math.max(0, ...table.rows.slice(last).map((row) => row.cells.length))
  const found = new Map(uses)
  let left: ColumnUse | undefined
  for (let column = 0; column < width; column++) {
    const own = found.get(column)
    if (own === undefined && left !== undefined) found.set(column, left)
    if (own !== undefined)
      left = own === 'first-yes' || own === 'first-no' ? 'first' : own === 'second-yes' || own === 'second-no' ? 'second' : own
  }
  return found
}

function mergeAt(merges: readonly MergedRange[], row: number, column: number): MergedRange | undefined {
  return merges.find((range) => range.top <= row && range.bottom >= row && range.left <= column && range.right >= column)
}

interface Around {
  section: number | undefined
  sectionTitle: string
  under: PrintedRow
}

function readLines(table: Table, from: number, answersFrom: number): readonly OfficialLine[] {
  const around: Around = { section: undefined, sectionTitle: '', under: 'organisation' }
  const lines: OfficialLine[] = []
  for (const row of table.rows.slice(from)) {
    if (isEmptyRow(row)) continue
    const line = readLine(row, Math.min(answersFrom, row.cells.length), around)
    if (line) lines.push(line)
  }
  return lines
}

/** The cells left of the answers: a section, a heading that says what the lines below are about, a number, a question. */
function readLine(row: TableRow, to: number, around: Around): OfficialLine | undefined {
  let number: { number: string; printed: string; column: number } | undefined
  let question = ''
  for (let column = 0; column < to; column++) {
    const text = cellText(row, column)
    if (text === '') continue
    const read = number ? undefined : readNumber(text, around.section)
    if (read) {
      number = { number: read.number, printed: read.printed, column }
      question += read.rest
    } else if (!number && takeHeading(text, around)) continue
    else question += text
  }
  if (!number && isGate(question, row, to)) number = { number: '0', printed: '0', column: 0 }
  if (!number) return undefined
  return {
    row,
    ...number,
    section: around.sectionTitle,
    under: number.number === '0' ? 'organisation' : around.under,
    question: question.replace(/\s*\n\s*/g, ''),
  }
}

function readNumber(text: string, section: number | undefined): { number: string; printed: string; rest: string } | undefined {
  const whole = readItemNumber(text)
  if (whole !== undefined && whole !== '0') return { number: whole, printed: text.trim(), rest: '' }
  const inSection = section === undefined || /^[\d０-９]{1,2}$/u.test(text.trim()) ? undefined : readNumberInSection(text)
  if (!inSection || section === undefined) return undefined
  return {
    number: itemNumber(section, inSection.item),
    printed: text.slice(0, text.length - inSection.rest.length).trim(),
    rest: inSection.rest,
  }
}

/** 「2 医療情報システムの管理・運用」, 「サーバについて、以下を実施している。」. */
function takeHeading(text: string, around: Around): boolean {
  const plain = squeezed(text)
  if (/^医療情報システムの有無$/.test(plain)) {
    around.sectionTitle = plain
    return true
  }
  const section = readSectionHeading(text)
  if (section && section.section <= 20 && plain.length <= 40) {
    around.section = section.section
    around.sectionTitle = section.title
    around.under = section.section === 2 ? 'general' : 'organisation'
    return true
  }
  const under = underOf(plain)
  if (under) around.under = under
  return under !== undefined
}

function underOf(plain: string): PrintedRow | undefined {
  if (!/について|全般$|^(サーバー?|端末PC|ネットワーク機器)$/.test(plain) || plain.length > 60) return undefined
  if (/全般/.test(plain)) return 'general'
  if (/ネットワーク機器/.test(plain)) return 'network'
  if (/端末PC/.test(plain)) return 'client-pc'
  return /サーバ/.test(plain) ? 'server' : undefined
}

/** The line before all sections, on whether any system is in use. */
function isGate(question: string, row: TableRow, to: number): boolean {
  const left = squeezed(
    row.cells
      .slice(0, to)
      .map((cell) => cell?.text ?? '')
      .join(''),
  )
  return (
    /医療情報システム(を|の)(導入|使用|利用|運用|有無)/.test(left) && (/(して|使って)いる/.test(squeezed(question)) || /有無/.test(left))
  )
}
