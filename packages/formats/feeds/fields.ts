export type JsonObject = Readonly<Record<string, unknown>>

/** The fields of a record as they stand in JSON; of another kind than the reader wants, they are as good as absent. */
export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined // an object of JSON
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The value as a list, empty where it is absent. */
export function some<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value]
}

export function objectsOf(value: unknown): readonly JsonObject[] {
  return listOf(value).flatMap((one) => some(objectOf(one)))
}

const mostText = 2000

/** A text on one line without signs that nobody sees, cut to a length that can be kept; absent when empty. */
export function textOf(value: unknown, most = mostText): string | undefined {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return undefined
  const text = (value.length > most * 4 ? value.slice(0, most * 4) : value).replace(/[\p{Cc}\p{Cf}\ufffd\s]+/gu, ' ').trim()
  if (text === '') return undefined
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((one) => textOf(one) ?? [])
}

/** The day of a date or instant; the day that it is at the place where it was written. */
export function dayOf(value: unknown): string | undefined {
  const day = typeof value === 'string' ? /^\d{4}-(\d\d)-(\d\d)(?=$|[T ])/.exec(value.trim()) : null
  if (!day) return undefined
  const [month, date] = [Number(day[1]), Number(day[2])]
  return month >= 1 && month <= 12 && date >= 1 && date <= 31 ? day[0] : undefined
}

/** A number of CVE in upper case. */
export function cveOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim().toUpperCase() : ''
  return /^CVE-\d{4}-\d{4,19}$/.test(text) ? text : undefined
}

const mostLinks = 50

/** Addresses of the web among these, each once. */
export function linksOf(values: readonly unknown[]): readonly string[] {
  const links = values.filter(
    (one): one is string => typeof one === 'string' && one.length <= mostText && /^https?:\/\/[^\s<>"]+$/i.test(one),
  )
  return [...new Set(links)].slice(0, mostLinks)
}

/** Without the fields that are absent. */
export function present<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T // the same fields without the absent ones
}

export function hasJapanese(text: string): boolean {
  return /[\u3040-\u30ff\u3400-\u9fff]/.test(text)
}
