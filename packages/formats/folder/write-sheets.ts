import { type Answer, byId, type ChecklistItem, having, isKnown, type Picture, type Sheet } from '@mimamori/domain'
import { formFormat, formTitle } from '../checklist-file/form.ts'
import type { CsvRow } from '../csv-write.ts'
import { entryFields } from './draft.ts'
import { extraHeading, listRows } from './rows.ts'
import { tables } from './tables.ts'
import { writeItem, writeValue } from './values.ts'

/** The rows of one sheet: its own facts line by line, an empty line, then one row per item. */
export function sheetRows(picture: Picture, sheet: Sheet, items: readonly ChecklistItem[] = []): readonly CsvRow[] {
  const answers = [...having(picture.slices.answers, 'sheet', sheet.id)].sort(inOrder)
  const { headings, rows } = listRows('answers', answers, {
    without: ['sheet'],
    write: { item: (record) => writeItem((record as Answer).item, sheet.edition) }, // rows of `answers`
    printed: items.length === 0 ? [] : [{ heading: '設問', after: 'item', text: (record) => titleOf(items, record as Answer, sheet) }], // rows of `answers`
  })
  return [[formTitle, String(formFormat)], ...factRows(picture, sheet), [], headings, ...rows]
}

function titleOf(items: readonly ChecklistItem[], answer: Answer, sheet: Sheet): string | undefined {
  const found = items.find((one) => one.id === answer.item)
  return sheet.audience === 'vendor' ? (found?.vendorTitle?.ja ?? found?.title.ja) : found?.title.ja
}

/** The order of the form: ids of items sort as their numbers do. */
function inOrder(a: Answer, b: Answer): number {
  const [one, other] = [`${a.item} ${a.part ?? ''} ${a.id}`, `${b.item} ${b.part ?? ''} ${b.id}`]
  return one < other ? -1 : 1
}

function factRows(picture: Picture, sheet: Sheet): readonly CsvRow[] {
  const own = Object.entries(tables.sheets).flatMap(([key, field]) => {
    const value: unknown = Reflect.get(sheet, key)
    return value === undefined ? [] : [[field.ja, writeValue(field, value), ...nameBeside(picture, sheet, key)]]
  })
  const entry = Object.entries(entryFields).flatMap(([key, field]) => {
    const value: unknown = Reflect.get(sheet, key)
    return value === undefined ? [] : [[field.ja, writeValue(field, value)]]
  })
  const extra = Object.entries(sheet.extra ?? {}).map(([name, text]) => [markedFact(name), text])
  return [...own, ...entry, ...extra]
}

/** NOTE: above the table every unknown name is marked, since unmarked pairs there are titles. */
function markedFact(name: string): string {
  const heading = extraHeading('sheets', name)
  return heading === name ? `追加:${name}` : heading
}

/** For people: whom the id means. */
function nameBeside({ slices }: Picture, sheet: Sheet, key: string): readonly string[] {
  const found =
    key === 'vendor' && isKnown(sheet.vendor)
      ? byId(slices.vendors, sheet.vendor)
      : key === 'system' && isKnown(sheet.system)
        ? byId(slices.systems, sheet.system)
        : undefined
  return found ? [found.name] : []
}

/** File names of all sheets within `checklist/`: one per party, closed years in a folder of their year. */
export function sheetFileNames(sheets: readonly Sheet[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const sheet of sheets) {
    const base = `${sheet.closedOn === undefined ? '' : `${sheet.fiscalYear}/`}${partyName(sheet)}`
    let name = base
    for (let number = 2; taken.has(name); number++) name = `${base}__${number}`
    taken.add(name)
    names.set(sheet.id, `${name}.csv`)
  }
  return names
}

/** NOTE: ids hold `:`, which Windows forbids in names; whose sheet it is stands in the file itself. */
function partyName(sheet: Sheet): string {
  if (sheet.audience !== 'vendor') return 'facility'
  return `vendor-${isKnown(sheet.vendor) ? sheet.vendor.replaceAll(':', '_') : 'unknown'}`
}
