import { type Lang, printOf, type Text } from '@mimamori/domain'
import { UsageError } from './command.ts'

/** What every error for a person carries as `problem`, wherever in the product it was made. */
interface UserProblem {
  readonly code: string
  readonly message: Text
  readonly action: Text
  readonly file?: string
  readonly sheet?: string
  readonly row?: number
  readonly column?: string
}

/** Bad input that the command line itself finds: exit status 3. */
export class InputError extends Error {
  readonly problem: UserProblem

  constructor(problem: UserProblem) {
    super(problem.message.en)
    this.name = 'InputError'
    this.problem = problem
  }
}

/** The problem of an error that says what happened and what to do; undefined for a fault of ours. */
export function problemOf(error: unknown): UserProblem | undefined {
  const problem: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'problem') : undefined
  if (typeof problem !== 'object' || problem === null) return undefined
  const told =
    typeof Reflect.get(problem, 'code') === 'string' && isText(Reflect.get(problem, 'message')) && isText(Reflect.get(problem, 'action'))
  return told ? (problem as UserProblem) : undefined // checked in the line above
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'ja' in value && 'en' in value
}

/** Several problems found at once, such as those of the settings. */
export function problemsOf(error: unknown): readonly UserProblem[] {
  const problems: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'problems') : undefined
  return Array.isArray(problems) ? problems.flatMap((problem) => problemOf({ problem }) ?? []) : []
}

/** The error as JSON for programs or as sentences for a person; a fault of ours shows a number and no inside. */
export function errorText(error: unknown, { wantsJson, lang }: { wantsJson: boolean; lang: Lang }): string {
  const printed = printedError(error, lang)
  const parts = problemsOf(error).map((problem) => printedProblem(problem, lang))
  if (wantsJson) return JSON.stringify({ error: { ...printed, ...(parts.length > 0 && { problems: parts }) } })
  return [printed, ...parts].map((one) => inWords(one, lang)).join('\n\n')
}

function inWords({ file, sheet, row, column, message, action }: Printed, lang: Lang): string {
  const place = [file, sheet, row === undefined ? undefined : lang === 'ja' ? `${row}行` : `row ${row}`, column]
    .filter((part) => part !== undefined)
    .join(', ')
  return [place, message, action].filter((part) => part !== '').join('\n')
}

interface Printed {
  readonly code: string
  readonly message: string
  readonly action: string
  readonly file?: string
  readonly sheet?: string
  readonly row?: number
  readonly column?: string
}

function printedProblem(problem: UserProblem, lang: Lang): Printed {
  return { ...problem, message: problem.message[lang], action: problem.action[lang] }
}

function printedError(error: unknown, lang: Lang): Printed {
  if (error instanceof UsageError)
    return {
      code: 'usage',
      message: error.text[lang],
      action: lang === 'ja' ? '使い方は「mimamori help」で見られます。' : 'See "mimamori help".',
    }
  const problem = problemOf(error)
  if (problem) return printedProblem(problem, lang)
  const inside = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const reference = printOf(inside).slice(0, 8)
  if (process.env['MIMAMORI_DEBUG']) process.stderr.write(`${inside}\n`)
  return {
    code: 'fault',
    message: lang === 'ja' ? `こちらの不具合です(番号${reference})。` : `This is a fault of ours (number ${reference}).`,
    action:
      lang === 'ja'
        ? 'MIMAMORI_DEBUG=1 を付けて、もう一度お試しください。くわしい記録が出ます。'
        : 'Run it again with MIMAMORI_DEBUG=1 to see the details.',
  }
}
