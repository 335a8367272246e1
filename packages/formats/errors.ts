import type { Lang, Text } from '@mimamori/domain'
import { type ErrorCode, errorTexts } from './error-texts.ts'

/** Where in a file something was found; `column` is a letter of Excel, or the name of a field in a text file. */
export interface Place {
  readonly file?: string
  readonly sheet?: string
  /** Row as Excel counts it, or line of a text file; 1 first. */
  readonly row?: number
  readonly column?: string
}

/** Something that could not be read as it stands: what happened and where, and what to do now, in both languages. */
export interface Problem {
  readonly code: ErrorCode
  readonly message: Text
  readonly action: Text
  readonly place: Place
}

/** A problem with its place beside it, as answers of the command line and the server print it. */
export type FlatProblem = Omit<Problem, 'place'> & Place

/** Values of a sentence; a name in both languages, or the words of the file itself. */
export type ProblemValues = Readonly<Record<string, string | number | Text>>

/** Stops the reading: nothing of the file can be used. `message` is Japanese, for logs; `texts` has both languages. */
export class UserError extends Error {
  readonly code: ErrorCode
  readonly texts: Text
  readonly action: Text
  readonly place: Place

  constructor(from: Problem, options?: ErrorOptions) {
    super(from.message.ja, options)
    this.name = 'UserError'
    this.code = from.code
    this.texts = from.message
    this.action = from.action
    this.place = from.place
  }

  get problem(): FlatProblem {
    return flatProblem(problemOfError(this))
  }
}

export function problemOfError(error: UserError): Problem {
  return { code: error.code, message: error.texts, action: error.action, place: error.place }
}

export function flatProblem({ place, ...rest }: Problem): FlatProblem {
  return { ...rest, ...place }
}

/** A problem of this code at this place; throws when a value of its sentences is missing, since that is our mistake. */
export function problem(code: ErrorCode, place: Place, values: ProblemValues = {}): Problem {
  const { message, action } = errorTexts[code]
  return {
    code,
    message: both((lang) => fill(message[lang], values, lang)),
    action: both((lang) => fill(action[lang], values, lang)),
    place,
  }
}

/** The same as an error to throw. */
export function userError(code: ErrorCode, place: Place, values: ProblemValues = {}, options?: ErrorOptions): UserError {
  return new UserError(problem(code, place, values), options)
}

/** 台帳.xlsx「2階」シート、14行、E列. Empty for no place. */
export function placeInWords(place: Place, lang: Lang): string {
  const { file, sheet, row, column } = place
  const isLetter = column !== undefined && /^[A-Z]{1,3}$/.test(column)
  if (lang === 'ja') {
    const head = `${clip(file ?? '')}${sheet === undefined ? '' : `「${clip(sheet)}」シート`}`
    const columnWords = column === undefined ? '' : isLetter ? `${column}列` : `「${clip(column)}」の欄`
    return [head, row === undefined ? '' : `${row}行`, columnWords].filter((part) => part !== '').join('、')
  }
  const columnWords = column === undefined ? '' : isLetter ? `column ${column}` : `field "${clip(column)}"`
  const parts = [clip(file ?? ''), sheet === undefined ? '' : `sheet "${clip(sheet)}"`, row === undefined ? '' : `row ${row}`, columnWords]
  return parts.filter((part) => part !== '').join(', ')
}

/** The whole as one line for a person: where, what happened, what to do now. */
export function problemInWords({ place, message, action }: Problem, lang: Lang): string {
  const where = placeInWords(place, lang)
  const gap = lang === 'ja' ? '' : ' '
  return `${where === '' ? '' : `${where}:${gap}`}${message[lang]}${gap}${action[lang]}`
}

function both(make: (lang: Lang) => string): Text {
  return { ja: make('ja'), en: make('en') }
}

function fill(sentence: string, values: ProblemValues, lang: Lang): string {
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = values[key]
    if (value === undefined) throw new Error(`no value for {${key}} of: ${sentence}`)
    return clip(typeof value === 'object' ? value[lang] : String(value))
  })
}

/** Words of a file as a sentence shows them: one line, not longer than a person reads. */
export function clip(text: string, most = 60): string {
  const line = [...text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim()]
  return line.length > most ? `${line.slice(0, most).join('')}…` : line.join('')
}
