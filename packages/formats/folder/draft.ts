import { isEntityId, type SliceName } from '@mimamori/domain'
import { type Place, type Problem, problem } from '../errors.ts'
import { foldText } from '../text.ts'
import { type AnyField, type AnyFields, day, isRequired, json, ref, text, whole } from './field.ts'
import { keptExtra, keptText } from './kept-text.ts'
import { provenanceByField } from './tables/kernel.ts'
import { tables } from './tables.ts'
import { type CellContext, checkedJson, type ReadValue, readList, readValue } from './values.ts'

/** One cell or key as the file has it; `list` and `map` only in YAML. */
export interface RawField {
  readonly heading: string
  readonly place: Place
  readonly raw: string | { readonly list: readonly string[] } | { readonly map: readonly RawField[] }
}

/** A record before its references are found and its id is known. */
export interface Draft {
  readonly slice: SliceName
  readonly values: Map<string, unknown>
  readonly extra: ReadonlyMap<string, string>
  readonly place: Place
  readonly places: ReadonlyMap<string, Place>
  /** The sheet that an answer stands on. */
  readonly sheet?: Draft
}

/** Columns that every record may have. */
export const entryFields: AnyFields = {
  id: text('ID', { ja: '空欄ならこちらで付ける。一度付いたら変えない', en: 'Made when empty; never changed once there' }),
  source: ref('出どころ', 'sources', { ja: 'どこから知ったか(sources.yaml のID)', en: 'Where it comes from (id in sources.yaml)' }),
  row: whole('元の行', { ja: '出どころの何行目か', en: 'Row in that source' }, { min: 1, max: 10_000_000 }),
  confirmedOn: day('確かめた日', { ja: '最後に確かめた日', en: 'Last confirmed on' }),
  fields: json(
    '項目別の出どころ',
    { ja: '欄ごとに出どころが違うとき。手で直さない', en: 'Where single fields come from elsewhere; not to be edited' },
    provenanceByField,
  ),
}

/** Marks a column of unknown meaning whose name would otherwise be taken for a known one. */
export const extraPrefix = '追加:'

