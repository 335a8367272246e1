import type { ImportPreview } from '@mimamori/contract'
import {
  byId,
  type Change,
  dateInWords,
  type Entry,
  known,
  type Lang,
  readDate,
  type SliceName,
  sliceDefs,
  type Text,
} from '@mimamori/domain'
import { tables } from '@mimamori/formats'
import type { Kept } from '../kept.ts'
import { fillText, inBoth, ownWords } from '../words.ts'
import { changeTexts, sliceTexts, valueTexts } from './texts.ts'

type Line = ImportPreview['files'][number]['changes'][number]

/** The records before the change, and what they are called. */
type Shown = Pick<Kept, 'picture' | 'catalogue'>

/** Fields that tell where something comes from: not shown as changes. */
const silentFields: readonly string[] = ['source', 'row', 'fields', 'confirmedOn']

/** Slices that come along without being news. */
const silentSlices: readonly SliceName[] = ['sources', 'requests', 'register']

/** A change as a person reads it: one line per field, with what is there now and what would be. */
export function describeChange(now: Shown, change: Change): readonly Line[] {
  if (silentSlices.includes(change.slice) || (change.kind === 'add' && change.slice === 'claims')) return []
  if (change.kind === 'add') return [{ text: addText(now, change.slice, change.record), ...answerOf(change.record) }]
  if (change.kind === 'remove')
    return [{ text: withName('remove', recordOf(now, change.slice, change.id), { slice: sliceTexts[change.slice] }) }]
  if (change.kind !== 'set') return []
  const before = recordOf(now, change.slice, change.id)
  const fields: readonly [string, unknown][] = [
    ...Object.entries(change.fields),
    ...(change.forget ?? []).map((field): [string, unknown] => [String(field), undefined]),
  ]
  return fields
    .filter(([field]) => !silentFields.includes(field))
    .map(([field, after]) => ({
      text: fieldText(now, change.slice, before, field),
      ...inWords('before', named(now, change.slice, field, before && Reflect.get(before, field))),
      ...inWords('after', named(now, change.slice, field, after)),
    }))
}

function recordOf(now: Shown, slice: SliceName, id: string): Entry | undefined {
  return byId<Entry>(now.picture.slices[slice], id)
}

function fieldText(now: Shown, slice: SliceName, record: Entry | undefined, field: string): Text {
  const heading: Text = { ja: tables[slice][field]?.ja ?? field, en: tables[slice][field]?.about.en ?? field }
  const answer = slice === 'answers' && record ? byId(now.picture.slices.answers, record.id) : undefined
  const item = answer && itemWordsOf(now, answer.item)
  if (item) return fillText(field === 'answer' ? changeTexts.answer : changeTexts.answerField, { ...item, field: heading })
  const sheet = slice === 'sheets' && record ? byId(now.picture.slices.sheets, record.id) : undefined
  const vendor = sheet && byId(now.picture.slices.vendors, known(sheet.vendor))
  if (vendor) return fillText(changeTexts.sheet, { vendor: vendor.name, field: heading })
  return withName('set', record, { slice: sliceTexts[slice], field: heading })
}

function itemWordsOf(now: Shown, id: string): { number: string; title: Text } | undefined {
  const item = byId(now.catalogue.reference.items, id)
  return item && { number: item.number, title: fillText(item.title, ownWords(now.picture, now.catalogue)) }
}

function addText(now: Shown, slice: SliceName, record: Entry): Text {
  const item: unknown = Reflect.get(record, 'item')
  const words = slice === 'answers' && typeof item === 'string' ? itemWordsOf(now, item) : undefined
  return words ? fillText(changeTexts.answer, words) : withName('add', record, { slice: sliceTexts[slice] })
}

function answerOf(record: Entry): { after?: Text } {
  return inWords('after', Reflect.get(record, 'answer'))
}

/** What names a record to a person, the first that it has; an id never does. */
const naming = ['name', 'title', 'label', 'newName', 'devices', 'text', 'note'] as const
const longestName = 60

function nameOf(record: Entry | undefined): string | undefined {
  const name = naming.map((field): unknown => record && Reflect.get(record, field)).find((value) => typeof value === 'string')
  if (typeof name !== 'string') return undefined
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name
}

function withName(kind: 'add' | 'set' | 'remove', record: Entry | undefined, words: Readonly<Record<string, Text>>): Text {
  const name = nameOf(record)
  return name === undefined ? fillText(changeTexts[`${kind}Unnamed`], words) : fillText(changeTexts[kind], { ...words, name })
}

/** References by the names of what they name, since an id says nothing; a choice by its name in lists. */
function named(now: Shown, slice: SliceName, field: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one): unknown => named(now, slice, field, one))
  if (typeof value !== 'string') return value
  const refs: Readonly<Record<string, SliceName>> = sliceDefs[slice].refs
  const to = Object.hasOwn(refs, field) ? refs[field] : undefined
  if (to) return nameOf(recordOf(now, to, value)) ?? value
  const shape = tables[slice][field]?.shape
  const word = shape?.kind === 'word' ? shape.words[value]?.[0] : undefined
  return word === undefined || Object.hasOwn(valueTexts, value) ? value : { ja: word, en: value }
}

function inWords<K extends 'before' | 'after'>(key: K, value: unknown): { [P in K]?: Text } {
  return value === undefined ? {} : ({ [key]: inBoth((lang) => wordOf(value, lang)) } as { [P in K]?: Text }) // one key with a text
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'ja' in value && 'en' in value
}

function wordOf(value: unknown, lang: Lang): string {
  if (Array.isArray(value)) return value.map((one) => wordOf(one, lang)).join(lang === 'ja' ? '、' : ', ')
  if (isText(value)) return value[lang]
  if (typeof value === 'object') return JSON.stringify(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const day = readDate(text)
  return day ? dateInWords(day, lang) : (valueTexts[text]?.[lang] ?? text)
}
