import type { Status, VersionRange, VersionStatement } from '@mimamori/matching'
import { one, type VersionsRead } from '../versions.ts'

const constraint = /^(>=|<=|!=|>|<|=)?\s*([^\s<>=!|]+)$/

/** Whether a text is a range of signs: `vers:generic/>=7.2.0|<7.2.5`, or the same without its head as some makers write it. */
export function isRangeText(text: string): boolean {
  return text.startsWith('vers:') || /^\s*[<>]/.test(text)
}

/**
 * The constraints of a vers range in their order: one that opens and one that closes make a range. `!=`, or a text that is no
 * such range, is not read at all.
 */
export function readRangeText(text: string, status: Status): VersionsRead {
  const isVers = text.startsWith('vers:')
  const body = isVers ? text.slice(text.indexOf('/') + 1) : text
  if (body.trim() === '*') return { statements: [{ status, range: {} }] }
  const ranges = rangesOf(body.split(isVers ? '|' : /[|,]|\s(?=[<>])/).map((part) => part.trim()))
  if (!ranges) return { statements: [], unread: text }
  return { statements: ranges.map((range): VersionStatement => ({ status, range })) }
}

function rangesOf(parts: readonly string[]): readonly VersionRange[] | undefined {
  const ranges: VersionRange[] = []
  let start: VersionRange | undefined
  for (const part of parts) {
    const [, sign = '=', raw = ''] = constraint.exec(part) ?? []
    const version = decoded(raw)
    if (version === undefined || sign === '!=') return undefined
    if (sign === '=') ranges.push(one(version))
    else if (sign.startsWith('>')) {
      if (start) return undefined
      start = { from: version, fromIncluded: sign === '>=' }
    } else {
      ranges.push({ ...start, to: version, toIncluded: sign === '<=' })
      start = undefined
    }
  }
  return start ? [...ranges, start] : ranges
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text) || undefined
  } catch {
    return undefined
  }
}
