import type { ParseArgsConfig } from 'node:util'
import type { CalendarDate, Lang, Text } from '@mimamori/domain'
import type * as z from 'zod'

/** What a command is given: its own options are in `values`, the common ones are read already. */
export interface Call {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly lang: Lang
  readonly asOf: CalendarDate
  readonly now: Date
  readonly json: boolean
  /** The answer: one JSON document with `--json`, else text for a person. */
  readonly answer: (answer: unknown, words: () => string) => void
  /** Another command, for `schema`. */
  readonly load: (name: string) => Promise<Command | undefined>
  /** Progress and notes, on standard error. */
  readonly note: (text: Text) => void
}

/** 0 done, 1 the check said no, 3 done without a file that could not be read. */
export type ExitStatus = 0 | 1 | 3

export interface Command {
  readonly name: string
  readonly usage: string
  readonly summary: Text
  /** Further lines of its help. */
  readonly more?: () => Text
  readonly options?: NonNullable<ParseArgsConfig['options']>
  /** Fewest and most arguments. */
  readonly positionals: readonly [number, number]
  /** The schema of the JSON answer, where there is one. */
  readonly schema?: z.ZodType
  /** Of a command with several actions: the schema of each one's answer. */
  readonly schemas?: Readonly<Record<string, z.ZodType>>
  run(call: Call): Promise<ExitStatus>
}

/** Wrong usage: exit status 2, with the usage of the command. */
export class UsageError extends Error {
  readonly text: Text

  constructor(text: Text) {
    super(text.en)
    this.text = text
  }
}

/** A text option, or undefined. */
export function textOption(call: Call, name: string): string | undefined {
  const value = call.values[name]
  return typeof value === 'string' ? value : undefined
}
