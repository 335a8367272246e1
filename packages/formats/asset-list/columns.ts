import { type Asset, byId, type ContractId, type Entry, type Lang, type Slices, type Text } from '@mimamori/domain'
import type { AnyField } from '../folder/field.ts'
import { tables } from '../folder/tables.ts'
import { writeValue } from '../folder/values.ts'
import { foldText } from '../text.ts'

/** A column of the list of devices as Excel: the fields of an asset under the headings of the facility folder. */
export interface AssetColumn {
  readonly key: keyof Asset
  readonly field: AnyField
}

/** Fields that only an import writes. */
const notWritten = new Set(['unlisted'])

export const assetColumns: readonly AssetColumn[] = Object.entries(tables.assets)
  .filter(([key]) => !notWritten.has(key))
  .map(([key, field]) => ({ key: key as keyof Asset, field })) // the table has a column for every field of an asset

/** The id of a record, by which the row is known again; nobody has to read it. */
export const idHeading: Text = { ja: '記録番号(変えないでください)', en: 'Record number (leave as it is)' }

export const revisionLabel: Text = { ja: '書き出した版', en: 'Written from version' }

export function headingOf({ field }: AssetColumn, lang: Lang): string {
  return lang === 'ja' ? field.ja : field.about.en
}

export const idKey = 'id'

const meanings = new Map<string, string>([
  [foldText(idHeading.ja), idKey],
  [foldText(idHeading.en), idKey],
  ...assetColumns.flatMap(({ key, field }) => [field.ja, field.about.en, ...field.also].map((one) => [foldText(one), key] as const)),
])

/** What a heading of the list means; both languages are read. */
export function meaningOf(heading: string): string | undefined {
  return meanings.get(foldText(heading))
}

/** What a record is called in a cell; contracts have a title, or the name of their vendor. */
export function nameIn(slices: Slices, to: keyof Slices, id: string): string {
  if (to === 'contracts') {
    const contract = byId(slices.contracts, id as ContractId) // an id of this slice
    return contract?.title ?? byId(slices.vendors, contract?.vendor)?.name ?? id
  }
  const record = byId<Entry>(slices[to], id)
  const name: unknown = record && Reflect.get(record, 'name')
  if (typeof name === 'string') return name
  const kind: unknown = record && Reflect.get(record, 'kind')
  const shape = tables[to].kind?.shape
  return shape?.kind === 'word' && typeof kind === 'string' ? (shape.words[kind]?.[0] ?? id) : id
}

/** The text of a cell; '' for what nobody knows. */
export function cellOf(slices: Slices, asset: Pick<Asset, 'id'>, { key, field }: AssetColumn, lang: Lang): string {
  const given: unknown = Reflect.get(asset, key)
  const { shape } = field
  if (given === undefined || (Array.isArray(given) && given.length === 0)) return ''
  const isFact = given === 'none' || given === 'not-applicable'
  if ((shape.kind === 'ref' || shape.kind === 'refs') && !isFact) {
    const ids: readonly unknown[] = Array.isArray(given) ? given : [given]
    return ids.map((id) => nameIn(slices, shape.to, String(id))).join(lang === 'ja' ? '、' : ', ')
  }
  if (lang === 'en' && typeof given === 'string' && shape.kind === 'word') return given
  if (Array.isArray(given)) return given.join(', ')
  return writeValue(field, given) ?? ''
}
