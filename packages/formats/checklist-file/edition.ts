import {
  type ChecklistItem,
  type CrosswalkLink,
  type Edition,
  type EditionId,
  entityId,
  type FormAudience,
  type ItemId,
  type PrintedRow,
  type Text,
} from '@mimamori/domain'
import type { FileInput } from '../bytes.ts'
import { readFiscalYear } from '../dates.ts'
import { type Problem, problem, userError } from '../errors.ts'
import { placeOfCell } from '../header.ts'
import { printedNumber } from '../item-number.ts'
import { readTables } from '../read-tables.ts'
import type { Table } from '../table.ts'
import { foldText } from '../text.ts'
import { editionText } from './head.ts'
import { type OfficialLayout, type OfficialLine, readLayout } from './layout.ts'
import { titleFacts } from './titles.ts'
import { topicsOf } from './topics.ts'

export interface EditionOptions {
  /** The edition that the catalogue knows of and whose items are to be loaded. */
  readonly edition: Edition
  /** Items of earlier editions: what is asked again keeps its topic and gets a link. */
  readonly previous: readonly ChecklistItem[]
  /** Items that another form of the same edition has given already. */
  readonly others?: readonly ChecklistItem[]
}

export interface EditionRead {
  readonly edition: Edition
  readonly items: readonly ChecklistItem[]
  readonly crosswalk: readonly CrosswalkLink[]
  /** Forms found in the workbook, one per sheet. */
  readonly forms: readonly { readonly sheet: string; readonly audience: FormAudience; readonly items: number }[]
  readonly problems: readonly Problem[]
}

/**
 * Loads the items of an edition from its official workbook. Refuses by name a workbook of another year or of a layout
 * that is not known: nothing half-understood becomes a question.
 */
export async function readEditionWorkbook(input: FileInput, options: EditionOptions): Promise<EditionRead> {
  const { tables, problems } = await readTables(input)
  const file = tables[0]?.file ?? (typeof input === 'string' ? input : input.name)
  const layouts = tables.map(readLayout)
  const forms = layouts.filter((layout) => layout.lines.length >= 3 && layout.missing.length === 0)
  const [first] = forms
  if (!first) throw userError('edition/unknown-layout', { file }, { detail: missingIn(layouts) })
  checkYear(first, file, options.edition)
  const found: Problem[] = [...problems]
  const read = forms.map((layout) => ({ layout, audience: audienceOf(layout), lines: checkedLines(layout, found) }))
  const items = read.reduce((known, form) => withForm(known, form, options), options.others ?? [])
  return {
    edition: { ...options.edition, itemsLoaded: true, confidence: 'original-read' },
    items,
    crosswalk: linksTo(items, options),
    forms: read.map(({ layout, audience, lines }) => ({
      sheet: layout.table.sheet ?? '',
      audience,
      items: new Set(lines.map((line) => line.number)).size,
    })),
    problems: found,
  }
}

function missingIn(layouts: readonly OfficialLayout[]): Text {
  const missing = layouts.find((layout) => layout.lines.length > 0)?.missing ?? layouts[0]?.missing ?? []
  if (missing.length === 0) return { ja: '設問が3つより少ない', en: 'fewer than three questions' }
  return { ja: `${missing.map((one) => `「${one}」`).join('')}が見つからない`, en: `no ${missing.map((one) => `"${one}"`).join(', ')}` }
}

function checkYear({ titles }: OfficialLayout, file: string, edition: Edition): void {
  const { editionWritten } = titleFacts(titles)
  const year = editionWritten === undefined ? undefined : readFiscalYear(editionWritten)
  if (year === undefined) throw userError('edition/no-year', { file })
  const isOther = edition.fiscalYear === undefined ? titleFacts(titles).edition !== edition.id : edition.fiscalYear !== year
  if (isOther) throw userError('edition/other-year', { file }, { found: editionWritten ?? '', expected: editionText(edition.id) })
}

function audienceOf({ titles, table }: OfficialLayout): FormAudience {
  return titleFacts([...titles, table.sheet ?? '']).audience ?? 'facility'
}

/** Lines whose number stands once, or again below another heading with the same text; gaps in the numbers are told. */
function checkedLines({ table, lines }: OfficialLayout, problems: Problem[]): readonly OfficialLine[] {
  const seen = new Map<string, OfficialLine>()
  const kept = lines.filter((line) => {
    const first = seen.get(line.number)
    seen.set(line.number, first ?? line)
    const isSame = !first || foldText(first.question) === foldText(line.question)
    if (!isSame)
      problems.push(
        problem('edition/same-number', placeOfCell(table, line.row.row, line.column), {
          number: printedNumber(line.number),
          first: first.row.row,
          second: line.row.row,
        }),
      )
    return isSame
  })
  problems.push(...gaps(table, kept))
  return kept
}

