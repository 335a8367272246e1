import type { Block, Cell, Fact, Rich, Row, Table } from './paper.ts'

export function heading(level: 1 | 2 | 3, text: Rich, more: { anchor?: string; beside?: Rich } = {}): Block {
  return { kind: 'heading', level, text, ...more }
}

export function paragraph(text: Rich, more: { size?: 'small' | 'lead'; align?: 'center' | 'right'; withNext?: true } = {}): Block {
  return { kind: 'paragraph', text, ...more }
}

export function small(text: Rich, more: { withNext?: true } = {}): Block {
  return { kind: 'paragraph', text, size: 'small', ...more }
}

export function list(style: 'dots' | 'numbers' | 'boxes', items: readonly Rich[]): Block {
  return { kind: 'list', style, items }
}

export function facts(rows: readonly (readonly [label: Rich, value: Rich])[], more: { labelMm?: number; inset?: true } = {}): Block {
  return { kind: 'facts', rows: rows.map(([label, value]) => ({ label, value })), ...more }
}

/** Labels with values in two columns; a line whose partner is missing reaches over both. */
export function factsInPairs(lines: readonly (readonly [Fact, Fact?])[], labelMm: number): Block {
  const rows = lines.flatMap(([first, second]): readonly Fact[] => (second ? [first, second] : [{ ...first, span: 3 }]))
  return { kind: 'facts', rows, labelMm, columns: 2 }
}

export function table(caption: string, columns: Table['columns'], rows: readonly Row[], rowMm?: number): Table {
  return { kind: 'table', caption, columns, rows, ...(rowMm !== undefined && { rowMm }) }
}

export function row(...cells: readonly (Rich | Cell)[]): Row {
  return { kind: 'row', cells }
}

export function group(text: Rich): Row {
  return { kind: 'group', text }
}

export function page(tab?: string): Block {
  return { kind: 'page', ...(tab !== undefined && { tab }) }
}

export function gap(mm: number): Block {
  return { kind: 'gap', mm }
}

/** As many empty rows as are to be filled in by hand. */
export function emptyRows(count: number, cells: number): readonly Row[] {
  return Array.from({ length: count }, () => row(...Array.from({ length: cells }, () => '')))
}
