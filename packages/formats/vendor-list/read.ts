import { type Change, type Contract, type ContractId, entityId, type Picture, type Vendor, type VendorId } from '@mimamori/domain'
import { type Problem, problem } from '../errors.ts'
import { draftOf, type RawField } from '../folder/draft.ts'
import { madeId } from '../folder/ids.ts'
import { placeOfCell } from '../header.ts'
import type { TableRow } from '../table.ts'
import { foldCompany, foldText, looksLikeHtml } from '../text.ts'
import { type MergeProposal, proposeVendorMerges } from '../vendor-names.ts'
import { dataRows, filledText, type ListField, type ListProposal } from './propose.ts'

/** Columns as a person agreed to them: column to field; what is not named is kept as `extra`. */
export type Mapping = ReadonlyMap<number, ListField>

export interface ListRead {
  readonly vendors: readonly Vendor[]
  readonly contracts: readonly Contract[]
  /** Adds what the picture does not have yet. Nothing is applied, nothing is merged. */
  readonly changes: readonly Change[]
  /** Companies that seem to be one, in the list or in the picture. */
  readonly merges: readonly MergeProposal[]
  readonly problems: readonly Problem[]
  readonly readRows: number
}

/** The mapping as proposed, sure columns and unsure ones alike. */
export function mappingOf(proposal: ListProposal): Mapping {
  return new Map(proposal.columns.flatMap(({ column, field }) => (field ? [[column, field] as const] : [])))
}

interface Reading {
  readonly proposal: ListProposal
  readonly mapping: Mapping
  readonly picture: Picture
  readonly vendors: Map<string, Vendor>
  readonly contracts: Map<string, Contract>
  readonly problems: Problem[]
}

/** Reads a list by an agreed mapping into changes that a person looks at. */
export function readList(proposal: ListProposal, mapping: Mapping, picture: Picture): ListRead {
  const reading: Reading = { proposal, mapping, picture, vendors: new Map(), contracts: new Map(), problems: [] }
  const rows = dataRows(proposal.table, { at: proposal.header })
  const byNumber = new Map(proposal.table.rows.map((row) => [row.row, row]))
  for (const row of rows) readRow(reading, row, byNumber)
  const vendors = [...reading.vendors.values()]
  const known = new Set(picture.slices.vendors.map((vendor) => vendor.id))
  const added = vendors.filter((vendor) => !known.has(vendor.id))
  const contracts = [...reading.contracts.values()].filter((contract) => !picture.slices.contracts.some((one) => one.id === contract.id))
  return {
    vendors,
    contracts,
    changes: [
      ...added.map((record): Change => ({ kind: 'add', slice: 'vendors', record })),
      ...contracts.map((record): Change => ({ kind: 'add', slice: 'contracts', record })),
    ],
    merges: proposeVendorMerges([...picture.slices.vendors, ...added]),
    problems: reading.problems,
    readRows: rows.length,
  }
}

function readRow(reading: Reading, row: TableRow, byNumber: ReadonlyMap<number, TableRow>): void {
  const { table } = reading.proposal
  const cells = reading.proposal.columns.flatMap(({ column, heading }) => {
    const field = reading.mapping.get(column)
    const text = field === 'vendors.name' ? filledText(row, column, table.merges, byNumber) : filledText(row, column, [], byNumber)
    return text === '' ? [] : [{ field, heading, text, place: placeOfCell(table, row.row, column) }]
  })
  const name = cells.find((cell) => cell.field === 'vendors.name')
  if (!name) {
    if (cells.length > 1) reading.problems.push(problem('value/missing', placeOfCell(table, row.row), { column: '会社名' }))
    return
  }
  const raws = (slice: 'vendors' | 'contracts') =>
    cells.flatMap((cell): RawField[] =>
      cell.field?.startsWith(`${slice}.`) ? [{ heading: cell.field.slice(slice.length + 1), raw: cell.text, place: cell.place }] : [],
    )
  const extras = cells
    .filter((cell) => cell.field === undefined)
    .map((cell): RawField => ({ heading: `追加:${cell.heading}`, raw: cell.text, place: cell.place }))
  for (const cell of cells) if (looksLikeHtml(cell.text)) reading.problems.push(problem('checklist/html-kept', cell.place))
  const contract = raws('contracts')
  const vendor = readVendor(reading, row, [...raws('vendors'), ...(contract.length === 0 ? extras : [])])
  if (vendor && contract.length > 0) readContract(reading, row, [...contract, ...extras], vendor)
}

/** One record per name as written; further rows of the same name only fill in what is not known yet. */
function readVendor(reading: Reading, row: TableRow, raws: readonly RawField[]): Vendor | undefined {
  const { slices, facility } = reading.picture
  const values = valuesOf(reading, 'vendors', raws, row)
  const name = textOf(values.name)
  if (name === '') return undefined
  const same = slices.vendors.find((vendor) => foldText(vendor.name) === foldText(name))
  const id = same?.id ?? entityId<VendorId>(madeId('vendors', facility, foldText(name)))
  const made: Vendor = { ...values, ...reading.vendors.get(id), ...same, id, name: same?.name ?? name }
  reading.vendors.set(id, made)
  return made
}

function readContract(reading: Reading, row: TableRow, raws: readonly RawField[], vendor: Vendor): void {
  const values = valuesOf(reading, 'contracts', raws, row)
  const key = [foldCompany(vendor.name), foldText(textOf(values.title)), textOf(values.from)].join('\u0000')
  const id = entityId<ContractId>(madeId('contracts', reading.picture.facility, key))
  reading.contracts.set(id, { ...values, id, vendor: vendor.id })
}

function valuesOf(reading: Reading, slice: 'vendors' | 'contracts', raws: readonly RawField[], row: TableRow): Record<string, unknown> {
  const { table } = reading.proposal
  const { draft, problems } = draftOf(slice, raws, { place: placeOfCell(table, row.row), date1904: table.date1904 })
  reading.problems.push(...problems)
  return { ...Object.fromEntries(draft.values), ...(draft.extra.size > 0 && { extra: Object.fromEntries(draft.extra) }) }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
