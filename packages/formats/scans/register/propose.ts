import type { Text } from '@mimamori/domain'
import type { FileInput } from '../../bytes.ts'
import type { Encoding } from '../../encoding.ts'
import { type Problem, problem, userError } from '../../errors.ts'
import { findHeader, type Header, placeOfCell, similarHeading } from '../../header.ts'
import { readTables } from '../../read-tables.ts'
import { cellText, type Table, type TableRow } from '../../table.ts'
import { dataRows, headingKey } from '../../vendor-list/propose.ts'
import { ipsIn, macsIn } from '../keys.ts'
import { isSecretHeading, withoutSecrets } from '../secrets.ts'
import { type RegisterField, registerField, registerFields, registerHeadings } from './fields.ts'

/** What a person said a column means, by `headingKey`; empty = not read. */
export type LearntHeadings = Readonly<Record<string, RegisterField | ''>>

export interface RegisterColumn {
  readonly column: number
  readonly heading: string
  readonly field?: RegisterField
  readonly fieldName?: Text
  /** 1 by its heading, less by a similar heading or by what its cells look like. */
  readonly confidence: number
  /** First cells; none of a column that may hold secrets. */
  readonly samples: readonly string[]
  /** Its heading says that it holds passwords or keys: it is never read. */
  readonly isSecret: boolean
}

/** A table of a file with a proposal for its columns. */
export interface RegisterProposal {
  readonly table: Table
  /** Index of the last row of headings. */
  readonly header: number
  readonly columns: readonly RegisterColumn[]
  readonly rows: number
  readonly problems: readonly Problem[]
}

export interface RegisterOptions {
  readonly encoding?: Encoding
  readonly learnt?: LearntHeadings
  readonly name?: string
}

const keys: readonly RegisterField[] = ['name', 'host', 'tag', 'ip', 'mac', 'serial']

/** The row of headings of a register of devices: two known headings or as many as said, one of which tells devices apart. */
export function registerHeader(table: Pick<Table, 'rows' | 'merges'>, learnt: LearntHeadings = {}, atLeast = 2): Header | undefined {
  return findHeader(table, { atLeast, needs: keys, meaningOf: (heading) => meaning(heading, learnt) })
}

const own: readonly string[] = ['host', 'tag', 'ip', 'mac', 'serial'] satisfies readonly RegisterField[]

/** True for a table that can hardly be anything else: a column that only devices have, or three that devices have too. */
export function looksLikeRegister(table: Pick<Table, 'rows' | 'merges'>, learnt?: LearntHeadings): boolean {
  const fields = [...(registerHeader(table, learnt)?.columns.values() ?? [])].filter((field) => field !== 'note')
  return fields.length >= 3 || fields.some((field) => own.includes(field))
}

function meaning(heading: string, learnt: LearntHeadings): RegisterField | undefined {
  if (isSecretHeading(heading)) return undefined
  const key = headingKey(heading)
  return Object.hasOwn(learnt, key) ? learnt[key] || undefined : registerField(heading)
}

/** Looks at a file that a person calls a register, of an office or an asset tool, with title rows and headings over up to three rows. */
export async function proposeRegister(
  input: FileInput,
  options: RegisterOptions = {},
): Promise<{ readonly registers: readonly RegisterProposal[]; readonly problems: readonly Problem[] }> {
  const { encoding, name, learnt = {} } = options
  const read = await readTables(input, { ...(encoding && { encoding }), ...(name !== undefined && { name }) })
  const registers = read.tables.flatMap((table) => proposal(table, learnt) ?? [])
  const file = read.tables[0]?.file ?? name ?? (typeof input === 'string' ? input : input.name)
  if (registers.length === 0) throw userError('scan/unknown-format', { file })
  return { registers, problems: [...read.problems, ...registers.flatMap((one) => one.problems)] }
}

function proposal(table: Table, learnt: LearntHeadings): RegisterProposal | undefined {
  const header = registerHeader(table, learnt) ?? registerHeader(table, learnt, 1)
  if (!header) return undefined
  const rows = dataRows(table, header)
  const columns = columnsOf(table, header, rows, learnt)
  const row = table.rows[header.at]?.row ?? 1
  const problems = columns.flatMap(({ column, heading, fieldName, confidence }) =>
    fieldName && confidence < 1
      ? [problem('list/unsure-column', placeOfCell(table, row, column), { header: heading, field: fieldName })]
      : [],
  )
  return { table, header: header.at, columns, rows: rows.length, problems }
}

function columnsOf(table: Table, header: Header, rows: readonly TableRow[], learnt: LearntHeadings): readonly RegisterColumn[] {
  const doubles = new Map(header.doubles.map(({ key, second }) => [second, key as RegisterField])) // `meaning` gives fields
  const all = [...new Set([...header.columns.keys(), ...header.unknown.keys(), ...doubles.keys()])].sort((a, b) => a - b)
  const taken = new Set<string>(header.columns.values())
  return all.map((column): RegisterColumn => {
    const heading = headingOf(table, header, column)
    const isSecret = isSecretHeading(heading)
    const texts = isSecret ? [] : rows.map((row) => cellText(row, column)).filter((text) => text !== '')
    const known = (header.columns.get(column) as RegisterField | undefined) ?? doubleField(doubles.get(column)) // `meaning` gives fields
    const isRefused = learnt[headingKey(heading)] === ''
    const guess = known ? { field: known, confidence: 1 } : isSecret || isRefused ? undefined : guessed(heading, texts, taken)
    if (guess) taken.add(guess.field)
    const base = {
      column,
      heading,
      samples: texts.slice(0, 3).map(withoutSecrets),
      isSecret,
      confidence: guess?.confidence ?? (isRefused ? 1 : 0),
    }
    return { ...base, ...(guess && { field: guess.field, fieldName: registerFields[guess.field].name }) }
  })
}

/** A field that may stand in several columns. */
function doubleField(field: RegisterField | undefined): RegisterField | undefined {
  return field !== undefined && registerFields[field].many ? field : undefined
}

/** The lowest filled cell of up to three rows of headings. */
function headingOf(table: Table, header: Header, column: number): string {
  const rows = [0, 1, 2].map((up) => cellText(table.rows[header.at - up], column))
  return header.unknown.get(column) ?? rows.find((text) => text !== '') ?? ''
}

/** By what the cells look like, else by a similar heading; a field is proposed once. */
function guessed(
  heading: string,
  texts: readonly string[],
  taken: ReadonlySet<string>,
): { readonly field: RegisterField; readonly confidence: number } | undefined {
  const share = (test: (text: string) => boolean) => (texts.length === 0 ? 0 : texts.filter(test).length / texts.length)
  if (share((text) => macsIn(text).length > 0) >= 0.6) return { field: 'mac', confidence: 0.6 }
  if (share((text) => ipsIn(text).length > 0) >= 0.6) return { field: 'ip', confidence: 0.6 }
  const headings = registerHeadings()
  const similar = similarHeading(
    heading,
    headings.map(([one]) => one),
  )
  const field = headings.find(([one]) => one === similar)?.[1]
  return field !== undefined && !taken.has(field) ? { field, confidence: 0.6 } : undefined
}
