import { type AnswerWord, type CalendarDate, fiscalYearOf, isEqual } from '@mimamori/domain'
import { type FormTable, findForm, formFormat, isPrintedOnly, rawFieldsOf } from '../checklist-file/form.ts'
import { editionList, editionText } from '../checklist-file/head.ts'
import { findOfficialForm } from '../checklist-file/official.ts'
import { titleFacts } from '../checklist-file/titles.ts'
import { itemInWords, oneAnswer, secondAnswer } from '../checklist-file/two-answers.ts'
import { daysWithoutYear, yearFromForm } from '../checklist-file/years.ts'
import { type Problem, problem } from '../errors.ts'
import { readTables } from '../read-tables.ts'
import type { Table } from '../table.ts'
import { type Draft, draftOf, fieldOf, type RawField, textAt } from './draft.ts'

export interface SheetFile {
  readonly path: string
  /** Path within the folder, with forward slashes. */
  readonly name: string
  /** The year of the folder it lies in: `checklist/2025/…`. */
  readonly year?: number
}

/** What the facility's own record says, for sheets that do not say it themselves. */
export interface SheetDefaults {
  readonly facilityKind: string | undefined
  readonly fiscalYear: number | undefined
  readonly asOf: CalendarDate | undefined
  /** Editions whose questions are there; absent = every edition is taken as it is. */
  readonly editions: readonly string[] | undefined
}

export interface DraftsRead {
  readonly drafts: readonly Draft[]
  readonly problems: readonly Problem[]
}

/** What a file of `checklist/` gives; `unread` where nothing of it can be used. */
export interface SheetRead extends DraftsRead {
  readonly unread: boolean
}

/** Reads one file of `checklist/`: a sheet that this product wrote, an office's own table, or the official form. */
export async function readSheetFile(file: SheetFile, defaults: SheetDefaults): Promise<SheetRead> {
  const { tables, problems } = await readTables(file.path, { name: file.name })
  const forms = tables.flatMap((table) => formOf(table) ?? [])
  if (forms.length === 0)
    return { drafts: [], problems: [...problems, problem('checklist/nothing-found', { file: file.name })], unread: true }
  const read: { drafts: Draft[]; problems: Problem[] } = { drafts: [], problems: [...problems] }
  let shared: Draft | undefined
  for (const form of forms) {
    if ((form.format ?? 1) > formFormat) {
      read.problems.push(problem('checklist/newer-form', { file: file.name }, { found: form.format ?? 0, ours: formFormat }))
      continue
    }
    const sheet: Draft = form.format === undefined && shared ? shared : readFacts(form, file, defaults, read)
    if (form.format === undefined) shared = sheet
    if (isEditionKnown(sheet, file, defaults, read)) readAnswers(form, sheet, file.name, read)
  }
  return { ...read, unread: read.drafts.length === 0 }
}

/** NOTE: answers to questions that nobody has would be taken for a checklist without questions, which is never open. */
function isEditionKnown(
  sheet: Draft,
  { name }: SheetFile,
  { editions }: SheetDefaults,
  read: { drafts: Draft[]; problems: Problem[] },
): boolean {
  const edition = textAt(sheet, 'edition')
  if (editions === undefined || edition === '' || editions.includes(edition)) return true
  if (!read.drafts.includes(sheet)) return false
  read.drafts.splice(read.drafts.indexOf(sheet), 1)
  read.problems.push(problem('checklist/unknown-edition', { file: name }, { edition: editionText(edition), known: editionList(editions) }))
  return false
}

function formOf(table: Table): FormTable | undefined {
  return findForm(table) ?? findOfficialForm(table)
}

function readFacts(form: FormTable, file: SheetFile, defaults: SheetDefaults, read: { drafts: Draft[]; problems: Problem[] }): Draft {
  const year = form.facts.find((fact) => fact.heading === '年度')
  const facts = form.format === undefined ? [...guessedFacts(form, file, defaults, year !== undefined), ...form.facts] : form.facts
  const { draft, problems } = draftOf('sheets', facts, { place: { file: file.name }, date1904: form.table.date1904 })
  read.drafts.push(draft)
  read.problems.push(...problems)
  if (!draft.values.has('edition')) read.problems.push(problem('checklist/no-edition', { file: file.name }))
  return draft
}

