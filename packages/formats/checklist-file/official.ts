import type { RawField } from '../folder/draft.ts'
import { placeOfCell } from '../header.ts'
import { readAnswerMark } from '../marks.ts'
import type { Cell, Table } from '../table.ts'
import type { FormRow, FormTable } from './form.ts'
import { type ColumnUse, type OfficialLine, readLayout } from './layout.ts'

/** The official form as an office fills it in: circles, words or marks in cells, days beside them. */
export function findOfficialForm(table: Table): FormTable | undefined {
  const layout = readLayout(table)
  if (layout.lines.length === 0 || layout.missing.length > 0) return undefined
  const rows = layout.lines.map((line) => rowOf(table, line, layout.uses))
  return {
    table,
    layout: 'official',
    header: emptyHeader,
    facts: factsOf(layout.titles, table),
    titles: layout.titles,
    rows: withParts(rows, layout.lines),
    problems: [],
  }
}

const emptyHeader = { at: 0, columns: new Map<number, string>(), unknown: new Map<number, string>(), doubles: [] }

function factsOf(titles: readonly string[], table: Table): readonly RawField[] {
  const place = placeOfCell(table, 1)
  return titles.flatMap((title) => {
    const [, name, value] = /^(事業者名|会社名|回答者|記入者|記入日|回答日|システム名|対象システム)[:：]\s*(\S.*)$/u.exec(title) ?? []
    return name !== undefined && value !== undefined ? [{ heading: name, raw: value, place }] : []
  })
}

function rowOf(table: Table, line: OfficialLine, uses: ReadonlyMap<number, ColumnUse>): FormRow {
  const place = placeOfCell(table, line.row.row, line.column)
  const raws: RawField[] = [{ heading: 'item', raw: line.number, place }]
  const first = readGroup(table, line, uses, 'first')
  const second = readGroup(table, line, uses, 'second')
  const target = readGroup(table, line, uses, 'target')
  if (first.answer) raws.push({ heading: 'answer', ...first.answer })
  if (first.day) raws.push({ heading: 'checkedOn', ...first.day })
  if (target.day) raws.push({ heading: 'targetOn', ...target.day })
  if (second.answer) raws.push({ heading: 'recheckAnswer', ...second.answer })
  if (second.day) raws.push({ heading: 'recheckedOn', ...second.day })
  const note = readNote(table, line, uses)
  if (note) raws.push({ heading: 'note', ...note })
  return { row: line.row, place, number: line.number, written: line.printed, raws, isPrintedPair: first.isPrintedPair }
}

interface Part {
  readonly raw: string
  readonly place: RawField['place']
}

interface Group {
  readonly answer?: Part
  readonly day?: Part
  /** 「はい・いいえ」 stands there with nothing marked in text: a circle may have been drawn over it. */
  readonly isPrintedPair: boolean
}

/** Answer and day of one check, in one cell or several. */
function readGroup(table: Table, line: OfficialLine, uses: ReadonlyMap<number, ColumnUse>, which: 'first' | 'second' | 'target'): Group {
  const cells = cellsOf(line, uses, (use) => use === which || use === `${which}-yes` || use === `${which}-no`)
  const place = (column: number) => placeOfCell(table, line.row.row, column)
  const days = cells.flatMap(({ cell, column }) => (dayIn(cell) === undefined ? [] : [{ raw: dayIn(cell) ?? '', place: place(column) }]))
  const words = cells
    .map(({ cell, column, use }) => ({
      column,
      text: use.endsWith('-yes') || use.endsWith('-no') ? columnAnswer(cell, use) : wordsIn(cell),
    }))
    .filter((one) => one.text !== '')
  const answer = words.map((one) => one.text).join('・')
  const [first] = words
  const [day] = days
  return {
    ...(first && which !== 'target' && readAnswerMark(answer) !== 'blank' && { answer: { raw: answer, place: place(first.column) } }),
    ...(day && { day }),
    isPrintedPair: first !== undefined && readAnswerMark(answer) === 'blank' && answer.includes('はい'),
  }
}

function cellsOf(
  line: OfficialLine,
  uses: ReadonlyMap<number, ColumnUse>,
  wanted: (use: ColumnUse) => boolean,
): readonly { cell: Cell; column: number; use: ColumnUse }[] {
  return line.row.cells.flatMap((cell, column) => {
    const use = uses.get(column)
    return cell && use && wanted(use) && cell.kind !== 'error' && !cell.noValue ? [{ cell, column, use }] : []
  })
}

/** A mark in the column of はい is a yes; the printed word alone is none. */
function columnAnswer(cell: Cell, use: ColumnUse): string {
  const word = use.endsWith('-yes') ? 'はい' : 'いいえ'
  const text = cell.text.replace(/\s+/g, '')
  if (text === '' || text === word || text === '□') return ''
  return readAnswerMark(text) === 'yes' || text.includes(word) ? `○${word}` : text
}

const dayPattern =
  /(?:令和|平成|[RrＲ])?\s*(?:元|[\d０-９]{1,4})\s*[年./／\-－]\s*[\d０-９]{1,2}(?:\s*[月./／\-－]\s*[\d０-９]{1,2})?\s*日?|[\d０-９]{1,2}月[\d０-９]{1,2}日/u

function dayIn(cell: Cell): string | undefined {
  if (cell.kind === 'date' || cell.kind === 'number') return cell.text
  return dayPattern.exec(cell.text)?.[0]
}

/** What is left of a cell when its day, and the printed place for one, are taken away. */
function wordsIn(cell: Cell): string {
  if (cell.kind === 'date' || cell.kind === 'number') return ''
  return cell.text
    .replace(dayPattern, '')
    .replace(/[(（]\s*[／/年月日\s]*[)）]/gu, '')
    .replace(/\s+/g, '')
}

function readNote(table: Table, line: OfficialLine, uses: ReadonlyMap<number, ColumnUse>): Part | undefined {
  const notes = cellsOf(line, uses, (use) => use === 'note')
  const text = notes
    .map(({ cell }) => cell.text.trim())
    .filter((one) => one !== '')
    .join('\n')
  return text === '' ? undefined : { raw: text, place: placeOfCell(table, line.row.row, notes[0]?.column) }
}

/** An item that is printed under two headings is one answer where both say the same, and one for each where they differ. */
function withParts(rows: readonly FormRow[], lines: readonly OfficialLine[]): readonly FormRow[] {
  const groups = Map.groupBy(
    rows.map((row, at) => ({ row, line: lines[at] })),
    ({ row }) => row.number ?? '',
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const unders = new Set(group.map(({ line }) => line?.under))
    const contents = new Set(group.map(({ row }) => contentOf(row)))
    if (!first || group.length === 1 || unders.size < group.length) return group.map(({ row }) => row)
    if (contents.size === 1) return [first.row]
    return group.map(({ row, line }) => ({
      ...row,
      raws: [...(row.raws ?? []), { heading: 'part', raw: line?.under ?? '', place: row.place }],
    }))
  })
}

function contentOf(row: FormRow): string {
  return JSON.stringify((row.raws ?? []).map((raw) => [raw.heading, raw.raw]))
}
