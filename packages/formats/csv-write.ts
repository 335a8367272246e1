import { encodeText, outsideCp932 } from './encoding.ts'
import { type Problem, problem } from './errors.ts'
import { columnLetter } from './table.ts'

export type CsvEncoding = 'utf-8' | 'cp932'

/** Empty cells are undefined: an empty text is something else and comes back as one. */
export type CsvRow = readonly (string | undefined)[]

/**
 * A text as it stands in a cell: with an apostrophe before what Excel would run as a formula, and before what would
 * read back as nothing. `unescapedCell` takes exactly that apostrophe away.
 */
export function escapedCell(text: string): string {
  return /^'*([=+\-@\t\r]|\s*$)/.test(text) ? `'${text}` : text
}

function quoted(text: string | undefined): string {
  if (text === undefined) return ''
  const safe = escapedCell(text)
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as the text of a CSV file, with the line ends that Excel writes. */
export function csvText(rows: Iterable<CsvRow>): string {
  let text = ''
  for (const row of rows) text += `${row.map(quoted).join(',')}\r\n`
  return text
}

export type WrittenCsv =
  | { readonly kind: 'written'; readonly bytes: Uint8Array }
  | { readonly kind: 'outside'; readonly problems: readonly Problem[] }

/** A CSV file: UTF-8 with its mark, or CP932; in CP932 every character outside it is named with row and column instead of lost. */
export function writeCsv(rows: readonly CsvRow[], options: { readonly encoding: CsvEncoding; readonly file: string }): WrittenCsv {
  if (options.encoding === 'utf-8') return { kind: 'written', bytes: encodeText(csvText(rows), 'utf-8', { bom: true }) }
  const problems = rows.flatMap((row, at) =>
    row.flatMap((text, column) => outsideProblems(text, { file: options.file, row: at + 1, column: columnLetter(column) })),
  )
  return problems.length > 0 ? { kind: 'outside', problems } : { kind: 'written', bytes: encodeText(csvText(rows), 'cp932') }
}

function outsideProblems(text: string | undefined, place: { file: string; row: number; column: string }): readonly Problem[] {
  return outsideCp932(text ?? '').map(({ char, twin }) => {
    const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    return problem('text/outside-cp932', place, { char, code, twin: twin ?? { ja: '似た字なし', en: 'none looks alike' } })
  })
}
