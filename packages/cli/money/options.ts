import { groupedYen } from '@mimamori/domain'
import { type Call, textOption, UsageError } from '../command.ts'

interface Whole {
  readonly least: number
  readonly most: number
  readonly usual?: number
}

/** NOTE: a comma stands before three figures, so that 1,5 is no 15. */
const wholeNumber = /^(\d{1,3}(,\d{3})+|\d[\d_]*)$/

/** A whole number, which may be written with commas or underscores; undefined where it is absent and nothing is usual. */
export function wholeOption(call: Call, name: string, { least, most, usual }: Whole): number | undefined {
  const text = textOption(call, name)
  if (text === undefined) return usual
  const number = wholeNumber.test(text) ? Number(text.replaceAll(/[,_]/g, '')) : Number.NaN
  if (number >= least && number <= most) return number
  throw new UsageError({
    ja: `--${name}「${text}」は使えません。${least}から${groupedYen(most)}までの整数を、半角で書いてください。`,
    en: `--${name} "${text}" cannot be used. Write a whole number from ${least} to ${groupedYen(most)}.`,
  })
}

/** The same where it has a usual value. */
export function wholeOr(call: Call, name: string, range: Required<Whole>): number {
  return wholeOption(call, name, range) ?? range.usual
}

/** A facility folder or a model file; exactly one of them. */
export function oneSource(call: Call, usage: string): { readonly folder?: string } {
  const [folder] = call.positionals
  if ((folder === undefined) !== (textOption(call, 'model') === undefined)) return folder === undefined ? {} : { folder }
  throw new UsageError({
    ja: `施設のフォルダーか --model のファイルの、どちらか1つを書いてください。使い方:${usage}`,
    en: `Name either a facility folder or a file with --model. Usage: ${usage}`,
  })
}

export { mostYen } from '@mimamori/domain'