/** Facts that title, file name and folder tell; what stands in the sheet itself comes later and wins. */
function guessedFacts(form: FormTable, file: SheetFile, defaults: SheetDefaults, hasYear: boolean): readonly RawField[] {
  const place = { file: file.name }
  const told = titleFacts(form.titles)
  const base = file.name.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
  const vendor = /^vendor-(.+)$/.exec(base)?.[1]
  const audience = told.audience ?? (vendor === undefined ? ownAudience(defaults.facilityKind) : 'vendor')
  const asOfYear = defaults.asOf === undefined ? undefined : fiscalYearOf(defaults.asOf)
  const year = hasYear ? undefined : (file.year ?? defaults.fiscalYear ?? asOfYear)
  const isVendor = audience === 'vendor'
  return [
    { heading: 'audience', raw: audience, place },
    ...(told.edition === undefined ? [] : [{ heading: 'edition', raw: told.edition, place }]),
    ...(year === undefined ? [] : [{ heading: 'fiscalYear', raw: String(year), place }]),
    ...(isVendor && vendor !== undefined ? [{ heading: 'vendor', raw: vendor, place }] : []),
    ...(isVendor
      ? []
      : [
          { heading: 'vendor', raw: 'not-applicable', place },
          { heading: 'system', raw: 'not-applicable', place },
        ]),
  ]
}

function ownAudience(kind: string | undefined): string {
  if (kind === 'pharmacy') return 'pharmacy'
  return kind === 'checkup-centre' || kind === 'laboratory' || kind === 'checkup-lab-centre' ? 'checkup-centre' : 'facility'
}

function readAnswers(form: FormTable, sheet: Draft, file: string, read: { drafts: Draft[]; problems: Problem[] }): void {
  const year = sheet.values.get('fiscalYear')
  const fiscalYear = typeof year === 'number' ? year : undefined
  const found: Draft[] = []
  let yearless = 0
  for (const row of form.rows) {
    if (row.number === undefined) {
      read.problems.push(problem('checklist/unknown-item', row.place, { number: row.written, edition: textAt(sheet, 'edition') }))
      continue
    }
    const raws = rawFieldsOf(form, row).map((raw) =>
      fieldOf('answers', raw.heading)?.key === 'item' ? { ...raw, raw: row.number ?? '' } : raw,
    )
    const context = { place: row.place, sheet, date1904: form.table.date1904, fiscalYear, ignored: isPrintedOnly }
    const { draft, problems } = draftOf('answers', raws, context)
    yearless += daysWithoutYear(raws)
    found.push(draft)
    read.problems.push(...problems)
  }
  read.problems.push(...yearFromForm(yearless, fiscalYear, file))
  takeAnswers(found, read)
}

/** NOTE: rows with ids of their own that are the same id are told by `assemble`, which knows of other files too. */
function takeAnswers(found: readonly Draft[], read: { drafts: Draft[]; problems: Problem[] }): void {
  const rows = found.map((draft) => ({ draft, place: draft.place, answer: draft.values.get('answer') as AnswerWord | undefined })) // read by the table of answers
  for (const [key, group] of Map.groupBy(rows, ({ draft }) => `${textAt(draft, 'item')} ${textAt(draft, 'part')}`)) {
    const item = key.replace(/ .*$/, '')
    const { taken, problem: two } = oneAnswer(itemInWords(item), group)
    if (two) read.problems.push(two)
    if (!taken) continue
    read.drafts.push(taken.draft)
    for (const { draft } of group)
      if (draft !== taken.draft && saysMore(draft, taken.draft))
        read.problems.push(secondAnswer(item, { first: taken.draft.place, second: draft.places.get('item') ?? draft.place }))
  }
}

/** Whether the row says something of the item that the row taken does not. */
function saysMore(row: Draft, taken: Draft): boolean {
  return [...row.values].some(([key, value]) => key !== 'id' && !isEqual(value, taken.values.get(key)))
}