/** The text of a value as it was read; '' for an unknown one and for lists. */
export function textAt(draft: Draft, key: string): string {
  const value = draft.values.get(key)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export interface NamedField {
  /** `name`, or `accepted.until` for a part of a group. */
  readonly key: string
  readonly field: AnyField
}

const indexes = new Map<SliceName, ReadonlyMap<string, NamedField>>()

/** The field that a heading or key means, in any of its spellings. */
export function fieldOf(slice: SliceName, heading: string): NamedField | undefined {
  const index = indexes.get(slice) ?? indexOf(slice)
  indexes.set(slice, index)
  return index.get(foldText(heading))
}

function indexOf(slice: SliceName): ReadonlyMap<string, NamedField> {
  const index = new Map<string, NamedField>()
  for (const named of [...listColumns(slice), ...groupsOf(slice)]) {
    for (const name of [named.key, named.field.ja, ...named.field.also]) if (!index.has(foldText(name))) index.set(foldText(name), named)
  }
  return index
}

/** Every column of a list of these records, the parts of groups included, in the order they are written. */
export function listColumns(slice: SliceName): readonly NamedField[] {
  const { id, ...rest } = entryFields
  const own = Object.entries(tables[slice]).flatMap(([key, field]) => partsOf(key, field))
  return [...own, ...(id ? [{ key: 'id', field: id }] : []), ...Object.entries(rest).map(([key, field]) => ({ key, field }))]
}

function partsOf(key: string, field: AnyField): readonly NamedField[] {
  if (field.shape.kind !== 'group') return [{ key, field }]
  return Object.entries(field.shape.fields).map(([part, inner]) => ({ key: `${key}.${part}`, field: inner }))
}

function groupsOf(slice: SliceName): readonly NamedField[] {
  return Object.entries(tables[slice]).flatMap(([key, field]) =>
    field.shape.kind === 'group' ? [{ key, field: { ...field, ja: key } }] : [],
  )
}

export interface DraftContext {
  readonly place: Place
  readonly fiscalYear?: number | undefined
  readonly date1904?: boolean | undefined
  readonly sheet?: Draft | undefined
  /** Headings that are printed for people and not read. */
  readonly ignored?: (heading: string) => boolean
}

/** Reads the cells of one record. A cell that cannot be read is named and stays unknown; the record stands without it. */
export function draftOf(
  slice: SliceName,
  raws: readonly RawField[],
  context: DraftContext,
): { readonly draft: Draft; readonly problems: readonly Problem[] } {
  const reading: Reading = { slice, context, values: new Map(), extra: new Map(), places: new Map(), problems: [] }
  for (const raw of raws) readField(reading, raw)
  joinGroups(reading)
  const { values, extra, places, problems } = reading
  return { draft: { slice, values, extra, places, place: context.place, ...(context.sheet && { sheet: context.sheet }) }, problems }
}

interface Reading {
  readonly slice: SliceName
  readonly context: DraftContext
  readonly values: Map<string, unknown>
  readonly extra: Map<string, string>
  readonly places: Map<string, Place>
  readonly problems: Problem[]
}

function readField(reading: Reading, { heading, raw, place }: RawField): void {
  const named = heading.startsWith(extraPrefix) ? undefined : fieldOf(reading.slice, heading)
  if (!named) keepExtra(reading, { heading, raw, place })
  else if (typeof raw === 'string' || 'list' in raw) readNamed(reading, named, { heading, raw, place })
  else if (named.field.shape.kind === 'json')
    take(reading, named.key, checkedJson(provenanceOf(raw.map), named.field.shape.schema, { place, heading }), place)
  else for (const part of raw.map) readField(reading, { ...part, heading: `${named.key}.${part.heading}` })
}

function readNamed(reading: Reading, named: NamedField, { heading, raw, place }: RawField): void {
  const { fiscalYear, date1904 } = reading.context
  // NOTE: a table was read by its headings before it came here and hands over the key of each.
  const context: CellContext = {
    place,
    heading: heading === named.key && place.column !== undefined ? named.field.ja : heading,
    fiscalYear,
    date1904,
  }
  const read =
    typeof raw === 'string' ? readValue(named.field, raw, context) : readList(named.field, 'list' in raw ? raw.list : [], context)
  take(reading, named.key, read.kind === 'value' ? limited(reading, named, read.value, { heading, place }) : read, place)
}

/** Free text within the limits that every record has, whichever way it comes. */
function limited(reading: Reading, named: NamedField, value: unknown, where: { heading: string; place: Place }): ReadValue {
  if (named.field.shape.kind !== 'text' || typeof value !== 'string') return { kind: 'value', value }
  const kept = keptText(reading.slice, named.key, value, where)
  return kept.kind === 'text' ? { kind: 'value', value: kept.text } : kept
}

function take(reading: Reading, key: string, read: ReadValue, place: Place): void {
  if (read.kind === 'problem') reading.problems.push(read.problem)
  if (read.kind === 'value') put(reading, key, read.value, place)
}

function put(reading: Reading, key: string, value: unknown, place: Place): void {
  reading.values.set(key, value)
  reading.places.set(key, place)
}

function keepExtra(reading: Reading, { heading, raw, place }: RawField): void {
  if (reading.context.ignored?.(heading)) return
  if (typeof raw === 'object' && 'map' in raw && heading === 'extra') {
    for (const part of raw.map) putExtra(reading, part.heading, textOf(part.raw), place)
    return
  }
  putExtra(reading, heading.startsWith(extraPrefix) ? heading.slice(extraPrefix.length) : heading, textOf(raw), place)
}

function putExtra(reading: Reading, heading: string, text: string, place: Place): void {
  const kept = keptExtra(text, { heading, place })
  if (kept.kind === 'problem') reading.problems.push(kept.problem)
  if (kept.kind === 'text') reading.extra.set(kept.name, kept.text)
}

function textOf(raw: RawField['raw']): string {
  if (typeof raw === 'string') return raw
  return 'list' in raw ? raw.list.join(', ') : JSON.stringify(Object.fromEntries(raw.map.map((part) => [part.heading, textOf(part.raw)])))
}

/** `fields` of a YAML entry: a map of maps whose numbers came as text. */
function provenanceOf(parts: readonly RawField[]): unknown {
  const inner = (raw: RawField['raw']) => (typeof raw === 'object' && 'map' in raw ? raw.map : [])
  return Object.fromEntries(
    parts.map((part) => [
      part.heading,
      Object.fromEntries(inner(part.raw).map((one) => [one.heading, one.heading === 'row' ? Number(textOf(one.raw)) : textOf(one.raw)])),
    ]),
  )
}

/** Parts of a group become one value; a group with a required part missing is not read at all. */
function joinGroups(reading: Reading): void {
  for (const [key, field] of Object.entries(tables[reading.slice])) {
    if (field.shape.kind !== 'group') continue
    const parts = Object.entries(field.shape.fields).map(([part, inner]) => ({ part, inner, key: `${key}.${part}` }))
    const present = parts.filter((one) => reading.values.has(one.key))
    const missing = parts.find((one) => isRequired(one.inner) && !reading.values.has(one.key))
    const value = Object.fromEntries(present.map((one) => [one.part, reading.values.get(one.key)]))
    for (const one of parts) reading.values.delete(one.key)
    if (present.length === 0) continue
    if (missing) reading.problems.push(problem('value/incomplete', reading.context.place, { column: missing.inner.ja }))
    else reading.values.set(key, value)
  }
}

/** Findings and tombstones are named after other ids, every other record by an id of its own. */
export function isIdOfSlice(slice: SliceName, id: string): boolean {
  return slice === 'register' || slice === 'retired' ? id.length > 0 && id.length <= 2000 : isEntityId(id)
}
