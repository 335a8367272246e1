import { parseArgs } from 'node:util'
import { type CalendarDate, dayInTokyo, type Lang, readDate, type Text } from '@mimamori/domain'
import { type Call, type Command, UsageError } from './command.ts'
import { commandNames, loadCommand } from './commands/index.ts'
import { errorText, problemOf } from './errors.ts'
import { jsonPieces } from './json-pieces.ts'

export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly now: () => number
}

const common = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  'as-of': { type: 'string' },
  seed: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** 0 done, 1 the check said no, 2 wrong usage, 3 bad input, 4 a fault of ours. */
export type Status = 0 | 1 | 2 | 3 | 4

/** Runs one command line; never throws. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<Status> {
  const wantsJson = argv.includes('--json')
  const lang: Lang = argv.some((word, at) => word === '--lang=en' || (word === '--lang' && argv[at + 1] === 'en')) ? 'en' : 'ja'
  try {
    return await dispatch(argv, terminal)
  } catch (error) {
    return reportError(error, { terminal, wantsJson, lang })
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<Status> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(await overview())
    return name === undefined ? 2 : 0
  }
  const command = await loadCommand(name)
  if (!command)
    throw new UsageError({
      ja: `「${name}」というコマンドはありません。使えるのは:${commandNames.join('、')}`,
      en: `There is no command "${name}". There are: ${commandNames.join(', ')}`,
    })
  const { values, positionals } = parsed(command, rest)
  if (values['help'] === true) {
    terminal.out(helpOf(command))
    return 0
  }
  return command.run(callOf(command, values, positionals, terminal))
}

function helpOf({ usage, summary, more }: Command): string {
  const further = more?.()
  return `${[usage, summary.ja, summary.en, ...(further ? ['', further.ja, '', further.en] : [])].join('\n')}\n`
}

function parsed(
  command: Command,
  rest: readonly string[],
): { values: Record<string, string | boolean | undefined>; positionals: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options: { ...common, ...command.options }, allowPositionals: true })
    return {
      values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Array.isArray(value) ? value.join(',') : value])),
      positionals,
    }
  } catch (error) {
    const why = unreadOption(error)
    throw new UsageError({ ja: `${why.ja}\n使い方:${command.usage}`, en: `${why.en}\nUsage: ${command.usage}` })
  }
}

/** NOTE: Node tells of options in English only; which one it is stands in quotes. */
function unreadOption(error: unknown): Text {
  const why = error instanceof Error ? error.message : String(error)
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  const [, option = ''] = /'([^' ]*)/.exec(why) ?? []
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return { ja: `${option} というオプションはありません。`, en: `There is no option ${option}.` }
  if (why.includes('ambiguous'))
    return {
      ja: `${option} の値が「-」で始まっています。そのとおりなら ${option}=-1 のように「=」でつないでください。`,
      en: `The value of ${option} begins with "-". If it is meant so, join them by "=", as in ${option}=-1.`,
    }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return why.includes('does not take')
      ? { ja: `${option} に値は書きません。`, en: `${option} takes no value.` }
      : { ja: `${option} の値が書かれていません。`, en: `${option} has no value.` }
  return { ja: why, en: why }
}

function callOf(
  command: Command,
  values: Record<string, string | boolean | undefined>,
  positionals: readonly string[],
  terminal: Terminal,
): Call {
  const [fewest, most] = command.positionals
  const usage = { ja: `使い方:${command.usage}`, en: `Usage: ${command.usage}` }
  if (values['help'] !== true && (positionals.length < fewest || positionals.length > most)) throw new UsageError(usage)
  const lang = values['lang'] ?? 'ja'
  if (lang !== 'ja' && lang !== 'en') throw new UsageError({ ja: '--lang は ja か en です。', en: '--lang is ja or en.' })
  const json = values['json'] === true
  return {
    positionals,
    values,
    lang,
    asOf: asOfOption(values['as-of'], terminal),
    now: new Date(terminal.now()),
    json,
    answer: (answer, words) => {
      if (json) for (const piece of jsonPieces(answer)) terminal.out(piece)
      terminal.out(json ? '\n' : `${words()}\n`)
    },
    load: loadCommand,
    note: (text) => terminal.err(`${text[lang]}\n`),
  }
}

function asOfOption(value: string | boolean | undefined, terminal: Terminal): CalendarDate {
  if (typeof value !== 'string') return dayInTokyo(terminal.now())
  const day = readDate(value)
  if (!day)
    throw new UsageError({
      ja: `--as-of「${value}」は日付として読めません。例:2026-11-20`,
      en: `--as-of "${value}" is not a date. Example: 2026-11-20`,
    })
  return day
}

async function overview(): Promise<string> {
  const commands = await Promise.all(commandNames.map(loadCommand))
  const lines = commands.flatMap((command) => (command ? [`  ${command.usage}\n      ${command.summary.ja} / ${command.summary.en}`] : []))
  return `mimamori COMMAND [--json] [--lang ja|en] [--as-of YYYY-MM-DD]\n\n${lines.join('\n')}\n`
}

function reportError(error: unknown, how: { terminal: Terminal; wantsJson: boolean; lang: Lang }): Status {
  const status: Status = error instanceof UsageError ? 2 : problemOf(error) ? 3 : 4
  how.terminal.err(`${errorText(error, how)}\n`)
  return status
}
