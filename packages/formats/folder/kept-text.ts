import { extraLimits, type SliceName, type TextFault, type TextLimit, textFault, textLimitOf } from '@mimamori/domain'
import { type Place, type Problem, problem } from '../errors.ts'

export type KeptText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly problem: Problem }

interface Where {
  readonly place: Place
  /** Heading or key as the file has it. */
  readonly heading: string
}

/** The text of a field as it can be kept; a line break within a field of one line, as Excel makes it, becomes a space. */
export function keptText(slice: SliceName, field: string, text: string, where: Where): KeptText {
  const limit = textLimitOf(slice, field)
  return limit ? within(limit, text, where) : { kind: 'text', text }
}

/** A column of the office's own with its text, which may be empty. */
export function keptExtra(raw: string, where: Where): KeptText & { readonly name: string } {
  const name = within(extraLimits.name, where.heading, where)
  if (name.kind !== 'text') return { ...name, name: '' }
  const text = within(extraLimits.text, raw, where)
  return { ...(text.kind === 'nothing' ? { kind: 'text', text: '' } : text), name: name.text }
}

function within(limit: TextLimit, raw: string, where: Where): KeptText {
  const lines = raw.replace(/\r\n?/g, '\n')
  const text = limit.lines === 'one' ? lines.replace(/ *[\n\t]+ */g, ' ') : lines
  const fault = textFault(text, limit)
  if (fault === undefined) return { kind: 'text', text }
  return fault === 'empty' ? { kind: 'nothing' } : { kind: 'problem', problem: told(fault, limit, text, where) }
}

function told(fault: Exclude<TextFault, 'empty'>, limit: TextLimit, text: string, { place, heading }: Where): Problem {
  return fault === 'too-long'
    ? problem('value/too-long', place, { column: heading, length: text.length, most: limit.most })
    : problem('value/forbidden-letters', place, { column: heading })
}
