/** Names of the values that a sentence needs: `{n}` shows one, `{n?item|items}` chooses a word by it. */
export type Placeholder<S extends string> = S extends `${string}{${infer Inside}}${infer Rest}` ? NameIn<Inside> | Placeholder<Rest> : never

type NameIn<Inside extends string> = Inside extends `${infer Name}?${string}` ? Name : Inside

export type Values = Readonly<Record<string, string | number>>

const pattern = /\{(\w+)(?:\?([^|}]*)\|([^}]*))?\}/g

/** Puts values into a sentence; `{n?item|items}` gives the first word for 1 and the second for all else. */
export function fillSentence(sentence: string, values: Values): string {
  return sentence.replace(pattern, (whole, name: string, one: string | undefined, other: string | undefined) => {
    const value = values[name]
    if (value === undefined) return whole
    if (one === undefined || other === undefined) return String(value)
    return Number(value) === 1 ? one : other
  })
}

/** The names of the values in a sentence, each once, in order of the alphabet. */
export function placeholdersOf(sentence: string): readonly string[] {
  return [...new Set([...sentence.matchAll(pattern)].map((match) => match[1] ?? ''))].sort()
}