function gaps(table: Table, lines: readonly OfficialLine[]): readonly Problem[] {
  const numbered = [...new Map(lines.filter((line) => line.number !== '0').map((line) => [line.number, line])).values()]
  return numbered.flatMap((line, at) => {
    const [section, item] = partsOf(line.number)
    const before = numbered[at - 1]
    const [lastSection, lastItem] = before ? partsOf(before.number) : [section - (item === 1 ? 1 : 0), 0]
    const follows = (section === lastSection && item === lastItem + 1) || (section === lastSection + 1 && item === 1)
    return follows
      ? []
      : [
          problem('edition/gap', placeOfCell(table, line.row.row, line.column), {
            before: before ? printedNumber(before.number) : '-',
            after: printedNumber(line.number),
          }),
        ]
  })
}

function partsOf(number: string): readonly [number, number] {
  const [section, item] = number.split('-').map(Number)
  return [section ?? 0, item ?? 0]
}

interface Form {
  readonly audience: FormAudience
  readonly lines: readonly OfficialLine[]
}

/** Adds a form's questions to the items known so far: the facility's form gives the text, the vendor's that it answers too. */
function withForm(known: readonly ChecklistItem[], { audience, lines }: Form, options: EditionOptions): readonly ChecklistItem[] {
  const items = new Map(known.map((item) => [item.id, item]))
  const byNumber = Map.groupBy(lines, (line) => line.number)
  for (const [number, group] of byNumber) {
    const [line] = group
    const id = entityId<ItemId>(`${options.edition.id}:${number}`)
    if (line)
      items.set(
        id,
        joined(items.get(id), itemOf(id, line, { audience, rows: [...new Set(group.map((one) => one.under))], options }), audience),
      )
  }
  return [...items.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map((item, at) => ({ ...item, order: at + 1 }))
}

function joined(old: ChecklistItem | undefined, made: ChecklistItem, audience: FormAudience): ChecklistItem {
  if (!old) return made
  const owners = [...new Set([...old.owners, ...made.owners])].sort()
  if (audience === 'vendor') return { ...old, owners, vendorTitle: made.title, vendorConfidence: made.confidence }
  return {
    ...made,
    owners,
    ...(old.owners.includes('vendor') && { vendorTitle: old.vendorTitle ?? old.title, vendorConfidence: old.confidence }),
  }
}

function itemOf(
  id: ItemId,
  line: OfficialLine,
  form: { audience: FormAudience; rows: readonly PrintedRow[]; options: EditionOptions },
): ChecklistItem {
  const text: Text = { ja: line.question, en: line.question }
  const before = earlierItem(line.question, form.options.previous)
  return {
    id,
    edition: entityId<EditionId>(form.options.edition.id),
    number: printedAs(line),
    order: 0,
    topic: before?.topic ?? topicsOf(line.question)[0] ?? id.replace(':', '-'),
    section: { ja: line.section, en: line.section },
    rows: form.rows,
    owners: [form.audience === 'vendor' ? 'vendor' : 'facility'],
    ...(before?.perClient && { perClient: true }),
    ...(before?.openWithoutContract && { openWithoutContract: true }),
    title: text,
    question: text,
    ...(form.audience === 'vendor' && { vendorTitle: text, vendorConfidence: 'original-read' as const }),
    confidence: 'original-read',
    refs: [],
  }
}

/** 2-⑤ where the form prints ⑤, 2-(5) where it prints (5). */
function printedAs({ number, printed }: OfficialLine): string {
  const section = number.split('-')[0] ?? ''
  if (number === '0') return '0'
  const bracketed = /^[((]\s*([\d０-９]{1,2})\s*[))]$/u.exec(printed.trim())?.[1]
  return bracketed === undefined ? printedNumber(number) : `${section}-(${bracketed.normalize('NFKC')})`
}

/** The item of the newest earlier edition that asks the same, where the question fits one topic alone. */
function earlierItem(question: string, previous: readonly ChecklistItem[]): ChecklistItem | undefined {
  const [topic, other] = topicsOf(question)
  if (topic === undefined || other !== undefined) return undefined
  return previous.filter((item) => item.topic === topic && !item.reference).toSorted((a, b) => (a.edition < b.edition ? 1 : -1))[0]
}

/** Links from the earlier items; they only pre-fill, and a person confirms every answer. */
function linksTo(items: readonly ChecklistItem[], { previous }: EditionOptions): readonly CrosswalkLink[] {
  return items.flatMap((item) => {
    const from = earlierItem(item.question.ja, previous)
    return from && from.edition !== item.edition
      ? [{ id: `${from.id}..${item.id}`, from: from.id, to: item.id, kind: 'same' as const, confidence: 'ours' as const }]
      : []
  })
}
