import { blockOf, type CalendarDate, fiscalYearName, groupedYen, isEntityId, isVlan, type Text, wareki } from '@mimamori/domain'
import type * as z from 'zod'
import { readFiscalYear, readJapaneseDate } from '../dates.ts'
import { type Place, type Problem, problem } from '../errors.ts'
import { printedNumber, readItemNumber } from '../item-number.ts'
import { readAnswerMark } from '../marks.ts'
import { foldText } from '../text.ts'
import { type AnyField, type Words, yesNoWords } from './field.ts'

/** What a cell holds: a value, nothing, or something that is not to be guessed. References stay as written. */
export type ReadValue =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly problem: Problem }

export interface CellContext {
  readonly place: Place
  /** Heading or key as the file has it. */
  readonly heading: string
  /** The year of the form, for days without a year. */
  readonly fiscalYear?: number | undefined
  /** Days of an Excel that counts from 1904, as numbers. */
  readonly date1904?: boolean | undefined
}

const nothing: ReadValue = { kind: 'nothing' }
const noneWords = new Set(['none', 'なし', '無し', '無', 'していない', '試していない'].map(foldText))
const notApplicableWords = new Set(['not-applicable', '該当なし', '該当無し', '対象外', '非該当'].map(foldText))

function value(found: unknown): ReadValue {
  return { kind: 'value', value: found }
}

/** Reads the text of one cell or scalar. Text is kept to the letter; everything else is read as offices write it. */
export function readValue(field: AnyField, raw: string, context: CellContext): ReadValue {
  const folded = foldText(raw)
  if (field.isFact && noneWords.has(folded)) return value('none')
  if (field.isFact && notApplicableWords.has(folded)) return value('not-applicable')
  if (field.shape.kind === 'text') return value(raw)
  if (folded === '') return nothing
  return readShape(field, raw.trim(), context)
}

function readShape(field: AnyField, raw: string, context: CellContext): ReadValue {
  const { shape } = field
  switch (shape.kind) {
    case 'whole':
      return readWhole(raw, shape, context)
    case 'decimal':
      return readDecimal(raw, shape, context)
    case 'date':
      return readDay(raw, context)
    case 'year':
      return valueOr(readFiscalYear(raw), () => wordProblem(raw, context, { ja: '令和8年度、2026', en: '2026, 令和8年度' }))
    case 'word':
      return valueOr(readWord(raw, shape.words), () => wordProblem(raw, context, choicesOf(shape.words)))
    case 'mark':
      return readMark(raw, context)
    case 'edition':
      return valueOr(readEdition(raw), () => wordProblem(raw, context, { ja: 'r7、令和7年度版', en: 'r7, 令和7年度版' }))
    case 'item':
      return valueOr(readItem(raw), () => wordProblem(raw, context, { ja: '2-⑤、2-(5)、2-5', en: '2-⑤, 2-(5), 2-5' }))
    case 'json':
      return readJson(raw, shape.schema, context)
    case 'words':
    case 'refs':
    case 'names':
      return readList(field, splitList(raw), context)
    default:
      return value(raw)
  }
}

function valueOr(found: unknown, otherwise: () => ReadValue): ReadValue {
  return found === undefined ? otherwise() : value(found)
}

/** Reads several texts as the values of one list. */
export function readList(field: AnyField, parts: readonly string[], context: CellContext): ReadValue {
  const { shape } = field
  if (shape.kind === 'names' && shape.of) return readNumbers(parts, shape.of, { place: context.place, column: field.ja })
  if (shape.kind !== 'words') return value(parts)
  const found: string[] = []
  for (const part of parts) {
    const one = readWord(part, shape.words)
    if (one === undefined) return wordProblem(part, context, choicesOf(shape.words))
    found.push(one)
  }
  return value(found)
}

/** Full-width digits and points are read as the others. */
function readNumbers(parts: readonly string[], of: 'block' | 'vlan', { place, column }: { place: Place; column: string }): ReadValue {
  const plain = parts.map((part) => part.normalize('NFKC').trim())
  const bad = plain.findIndex((part) => (of === 'block' ? blockOf(part) === undefined : !isVlan(part)))
  if (bad < 0) return value(plain)
  return problemOf(problem(of === 'block' ? 'value/not-a-block' : 'value/not-a-vlan', place, { column, value: parts[bad] ?? '' }))
}

