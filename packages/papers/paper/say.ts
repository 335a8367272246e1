import type { Inline, Part, Rich } from './paper.ts'

type Value = string | number | Inline | readonly Inline[]

/** A sentence with its placeholders filled; values may be page references. A placeholder without a value stays, so that a test sees it. */
export function say(sentence: string, values: Readonly<Record<string, Value>>): Rich {
  const parts = sentence.split(/(\{\w+\})/).filter((part) => part !== '')
  const inlines = parts.flatMap((part) => {
    const value = part.startsWith('{') ? values[part.slice(1, -1)] : undefined
    return value === undefined ? [part] : inlinesOf(value)
  })
  return joined(inlines)
}

/** A sentence about pages of this paper: with their numbers in print, with the names of the parts where there are none. */
export function sayWhere(
  sentence: { readonly printed: string; readonly onScreen: string },
  parts: Readonly<Record<string, Part>>,
  values: Readonly<Record<string, Value>> = {},
): Rich {
  const each = <V>(make: (part: Part) => V) => Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, make(part)]))
  const printed = say(sentence.printed, { ...values, ...each(({ anchor }): Inline => ({ pageOf: anchor })) })
  const onScreen = say(sentence.onScreen, { ...values, ...each(({ anchor, name }): Inline => ({ goTo: anchor, words: name })) })
  return [{ printed: inlinesOfRich(printed), onScreen: inlinesOfRich(onScreen) }]
}

/** The same for sentences whose values are all plain. */
export function sayPlain(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return plainOf(say(sentence, values))
}

function inlinesOf(value: Value): readonly Inline[] {
  if (typeof value === 'number') return [String(value)]
  return isInlines(value) ? value : [value]
}

function inlinesOfRich(rich: Rich): readonly Inline[] {
  return typeof rich === 'string' ? [rich] : rich
}

function isInlines(value: Inline | readonly Inline[]): value is readonly Inline[] {
  return Array.isArray(value)
}

/** Neighbouring strings as one, and a single string as itself: equal sentences have equal values. */
function joined(inlines: readonly Inline[]): Rich {
  const out: Inline[] = []
  for (const inline of inlines) {
    const last = out.at(-1)
    if (typeof inline === 'string' && typeof last === 'string') out[out.length - 1] = last + inline
    else out.push(inline)
  }
  const [only] = out
  return out.length === 1 && typeof only === 'string' ? only : out
}

/** Pieces of one line as one text. */
export function line(...parts: readonly (Rich | undefined)[]): Rich {
  return joined(parts.flatMap((part) => (part === undefined ? [] : inlinesOf(part))))
}

/** The characters of a text alone; page numbers are known only on paper and are left out. */
export function plainOf(rich: Rich): string {
  if (typeof rich === 'string') return rich
  return rich.map(plainOfInline).join('')
}

function plainOfInline(inline: Inline): string {
  if (typeof inline === 'string') return inline
  if ('bold' in inline) return inline.bold
  if ('keep' in inline) return inline.keep
  if ('printed' in inline) return plainOf(inline.printed)
  if ('goTo' in inline) return inline.words
  return 'code' in inline ? inline.code : ''
}
