import type { Condition, Criterion, Status, Unparsed, VersionRange } from '@mimamori/matching'
import { type CpeRead, readCpe } from '../cpe.ts'
import { type JsonObject, objectsOf, present, textOf } from '../fields.ts'
import { one, unescaped } from '../versions.ts'

export interface Configured {
  readonly conditions: readonly Condition[]
  readonly unparsed: readonly Unparsed[]
}

/** How deep nodes may lie in each other; real ones have two levels. */
const mostNested = 20

/** The configurations of version 2.0: in each the nodes are joined by its operator, OR where it has none. */
export function configurationsOf(configurations: readonly JsonObject[]): Configured {
  const unparsed: Unparsed[] = []
  const conditions = configurations.flatMap((configuration) => {
    const nodes = objectsOf(configuration.nodes).flatMap((node) => nodeOf(node, { unparsed, depth: 0 }) ?? [])
    return joined(nodes, configuration) ?? []
  })
  return { conditions, unparsed }
}

/** The nodes of version 1.1, each a configuration. */
export function nodesOf(nodes: readonly JsonObject[]): Configured {
  const unparsed: Unparsed[] = []
  return { conditions: nodes.flatMap((node) => nodeOf(node, { unparsed, depth: 0 }) ?? []), unparsed }
}

interface Reading {
  readonly unparsed: Unparsed[]
  readonly depth: number
}

function nodeOf(node: JsonObject, { unparsed, depth }: Reading): Condition | undefined {
  if (depth > mostNested) {
    unparsed.push({ text: 'nodes', why: 'condition' })
    return undefined
  }
  const leaves = objectsOf(node.cpeMatch ?? node.cpe_match).flatMap((match) => leafOf(match, unparsed) ?? [])
  const children = objectsOf(node.children).flatMap((child) => nodeOf(child, { unparsed, depth: depth + 1 }) ?? [])
  return joined([...leaves, ...children], node)
}

/**
 * Conditions under one operator. NOTE: a leaf that could not be read is left out of them and told: of an AND more remains than the
 * record says, which is the safe side.
 */
function joined(of: readonly Condition[], node: JsonObject): Condition | undefined {
  const [only] = of
  if (!only) return undefined
  const isNegated = node.negate === true
  if (of.length === 1 && !isNegated) return only
  const kind = textOf(node.operator)?.toUpperCase() === 'AND' ? 'all' : 'any'
  return { kind, of, ...(isNegated && { negate: true }) }
}

function leafOf(match: JsonObject, unparsed: Unparsed[]): Condition | undefined {
  const text = textOf(match.criteria ?? match.cpe23Uri, 1000) ?? ''
  const cpe = readCpe(text)
  if (!cpe) {
    unparsed.push({ text, why: 'condition' })
    return undefined
  }
  if (cpe.isPattern) unparsed.push({ text, why: 'version' })
  const isWeak = match.vulnerable !== false
  return { kind: 'product', criterion: { product: { cpe: cpe.name }, vulnerable: isWeak, ...versionsOf(cpe, { match, isWeak }) } }
}

/**
 * Versions of a leaf. All others are not affected: what the record means it lists. A weak product whose name says that it has no
 * version (`-`) is a slip of many records, never all versions; a platform named so has none indeed, and is there or not.
 */
function versionsOf(cpe: CpeRead, { match, isWeak }: { match: JsonObject; isWeak: boolean }): Pick<Criterion, 'versions' | 'otherwise'> {
  const none = (otherwise: Status) => ({ versions: [], otherwise })
  const range = cpe.version === undefined ? rangeOf(match) : one(cpe.version)
  if (cpe.isPattern) return none('unknown')
  if (Object.keys(range).length > 0) return { versions: [{ status: 'affected', range }], otherwise: 'unaffected' }
  return none(cpe.isWithoutVersion && isWeak ? 'unknown' : 'affected')
}

function rangeOf(match: JsonObject): VersionRange {
  const [from, after] = [textOf(match.versionStartIncluding, 200), textOf(match.versionStartExcluding, 200)]
  const [to, before] = [textOf(match.versionEndIncluding, 200), textOf(match.versionEndExcluding, 200)]
  const [start, end] = [from ?? after, to ?? before]
  return present<VersionRange>({
    from: start === undefined ? undefined : unescaped(start),
    fromIncluded: start === undefined ? undefined : from !== undefined,
    to: end === undefined ? undefined : unescaped(end),
    toIncluded: end === undefined ? undefined : to !== undefined,
  })
}
