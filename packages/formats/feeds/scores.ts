import type { Score, Unparsed } from '@mimamori/matching'
import { type JsonObject, textOf } from './fields.ts'

/** Versions of CVSS whose base score we know how to show. */
const known = new Set(['2.0', '3.0', '3.1', '4.0'])

export type ScoreRead = { readonly kind: 'score'; readonly score: Score } | { readonly kind: 'unparsed'; readonly unparsed: Unparsed }

/** A score of CVSS as JSON holds it; one of a version that is not known yet is kept as words, and stops nothing. */
export function readScore(said: JsonObject, named: { readonly version: string; readonly from: string }): ScoreRead {
  const version = textOf(said.version, 20) ?? named.version
  const vector = textOf(said.vectorString ?? said.vector, 300)
  return scoreOf({ version, base: said.baseScore, vector, from: named.from })
}

export interface Said {
  readonly version: string
  readonly base: unknown
  readonly vector?: string | undefined
  readonly from: string
}

export function scoreOf({ version: raw, base: said, vector, from }: Said): ScoreRead {
  const version = /^\d$/.test(raw) ? `${raw}.0` : raw
  const base = typeof said === 'string' && /^\d+(?:\.\d+)?$/.test(said.trim()) ? Number(said) : said
  if (!known.has(version) || typeof base !== 'number' || !(base >= 0 && base <= 10)) {
    const text = [`CVSS ${version}`, textOf(said, 20), vector].filter((part) => part !== undefined).join(' ')
    return { kind: 'unparsed', unparsed: { text, why: 'score' } }
  }
  return { kind: 'score', score: { version, base, ...(vector !== undefined && { vector }), from } }
}
