import { createHash } from 'node:crypto'

/** One line of the trail as it is hashed and exported. `person` and `from` are null where nobody and nowhere is known. */
export interface AuditEntry {
  readonly organisation: string
  readonly seq: number
  /** UTC, to the millisecond. */
  readonly at: string
  readonly person: string | null
  readonly action: string
  readonly subject: string
  readonly detail: unknown
  readonly from: string | null
  readonly prev: string
}

export interface AuditHead {
  readonly seq: number
  readonly hash: string
}

/** What the first line of a chain follows. */
export const emptyHead: AuditHead = { seq: 0, hash: '0'.repeat(64) }

/**
 * JSON with sorted keys and no blanks (as RFC 8785), so that the same facts always give the same bytes. Takes plain JSON
 * values only; a key whose value is undefined is left out, as JSON.stringify does.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${sorted.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
  }
  const text = JSON.stringify(value)
  if (text === undefined) throw new Error(`not a JSON value: ${typeof value}`)
  return text
}

/** SHA-256 over the canonical JSON of the entry, which holds the hash of the one before. */
export function hashEntry(entry: AuditEntry): string {
  const { organisation, seq, at, person, action, subject, detail, from, prev } = entry
  return createHash('sha256').update(canonicalJson({ organisation, seq, at, person, action, subject, detail, from, prev })).digest('hex')
}

/** What the database cannot store or would store otherwise than it was hashed: broken surrogates, NUL, undefined. */
export function storable(value: unknown): unknown {
  const text = JSON.stringify(value ?? {}, (_key, item: unknown) => (typeof item === 'string' ? storableText(item) : item))
  return JSON.parse(text)
}

export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
