import { type ReadDate, readJapaneseDate } from '../../dates.ts'
import { problem } from '../../errors.ts'
import { placeOfCell } from '../../header.ts'
import { cellText, type TableRow } from '../../table.ts'
import { foldText } from '../../text.ts'
import { dataRows, filledText } from '../../vendor-list/propose.ts'
import { ipsIn, macsIn, oneOf, unique } from '../keys.ts'
import { observed } from '../observe.ts'
import type { RawItem, Scan } from '../types.ts'
import { kindOfWord, type RegisterField } from './fields.ts'
import { proposeRegister, type RegisterProposal } from './propose.ts'

/** Columns as a person agreed to them; what is not named is not read. */
export type RegisterMapping = ReadonlyMap<number, RegisterField>

/** The mapping as proposed, sure columns and unsure ones alike. */
export function registerMappingOf(proposal: RegisterProposal): RegisterMapping {
  return new Map(proposal.columns.flatMap(({ column, field }) => (field ? [[column, field] as const] : [])))
}

/**
 * Registers of devices in Excel or CSV, of an office or an asset tool (SKYSEA, LANSCOPE and their like). The headings are from
 * memory; not seen on real output of such a tool. Columns of users' names, passwords and keys are not read.
 */
export async function* readRegister(scan: Scan): AsyncIterable<RawItem> {
  const { source, file, options } = scan
  const input = source.path ?? { name: source.name, bytes: source.bytes ?? new Uint8Array() }
  const { learnt, encoding } = options
  const { registers, problems } = await proposeRegister(input, { name: file, ...(learnt && { learnt }), ...(encoding && { encoding }) })
  for (const one of problems) yield { kind: 'problem', problem: one }
  for (const proposal of registers) yield* readRegisterRows(proposal, registerMappingOf(proposal))
}

/** The rows of a table by an agreed mapping. */
export function* readRegisterRows(proposal: RegisterProposal, mapping: RegisterMapping): Iterable<RawItem> {
  const { table, header } = proposal
  const seen: Seen = { serial: new Map(), mac: new Map() }
  const byNumber = new Map(table.rows.map((row) => [row.row, row]))
  const secretColumns = proposal.columns.filter(({ isSecret }) => isSecret)
  let secrets = 0
  for (const row of dataRows(table, { at: header })) {
    secrets += secretColumns.filter(({ column }) => cellText(row, column) !== '').length
    const get = (field: RegisterField) =>
      textsOf(field, mapping, (column) => filledText(row, column, isShared(field) ? table.merges : [], byNumber))
    yield* rowItems(proposal, row, get, seen)
  }
  if (secrets > 0) yield { kind: 'secrets', count: secrets }
}

/** A place or a maker may be one merged cell over the rows of several devices; a number is of one device. */
function isShared(field: RegisterField): boolean {
  return field === 'room' || field === 'maker' || field === 'model' || field === 'kind' || field === 'os'
}

function textsOf(field: RegisterField, mapping: RegisterMapping, read: (column: number) => string): readonly string[] {
  return [...mapping]
    .filter(([, one]) => one === field)
    .map(([column]) => read(column))
    .filter((text) => !isNothing(text))
}

/** Signs that an office writes for "none" or "not known". */
function isNothing(text: string): boolean {
  return /^(?:[-‐―ー—/／×・]+|なし|無し?|無|不明|未確認|未定|n\/?a|none|unknown)?$/i.test(text.normalize('NFKC').trim())
}

interface Seen {
  readonly serial: Map<string, number>
  readonly mac: Map<string, number>
}

function* rowItems(
  { table }: RegisterProposal,
  row: TableRow,
  get: (field: RegisterField) => readonly string[],
  seen: Seen,
): Iterable<RawItem> {
  const macs = unique(get('mac').flatMap(macsIn))
  const serials = unique(get('serial'))
  const one = (field: RegisterField) => get(field)[0]
  const keys = {
    serials,
    macs,
    ips: unique(get('ip').flatMap(ipsIn)),
    names: unique([...get('host'), ...get('name')]),
    tags: unique(get('tag')),
  }
  if (Object.values(keys).every((list) => list.length === 0)) {
    yield { kind: 'skip', row: row.row, reason: 'no-key', text: one('model') ?? one('kind') ?? '' }
    return
  }
  const place = placeOfCell(table, row.row)
  yield* again('scan/same-serial', seen.serial, serials, place)
  yield* again('scan/same-mac', seen.mac, macs, place)
  const [os, version] = [one('os'), one('osVersion')]
  yield observed(
    'register',
    { file: table.file, row: row.row },
    {
      ...keys,
      uuids: oneOf(one('uuid')?.toLowerCase()),
      kind: kindOfWord(one('kind') ?? ''),
      maker: one('maker'),
      model: one('model'),
      os: os !== undefined && version !== undefined ? `${os} ${version}` : (os ?? version),
      firmware: one('firmware'),
      room: one('room'),
      note: one('note'),
      seenAt: dayOf(readJapaneseDate(one('seenAt') ?? '', { date1904: table.date1904 })),
    },
  )
}

/** Tells of numbers that an earlier row has already. */
function* again(
  code: 'scan/same-serial' | 'scan/same-mac',
  seen: Map<string, number>,
  values: readonly string[],
  place: ReturnType<typeof placeOfCell>,
): Iterable<RawItem> {
  for (const value of values) {
    const first = seen.get(foldText(value))
    if (first !== undefined) yield { kind: 'problem', problem: problem(code, place, { value, first }) }
    else seen.set(foldText(value), place.row)
  }
}

function dayOf(read: ReadDate): string | undefined {
  return read.kind === 'date' ? read.date : undefined
}
