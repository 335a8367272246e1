import {
  byId,
  type CalendarDate,
  type ChecklistItem,
  type FormAudience,
  fiscalYearName,
  having,
  itemsOfSheet,
  known,
  type Picture,
  type Sheet,
  type SheetId,
  sheetNumber,
  warekiShort,
} from '@mimamori/domain'
import { type CsvEncoding, writeCsv } from '../csv-write.ts'
import type { Problem } from '../errors.ts'
import { audienceWords } from '../folder/tables/checklists.ts'
import { writeItem } from '../folder/values.ts'
import { type SheetLayout, type WrittenCell, writeWorkbook } from '../xlsx/write.ts'
import { facilityLine, formFormat, formTitle } from './form.ts'
import { editionName } from './head.ts'
import type { ProposedFields } from './types.ts'

export interface VendorSheetOptions {
  readonly picture: Picture
  readonly sheet: SheetId
  readonly items: readonly ChecklistItem[]
  readonly format: 'xlsx' | 'csv'
  readonly csvEncoding?: CsvEncoding
  /** Leaves the answers that are there out: an empty form to fill in. */
  readonly isBlank?: boolean
}

export interface VendorSheetFile {
  /** ASCII, as company mail filters want it. */
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Characters that the chosen encoding lacks; the file is then UTF-8. */
  readonly problems: readonly Problem[]
}

const mediaTypes = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' } as const

/** What stands above the table of a sheet: values that are read back, and words beside them for people. */
export interface SheetFacts {
  readonly sheetId?: string | undefined
  readonly edition: string
  readonly audience: FormAudience
  readonly fiscalYear?: number | undefined
  readonly facilityName?: string | undefined
  readonly vendor?: NamedIn | undefined
  readonly system?: NamedIn | undefined
  readonly sentOn?: CalendarDate | undefined
  readonly dueOn?: CalendarDate | undefined
  readonly returnedOn?: CalendarDate | undefined
  readonly answeredBy?: string | undefined
}

/** `written`: the id, or the name where no id is known. */
export interface NamedIn {
  readonly written?: string | undefined
  readonly name?: string | undefined
}

/** A sheet of one party as a file to send: plain cells without macro, link or script, read back by number and heading. */
export async function writeVendorSheet(options: VendorSheetOptions): Promise<VendorSheetFile> {
  const { picture, items, isBlank } = options
  const sheet = byId(picture.slices.sheets, options.sheet)
  if (!sheet) throw new Error(`no sheet ${options.sheet}`)
  const stored = having(picture.slices.answers, 'sheet', sheet.id)
  return writeSheetFile({
    ...options,
    stem: fileNameOf(picture, sheet),
    facts: factsOf(picture, sheet),
    items: itemsOfSheet(items, sheet),
    answerTo: (item) => (isBlank ? undefined : stored.find((one) => one.item === item.id && one.part === undefined)),
  })
}

export interface SheetFileOptions {
  /** Of the file's name. */
  readonly stem: string
  readonly facts: SheetFacts
  /** Those of the form, in its order. */
  readonly items: readonly ChecklistItem[]
  readonly answerTo: (item: ChecklistItem) => ProposedFields | undefined
  readonly format: 'xlsx' | 'csv'
  readonly csvEncoding?: CsvEncoding | undefined
}

/** The same of facts and answers that are in no picture: a reply to a request that came as a file. */
export async function writeSheetFile(options: SheetFileOptions): Promise<VendorSheetFile> {
  const fileName = `${options.stem}.${options.format}`
  const layout = layoutOf(options)
  const head = { fileName, mediaType: mediaTypes[options.format] }
  if (options.format === 'xlsx')
    return { ...head, bytes: await writeWorkbook([layout], { title: layout.titles?.[0] ?? formTitle }), problems: [] }
  const rows = [
    ...(layout.facts ?? []),
    [],
    layout.columns.map((column) => column.heading),
    ...layout.rows.map((row) => row.map(textOfCell)),
  ]
  const written = writeCsv(rows, { encoding: options.csvEncoding ?? 'utf-8', file: fileName })
  if (written.kind === 'written') return { ...head, bytes: written.bytes, problems: [] }
  const utf8 = writeCsv(rows, { encoding: 'utf-8', file: fileName })
  return { ...head, bytes: utf8.kind === 'written' ? utf8.bytes : new Uint8Array(), problems: written.problems }
}