function splitList(raw: string): readonly string[] {
  if (raw === '[]') return []
  return raw
    .split(/[,、;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** NOTE: books write a loss as △ or ▲, and yen before or after the figure. */
function readWhole(raw: string, range: { readonly min: number; readonly max: number }, context: CellContext): ReadValue {
  const plain = raw
    .normalize('NFKC')
    .replace(/[,\s]/g, '')
    .replace(/^([−△▲]?)[¥\\]/, '$1')
    .replace(/(床|台|件|名|人|番|回|日|円)$/, '')
    .replace(/^[−△▲]/, '-')
  return numberWithin(
    range,
    { plain: (range.min < 0 ? /^-?\d+$/ : /^\d+$/).test(plain) ? plain : '', raw, code: 'value/not-a-number' },
    context,
  )
}

/** A share may be written as 68% too. */
function readDecimal(raw: string, range: { readonly min: number; readonly max: number }, context: CellContext): ReadValue {
  const written = raw.normalize('NFKC').trim()
  const percent = range.max === 1 ? /^\d{1,3}(\.\d{1,10})?(?=\s*%$)/.exec(written)?.[0] : undefined
  const plain = percent === undefined ? written.replace(/^[¥\\]|円$/g, '').replace(/(?<=\d),(?=\d{3}(?!\d))/g, '') : `${percent}e-2`
  const isNumber = /^\d{1,15}(\.\d{1,25})?(e-\d{1,3})?$/.test(plain)
  return numberWithin(range, { plain: isNumber ? plain : '', raw, code: 'value/not-a-figure' }, context)
}

function numberWithin(
  { min, max }: { readonly min: number; readonly max: number },
  { plain, raw, code }: { readonly plain: string; readonly raw: string; readonly code: 'value/not-a-number' | 'value/not-a-figure' },
  context: CellContext,
): ReadValue {
  const number = plain === '' ? Number.NaN : Number(plain)
  if (number >= min && number <= max) return value(number)
  const [from, to] = [groupedYen(min), groupedYen(max)]
  return problemOf(problem(code, context.place, { column: context.heading, value: raw, min: from, max: to }))
}

function readDay(raw: string, context: CellContext): ReadValue {
  const read = readJapaneseDate(raw, {
    ...(context.fiscalYear !== undefined && { fiscalYear: context.fiscalYear }),
    ...(context.date1904 !== undefined && { date1904: context.date1904 }),
  })
  if (read.kind === 'date') return value(read.date)
  if (/^[-ー―–—/／()（）\s]*$/.test(raw)) return nothing
  if (read.kind === 'not-a-date') return problemOf(problem('value/not-a-date', context.place, { value: raw }))
  return problemOf(problem('value/ambiguous-date', context.place, { value: raw, candidates: candidatesInWords(read.candidates) }))
}

function candidatesInWords(days: readonly CalendarDate[]): Text {
  if (days.length === 0) return { ja: '年が書かれていません。', en: 'No year is written.' }
  return { ja: `${days.map(wareki).join('、')}のどれですか。`, en: `It may be ${days.join(', ')}.` }
}

/** The code of a choice, by the code itself or any of its names. */
export function readWord(raw: string, words: Words): string | undefined {
  const folded = foldText(raw)
  for (const [code, names] of Object.entries(words)) {
    if (foldText(code) === folded || names.some((name) => foldText(name) === folded)) return code
  }
  if (words !== yesNoWords) return undefined
  const mark = readAnswerMark(raw)
  return mark === 'yes' || mark === 'no' ? mark : undefined
}

function readMark(raw: string, context: CellContext): ReadValue {
  const mark = readAnswerMark(raw)
  if (mark === 'blank') return nothing
  if (mark === 'both' || mark === 'unread') return problemOf(problem('value/unread-mark', context.place, { value: raw }))
  return value(mark)
}

/** r7, R7, 令和7年度版: the id of an edition. */
export function readEdition(raw: string): string | undefined {
  const year = readFiscalYear(raw)
  if (year !== undefined && year >= 2019) return `r${year - 2018}`
  const id = raw.normalize('NFKC').trim().toLowerCase()
  return isEntityId(id) ? id : undefined
}

/** A number of the form as `2-05`, or the whole id of an item as it is. */
function readItem(raw: string): string | undefined {
  const number = readItemNumber(raw)
  if (number !== undefined) return number
  return raw.includes(':') && isEntityId(raw) ? raw : undefined
}

function readJson(raw: string, schema: z.ZodType, context: CellContext): ReadValue {
  try {
    return checkedJson(JSON.parse(raw), schema, context)
  } catch {
    return brokenJson(context)
  }
}

/** A value that only a machine writes, if it still has the shape it was written in. */
export function checkedJson(found: unknown, schema: z.ZodType, context: CellContext): ReadValue {
  const parsed = schema.safeParse(found)
  return parsed.success ? value(parsed.data) : brokenJson(context)
}

function brokenJson({ place, heading }: CellContext): ReadValue {
  return problemOf(problem('value/broken-json', place, { column: heading }))
}

function wordProblem(raw: string, context: CellContext, choices: Text): ReadValue {
  return problemOf(problem('value/not-a-word', context.place, { column: context.heading, value: raw, choices }))
}

function choicesOf(words: Words): Text {
  const names = Object.values(words).map((list) => list[0])
  return { ja: names.join('、'), en: Object.keys(words).join(', ') }
}

function problemOf(found: Problem): ReadValue {
  return { kind: 'problem', problem: found }
}

/** The cell of a value in a list: dates as 2026-11-20, choices in Japanese. */
export function writeValue(field: AnyField, given: unknown): string | undefined {
  if (given === undefined) return undefined
  if (field.isFact && given === 'none') return 'なし'
  if (field.isFact && given === 'not-applicable') return '該当なし'
  const { shape } = field
  if (shape.kind === 'json') return JSON.stringify(given)
  if (Array.isArray(given)) return given.length === 0 ? '[]' : given.map((one) => writeOne(field, one)).join(',')
  return writeOne(field, given)
}

function writeOne({ shape }: AnyField, given: unknown): string {
  const plain = String(given)
  if (shape.kind === 'word' || shape.kind === 'words') return shape.words[plain]?.[0] ?? plain
  if (shape.kind === 'mark') return markWords[plain] ?? plain
  if (shape.kind === 'year') return fiscalYearName(Number(plain), 'ja')
  return plain
}

const markWords: Readonly<Record<string, string>> = { yes: 'はい', no: 'いいえ', 'not-applicable': '対象外', 'other-party': '施設側の担当' }

/** The number of an item as printed, where it reads back as the same item of this edition; else its whole id. */
export function writeItem(item: string, edition: string): string {
  if (!item.startsWith(`${edition}:`)) return item
  const number = item.slice(edition.length + 1)
  const printed = printedNumber(number)
  return readItemNumber(printed) === number ? printed : item
}
