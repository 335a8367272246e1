import { applyChanges } from '../change.ts'
import type { Change } from '../change-type.ts'
import { isEqual } from '../equal.ts'
import type { AssetId } from '../ids.ts'
import { mergedAs, resolveAlias } from '../merge.ts'
import { type Alias, byId, having, type Picture, type Slices } from '../picture.ts'
import type { Entry } from '../record.ts'
import { identify } from './identity.ts'
import { observationOf } from './observation.ts'
import { factsOf } from './take-in.ts'
import type { Asset, Claim } from './types.ts'

/**
 * What follows when devices that were held to be one are parted again: what was read meanwhile goes to the one that it is of, and
 * what cannot be told waits for a person. What the one that stayed had from the other goes back with it.
 */
export function afterParting(before: Picture, after: Picture): readonly Change[] {
  if (before.slices.aliases === after.slices.aliases) return []
  const parted = before.slices.aliases.filter(
    ({ id, slice }) => slice === 'assets' && !byId(after.slices.aliases, id) && byId(after.slices.assets, id) !== undefined,
  )
  let now = after
  return parted.flatMap((alias) => {
    const changes = partedFrom(before.slices, now.slices, alias)
    const applied = applyChanges(now, changes)
    if (applied.kind === 'applied') now = applied.picture
    return changes
  })
}

/** A claim and the device that it turns out to be of; without one it is a question. */
interface Placed {
  readonly claim: Claim
  readonly asset?: AssetId
  readonly rule: string
}

function partedFrom(before: Slices, slices: Slices, alias: Alias): readonly Change[] {
  const was = mergedAs(alias)
  const [record, then] = [was.record, was.into?.record] as readonly Entry[] as readonly [Asset, Asset?] // both were taken from this slice
  const keep = byId(slices.assets, resolveAlias(before, alias.to))
  const gone = byId(slices.assets, alias.id)
  if (!then || !keep || !gone) return []
  const known = knownThen(before, alias)
  const [since, stayed] = [false, true].map((isKnown) =>
    having(slices.claims, 'asset', keep.id).filter(({ id }) => known.has(id) === isKnown),
  )
  if (!since || !stayed) return []
  const both = [
    { ...then, id: keep.id },
    { ...record, id: gone.id },
  ]
  const placed = placedAmong(since, { assets: both, claims: [...stayed, ...having(slices.claims, 'asset', gone.id)] })
  const back = placed.filter(({ asset }) => asset === gone.id).map(({ claim }) => claim)
  const left = [...stayed, ...placed.filter(({ asset }) => asset === keep.id).map(({ claim }) => claim)]
  return [
    ...placed.flatMap((one) => changeOf(one, [keep.id, gone.id])),
    ...learnt(gone, back),
    ...givenBack(keep, then, { theirs: [record, ...back.map(factsOfClaim)], own: left.map(factsOfClaim) }),
  ]
}

/** Claims that were there, of whichever device, when it was merged or when something else was merged into the same. */
function knownThen(before: Slices, alias: Alias): ReadonlySet<string> {
  const keep = resolveAlias(before, alias.to)
  const path: Alias[] = []
  for (let at: Alias | undefined = alias; at; at = byId(before.aliases, at.to)) path.push(at)
  const others = before.aliases.filter((one) => one.slice === 'assets' && !path.includes(one) && resolveAlias(before, one.to) === keep)
  return new Set([
    ...path.flatMap((one) => mergedAs(one).into?.claims ?? []),
    ...others.flatMap((one) => mergedAs(one).moved.flatMap(({ slice, id }) => (slice === 'claims' ? [id] : []))),
  ])
}

function placedAmong(claims: readonly Claim[], known: { assets: readonly Asset[]; claims: readonly Claim[] }): readonly Placed[] {
  const { decisions } = identify(claims.map(observationOf), known)
  return claims.map((claim, at) => {
    const decision = decisions[at]
    if (decision?.kind === 'same') return { claim, asset: decision.asset, rule: decision.rule }
    return { claim, rule: decision?.kind === 'conflict' && decision.candidates.length > 1 ? decision.rule : 'parted' }
  })
}

/** NOTE: what stays where it is keeps the sentence by which it came there. */
function changeOf({ claim, asset, rule }: Placed, candidates: readonly AssetId[]): readonly Change[] {
  if (asset === claim.asset) return []
  if (asset !== undefined) return [{ kind: 'set', slice: 'claims', id: claim.id, fields: { asset, rule } }]
  return [{ kind: 'set', slice: 'claims', id: claim.id, fields: { candidates, rule }, forget: ['asset'] }]
}

function factsOfClaim(claim: Claim): Partial<Asset> {
  return factsOf(observationOf(claim))
}

/** The device that comes back learns from its claims what nobody had entered. */
function learnt(gone: Asset, claims: readonly Claim[]): readonly Change[] {
  const facts = Object.assign({}, ...claims.map(factsOfClaim).reverse(), gone)
  const fields = Object.fromEntries(Object.entries(facts).filter(([field]) => !Object.hasOwn(gone, field)))
  return Object.keys(fields).length === 0 ? [] : [{ kind: 'set', slice: 'assets', id: gone.id, fields }]
}

/** What the device that stayed did not have before, what the other tells and nothing of its own: it goes back. */
function givenBack(
  keep: Asset,
  then: Asset,
  { theirs, own }: { theirs: readonly Partial<Asset>[]; own: readonly Partial<Asset>[] },
): readonly Change[] {
  const isTheirs = (field: string, value: unknown) =>
    theirs.some((facts) => holds(facts, field, value)) && ![then, ...own].some((facts) => holds(facts, field, value))
  const entries: readonly (readonly [string, unknown])[] = Object.entries(keep)
  const lists = entries.flatMap(([field, value]) => {
    if (!Array.isArray(value)) return []
    const left = value.filter((one) => !isTheirs(field, one))
    return left.length === value.length ? [] : [[field, left] as const]
  })
  const filled = entries.filter(([field, value]) => !Array.isArray(value) && !Object.hasOwn(then, field) && isTheirs(field, value))
  const forget = [...filled, ...lists.filter(([, left]) => left.length === 0)].map(([field]) => field)
  const fields = Object.fromEntries(lists.filter(([, left]) => left.length > 0))
  if (forget.length === 0 && lists.length === 0) return []
  return [{ kind: 'set', slice: 'assets', id: keep.id, fields, forget } as Change] // fields of a device with their own values
}

function holds(facts: object, field: string, value: unknown): boolean {
  const told: unknown = Reflect.get(facts, field)
  return Array.isArray(told) && !Array.isArray(value) ? told.includes(value) : isEqual(told, value)
}
