import type { ColumnChoice, ImportColumn, ImportEncoding, ImportPreview } from '@mimamori/contract'

export type PreviewFile = ImportPreview['files'][number]

/** How a person wants a file read, where it was not read as it should be. */
export interface ReadHow {
  readonly encoding?: ImportEncoding
  /** What the columns belong to, once a person has said what they mean. */
  readonly as?: 'vendor-list' | 'devices'
  readonly columns?: readonly ColumnChoice[]
}

/** One choice per heading, also where several sheets have it; columns without a heading cannot be named. */
export function columnsToChoose({ columns = [] }: PreviewFile): readonly ImportColumn[] {
  const first = new Map<string, ImportColumn>()
  for (const column of columns) if (column.heading !== '' && !first.has(column.heading)) first.set(column.heading, column)
  return [...first.values()]
}

/** What is sent back: what was said, and what was proposed and left so, since leaving it is agreeing. */
export function chosenColumns(columns: readonly ImportColumn[], said: readonly ColumnChoice[]): readonly ColumnChoice[] {
  return columns.map(({ heading, field }) => ({
    heading,
    field: said.find((one) => one.heading === heading)?.field ?? field ?? '',
  }))
}

/** The address part of it. */
export function queryOf({ encoding, columns, as }: ReadHow): {
  encoding?: ImportEncoding
  columns?: string
  as?: 'vendor-list' | 'devices'
} {
  return { ...(encoding && { encoding }), ...(columns && { columns: JSON.stringify(columns) }), ...(as && { as }) }
}
