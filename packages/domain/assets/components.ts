import { addKeys, type Keys, type Node } from './identity-nodes.ts'
import { type Doubt, doubtOf, type IdentityRule, type JoiningRule } from './identity-rules.ts'

/** Nodes held to be one device. */
interface Component {
  readonly members: number[]
  readonly keys: Keys
  /** Node of the register's asset; there is never more than one in a component. */
  asset?: number
  /** The first doubt, so that of the strongest rule, and the nodes that it was not joined with. */
  doubt?: { readonly why: Doubt; readonly others: readonly number[] }
  /** Assets that share a key with it and that it was not joined with. */
  readonly against: Set<number>
}

/** The component of every node; nodes of one component share one object. */
export interface Components {
  readonly of: Component[]
  /** The rule that brought a node to its asset. */
  readonly rules: Map<number, IdentityRule>
}

/** Where one rule finds more different devices than this under one key, the key tells nothing. */
const mostPerKey = 8

export function componentsOf(nodes: readonly Node[]): Components {
  const of = nodes.map(({ asset, keys }, at) => ({
    members: [at],
    keys,
    against: new Set<number>(),
    ...(asset !== undefined && { asset: at }),
  }))
  return { of, rules: new Map() }
}

export function componentOf({ of }: Components, at: number): Component {
  const found = of[at]
  if (!found) throw new Error(`no node ${at}`)
  return found
}

/** Joins nodes that share a key of this rule, as far as nothing speaks against. Every node changes its component O(log n) times. */
export function join(components: Components, group: readonly number[], rule: JoiningRule): void {
  const found = [...new Set(group.map((at) => componentOf(components, at)))]
  const known = found.filter((one) => one.asset !== undefined)
  const open = found.filter((one) => one.asset === undefined)
  if (known.length > 1) {
    noteEachOther(known)
    for (const one of open) choose(components, { one, known, rule })
  } else joinOneByOne(components, [...known, ...open], rule)
}

/** Assets that share a key stay apart, and whatever was joined with one of them remembers the others. */
function noteEachOther(known: readonly Component[]): void {
  const some = known.slice(0, mostPerKey)
  for (const one of some) for (const { asset } of some) if (asset !== undefined && asset !== one.asset) one.against.add(asset)
}

/** Several assets have this key: it counts only where all of them but one are ruled out. */
function choose(components: Components, { one, known, rule }: { one: Component; known: readonly Component[]; rule: JoiningRule }): void {
  const tried = known.slice(0, mostPerKey).map((other) => ({ other, doubt: doubtOf(rule, other.keys, one.keys) }))
  const fitting = tried.filter(({ doubt }) => doubt === undefined)
  const [first] = fitting
  if (first && fitting.length === 1 && known.length <= mostPerKey) {
    unite(components, [first.other, one], rule)
    return
  }
  if (first) {
    note(
      one,
      'several-assets',
      fitting.map(({ other }) => other),
    )
  }
  for (const { other, doubt } of tried) if (doubt && doubt !== 'unrelated' && !first) note(one, doubt, [other])
}

function joinOneByOne(components: Components, [base, ...rest]: readonly Component[], rule: JoiningRule): void {
  const apart = base ? [base] : []
  for (const one of rest) {
    const tried = apart.map((other) => ({ other, doubt: doubtOf(rule, other.keys, one.keys) }))
    const at = tried.findIndex(({ doubt }) => doubt === undefined)
    const fitting = tried[at]
    if (fitting) {
      apart[at] = unite(components, [fitting.other, one], rule)
      continue
    }
    for (const { other, doubt } of tried) {
      if (doubt === undefined || doubt === 'unrelated') continue
      note(one, doubt, [other])
      note(other, doubt, [one])
    }
    if (apart.length < mostPerKey) apart.push(one)
  }
}

/** NOTE: only one of the two ever has an asset, since two assets of the register are never joined here. */
function unite(components: Components, [a, b]: readonly [Component, Component], rule: JoiningRule): Component {
  const [into, from] = a.members.length >= b.members.length ? [a, b] : [b, a]
  const asset = a.asset ?? b.asset
  if (asset !== undefined) {
    for (const at of (a.asset === undefined ? a : b).members) if (!components.rules.has(at)) components.rules.set(at, rule)
    into.asset = asset
  }
  const doubt = into.doubt ?? from.doubt
  if (doubt) into.doubt = doubt
  for (const one of from.against) into.against.add(one)
  addKeys(into.keys, from.keys)
  for (const at of from.members) {
    into.members.push(at)
    components.of[at] = into
  }
  return into
}

function note(one: Component, why: Doubt, others: readonly Component[]): void {
  one.doubt ??= { why, others: others.flatMap((other) => other.asset ?? other.members[0] ?? []) }
  for (const other of others) if (other.asset !== undefined) one.against.add(other.asset)
}
