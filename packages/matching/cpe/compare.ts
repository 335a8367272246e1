import { type CpeAttribute, type CpeName, type CpeValue, cpeAttributes } from './name.ts'
import { charsOf } from './values.ts'

/**
 * How a source stands to a target: `superset` means that the source holds the target and more. `undefined` of an attribute: the
 * target has wildcards, of which the standard says nothing; of a name: wider in one attribute and narrower in another, or undefined
 * in one.
 */
export type CpeRelation = 'superset' | 'subset' | 'equal' | 'disjoint' | 'undefined'

export interface CpeComparison {
  readonly relation: CpeRelation
  readonly attributes: Readonly<Record<CpeAttribute, CpeRelation>>
}

/** Both names, attribute by attribute (NISTIR 7696, section 6, tables 6-2 to 6-4). */
export function compareCpe(source: CpeName, target: CpeName): CpeComparison {
  const pairs = cpeAttributes.map((attribute) => [attribute, compareValues(source[attribute], target[attribute])] as const)
  const attributes: Record<CpeAttribute, CpeRelation> = { ...allEqual }
  for (const [attribute, relation] of pairs) attributes[attribute] = relation
  return { relation: nameRelation(new Set(pairs.map(([, relation]) => relation))), attributes }
}

const allEqual: Readonly<Record<CpeAttribute, CpeRelation>> = {
  part: 'equal',
  vendor: 'equal',
  product: 'equal',
  version: 'equal',
  update: 'equal',
  edition: 'equal',
  language: 'equal',
  swEdition: 'equal',
  targetSw: 'equal',
  targetHw: 'equal',
  other: 'equal',
}

function nameRelation(found: ReadonlySet<CpeRelation>): CpeRelation {
  if (found.has('disjoint')) return 'disjoint'
  if (found.has('undefined') || (found.has('superset') && found.has('subset'))) return 'undefined'
  if (found.has('superset')) return 'superset'
  return found.has('subset') ? 'subset' : 'equal'
}

/** One attribute of a source held against that of a target. */
export function compareValues(source: CpeValue, target: CpeValue): CpeRelation {
  if (target.kind === 'value' && hasWildcards(target.value)) return 'undefined'
  if (source.kind === target.kind && source.kind !== 'value') return 'equal'
  if (source.kind === 'any') return 'superset'
  if (target.kind === 'any') return 'subset'
  if (source.kind === 'na' || target.kind === 'na') return 'disjoint'
  if (source.value === target.value) return 'equal'
  return hasWildcards(source.value) && holds(patternOf(source.value), patternOf(target.value).text) ? 'superset' : 'disjoint'
}

/** NOTE: wildcards stand at the ends alone; a quoted one has its backslash before it. */
function hasWildcards(value: string): boolean {
  return /^[*?]|(?:^|[^\\])(?:\\\\)*[*?]$/.test(value)
}

/** A value without its wildcards, and how many characters may stand at its ends. */
interface Pattern {
  readonly before: number
  readonly text: string
  readonly behind: number
}

function patternOf(value: string): Pattern {
  const chars = charsOf(value)
  const from = chars.findIndex(({ special }) => !special)
  const first = from === -1 ? chars.length : from
  const last = chars.findLastIndex(({ special }) => !special) + 1
  const room = (ends: typeof chars) => (ends.some(({ char }) => char === '*') ? Number.POSITIVE_INFINITY : ends.length)
  const text = chars
    .slice(first, Math.max(first, last))
    .map(({ char }) => char)
    .join('')
  return { before: room(chars.slice(0, first)), text, behind: from === -1 ? 0 : room(chars.slice(last)) }
}

/** NOTE: `?` stands for one character or none, as the algorithm of NISTIR 7696, section 7.3, reads it. */
function holds({ before, text, behind }: Pattern, target: string): boolean {
  for (let at = target.indexOf(text); at !== -1 && at <= before; at = at < target.length ? target.indexOf(text, at + 1) : -1) {
    if (target.length - at - text.length <= behind) return true
  }
  return false
}
