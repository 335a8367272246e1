import {
  byId,
  type ChecklistItem,
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
import { formFormat, formTitle } from './form.ts'
import { editionName } from './head.ts'

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

/** A sheet of one party as a file to send: plain cells without macro, link or script, read back by number and heading. */
export async function writeVendorSheet(options: VendorSheetOptions): Promise<VendorSheetFile> {
  const sheet = byId(options.picture.slices.sheets, options.sheet)
  if (!sheet) throw new Error(`no sheet ${options.sheet}`)
  const fileName = `${fileNameOf(options.picture, sheet)}.${options.format}`
  const layout = layoutOf(sheet, options)
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

function layoutOf(sheet: Sheet, { picture, items, isBlank }: VendorSheetOptions): SheetLayout {
  const facility = picture.slices.facility[0]
  const title = `${facility?.name ?? ''} ${editionName(sheet.edition)} ${audienceWords[sheet.audience][0]}`
  return {
    name: '確認用シート',
    titles: [title],
    facts: factsOf(picture, sheet),
    columns: [
      { heading: '番号', width: 8 },
      { heading: '設問', width: 48 },
      {
        heading: '回答',
        width: 12,
        choices: ['はい', 'いいえ', '対象外', ...(sheet.audience === 'vendor' ? ['施設側の担当'] : [])],
        isForm: true,
      },
      { heading: '確認日(1回目)', width: 14, isDay: true, isForm: true },
      { heading: '目標日', width: 12, isDay: true, isForm: true },
      { heading: '確認日(2回目)', width: 14, isDay: true, isForm: true },
      { heading: '理由', width: 26, isForm: true },
      { heading: '備考', width: 30, isForm: true },
    ],
    rows: itemsOfSheet(items, sheet).map((item) => rowOf(picture, sheet, item, isBlank ?? false)),
  }
}

function factsOf(picture: Picture, sheet: Sheet): readonly (readonly (string | undefined)[])[] {
  const { vendors, systems } = picture.slices
  const day = (on: Sheet['sentOn']) => (on === undefined ? undefined : warekiShort(on))
  return [
    [formTitle, String(formFormat)],
    ['ID', sheet.id],
    ['版', sheet.edition, editionName(sheet.edition)],
    ['様式', audienceWords[sheet.audience][0]],
    ['年度', fiscalYearName(sheet.fiscalYear, 'ja')],
    ...(sheet.audience === 'vendor'
      ? [
          ['事業者', known(sheet.vendor), byId(vendors, known(sheet.vendor))?.name],
          ['システム', known(sheet.system), byId(systems, known(sheet.system))?.name],
        ]
      : []),
    ['送った日', day(sheet.sentOn)],
    ['返事の期限', day(sheet.dueOn)],
    ['届いた日', day(sheet.returnedOn)],
    ['回答した人', sheet.answeredBy],
  ]
}

function rowOf(picture: Picture, sheet: Sheet, item: ChecklistItem, isBlank: boolean): readonly WrittenCell[] {
  const title = sheet.audience === 'vendor' ? (item.vendorTitle?.ja ?? item.title.ja) : item.title.ja
  const head = [writeItem(item.id, sheet.edition), title]
  const answer = having(picture.slices.answers, 'sheet', sheet.id).find((one) => one.item === item.id && one.part === undefined)
  if (isBlank || !answer) return head
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