/** `{年度}_{施設番号}_{シート番号}`, without characters that a file name or a mail filter dislikes. */
function fileNameOf(picture: Picture, sheet: Sheet): string {
  const plain = (id: string) => id.replace(/^[a-z]+:/, '').replace(/[^a-z0-9.-]/g, '_')
  const facility = picture.slices.facility[0]?.institutionCode ?? plain(picture.facility)
  return `${sheet.fiscalYear}_${facility.slice(0, 80)}_${sheetNumber(sheet.id)}`
}

function factsOf({ slices }: Picture, sheet: Sheet): SheetFacts {
  const [vendor, system] = [known(sheet.vendor), known(sheet.system)]
  return {
    sheetId: sheet.id,
    edition: sheet.edition,
    audience: sheet.audience,
    fiscalYear: sheet.fiscalYear,
    facilityName: slices.facility[0]?.name,
    vendor: { written: vendor, name: byId(slices.vendors, vendor)?.name },
    system: { written: system, name: byId(slices.systems, system)?.name },
    sentOn: sheet.sentOn,
    dueOn: sheet.dueOn,
    returnedOn: sheet.returnedOn,
    answeredBy: sheet.answeredBy,
  }
}

function layoutOf({ facts, items, answerTo }: SheetFileOptions): SheetLayout {
  const title = `${facts.facilityName ?? ''} ${editionName(facts.edition)} ${audienceWords[facts.audience][0]}`
  return {
    name: '確認用シート',
    titles: [title],
    facts: factLines(facts),
    columns: [
      { heading: '番号', width: 8 },
      { heading: '設問', width: 48 },
      {
        heading: '回答',
        width: 12,
        choices: ['はい', 'いいえ', '対象外', ...(facts.audience === 'vendor' ? ['施設側の担当'] : [])],
        isForm: true,
      },
      { heading: '確認日(1回目)', width: 14, isDay: true, isForm: true },
      { heading: '目標日', width: 12, isDay: true, isForm: true },
      { heading: '確認日(2回目)', width: 14, isDay: true, isForm: true },
      { heading: '理由', width: 26, isForm: true },
      { heading: '備考', width: 30, isForm: true },
    ],
    rows: items.map((item) => rowOf(facts, item, answerTo(item))),
  }
}

function factLines(facts: SheetFacts): readonly (readonly (string | undefined)[])[] {
  const { vendor, system } = facts
  const day = (on: CalendarDate | undefined) => (on === undefined ? undefined : warekiShort(on))
  return [
    [formTitle, String(formFormat)],
    ...(facts.sheetId === undefined ? [] : [['ID', facts.sheetId]]),
    ['版', facts.edition, editionName(facts.edition)],
    ['様式', audienceWords[facts.audience][0]],
    ...(facts.fiscalYear === undefined ? [] : [['年度', fiscalYearName(facts.fiscalYear, 'ja')]]),
    ...(facts.facilityName === undefined ? [] : [[facilityLine, undefined, facts.facilityName]]),
    ...(facts.audience === 'vendor'
      ? [
          ['事業者', vendor?.written, vendor?.name],
          ['システム', system?.written, system?.name],
        ]
      : []),
    ['送った日', day(facts.sentOn)],
    ['返事の期限', day(facts.dueOn)],
    ['届いた日', day(facts.returnedOn)],
    ['回答した人', facts.answeredBy],
  ]
}

function rowOf({ edition, audience }: SheetFacts, item: ChecklistItem, answer: ProposedFields | undefined): readonly WrittenCell[] {
  const title = audience === 'vendor' ? (item.vendorTitle?.ja ?? item.title.ja) : item.title.ja
  const head = [writeItem(item.id, edition), title]
  if (!answer) return head
  const word =
    answer.answer === undefined
      ? undefined
      : { yes: 'はい', no: 'いいえ', 'not-applicable': '対象外', 'other-party': '施設側の担当' }[answer.answer]
  const day = (on: Sheet['sentOn']) => (on === undefined ? undefined : { day: on })
  return [...head, word, day(answer.checkedOn), day(answer.targetOn), day(answer.recheckedOn), answer.reason, answer.note]
}

function textOfCell(cell: WrittenCell): string | undefined {
  if (cell === undefined || typeof cell === 'string') return cell
  return typeof cell === 'number' ? String(cell) : cell.day
}
