import type { Asset, Lang } from '@mimamori/domain'
import { say } from '../text/index.ts'
import { ageOfMany } from './ages.ts'
import { classOf } from './classes.ts'
import type { MapFacts } from './facts.ts'
import { modelOf, nameOfMany, nameOfZoneStack, subOfDevice } from './names.ts'
import type { Stackable } from './places.ts'
import type { Age, MapBox } from './types.ts'

export interface StackOptions {
  /** By what devices of one kind are told apart. */
  readonly by: 'name' | 'switch' | 'kind' | 'class' | 'zone'
  readonly unfolded: ReadonlySet<string>
}

/** So many of one name have a stack of their own: 外来PC ×42 and 病棟PC ×61 instead of PC ×103. */
const enoughOfOneName = 5

/** The stacks of a zone; devices alone in theirs, and those of an unfolded stack, as boxes of their own. */
export function stacksOf(zone: string, devices: readonly Stackable[], facts: MapFacts, options: StackOptions): readonly MapBox[] {
  const groups = Map.groupBy(devices, keyOf(zone, devices, options))
  return [...groups].flatMap(([id, group]) => {
    const assets = group.map((one) => one.asset)
    // NOTE: what was opened of a class is again in stacks, by name: nobody opens a stack to see 200 PCs.
    const parts = options.by === 'class' && options.unfolded.has(id) ? stacksOf(zone, group, facts, { ...options, by: 'name' }) : []
    if (parts.length > 1) return parts
    if (assets.length === 1 || options.unfolded.has(id)) return assets.map((asset) => boxOfDevice(asset, facts, zone))
    return [boxOfStack(id, assets, facts, { zone, ofZone: options.by === 'zone' })]
  })
}

function keyOf(zone: string, devices: readonly Stackable[], { by }: StackOptions): (device: Stackable) => string {
  if (by === 'zone') return () => `stack:${zone}`
  if (by === 'class') return ({ asset }) => `stack:${zone}|class|${classOf(asset)}`
  const switches = new Set(devices.flatMap((one) => one.behind ?? []))
  const perSwitch = by !== 'kind' && switches.size > 1
  const named = by === 'name' ? namesOften(devices) : new Map<string, number>()
  return ({ asset, stem, behind }) => {
    const kind = `${asset.kind ?? ''}${asset.unlisted ? '?' : ''}`
    const often = stem !== undefined && (named.get(`${kind}|${stem}`) ?? 0) >= enoughOfOneName
    return ['stack:', zone, '|', kind, ...(perSwitch ? ['|', behind ?? ''] : []), ...(often ? ['|=', stem] : [])].join('')
  }
}

function namesOften(devices: readonly Stackable[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { asset, stem } of devices) {
    const key = `${asset.kind ?? ''}|${stem ?? ''}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

export function boxOfDevice(asset: Asset, facts: MapFacts, zone: string | undefined): MapBox {
  const { lang = 'ja' } = facts.input
  const isEntrance = facts.entrancesAt.has(asset.id)
  const age = facts.ageOf(facts.seenOn(asset))
  const isStranger = isEntrance && asset.unlisted !== undefined
  const sub = isStranger ? undefined : subOfDevice(asset, lang, isEntrance)
  const kind = facts.kindName(facts.isOwnOutside(asset.id) ? 'mobile-router' : asset.kind) ?? say(lang, 'map.kindUnknown')
  // NOTE: what stands in no register has the name that it gives itself, which tells people nothing.
  const title = isStranger ? say(lang, 'map.unlistedNamed', { kind, name: asset.name }) : asset.name
  const about = [kind, sub, modelOf(asset)]
  return {
    id: asset.id,
    role: isEntrance ? 'entrance' : zone === undefined ? 'core' : 'device',
    title,
    ...(sub !== undefined && sub !== asset.name && { sub }),
    label: say(lang, 'map.label.one', { name: title, about: partsOf(about, lang), age: say(lang, `map.age.${age}`) }),
    count: 1,
    age,
    members: [asset.id],
    rank: facts.kindRank(asset.kind),
    ...(zone !== undefined && { zone }),
    ...(asset.kind !== undefined && { kind: asset.kind }),
    ...(isEntrance && { entrance: true }),
    ...(asset.unlisted && { unlisted: true }),
    ...(asset.kind === undefined && { unknown: true }),
  }
}

export function boxOfStack(
  id: string,
  assets: readonly Asset[],
  facts: MapFacts,
  { zone, ofZone = false }: { readonly zone?: string; readonly ofZone?: boolean },
): MapBox {
  const { lang = 'ja' } = facts.input
  const kind = assets.every((one) => one.kind === assets[0]?.kind) ? assets[0]?.kind : undefined
  const ages = assets.map((one) => facts.ageOf(facts.seenOn(one)))
  const age = ageOfMany(ages)
  const title = ofZone ? nameOfZoneStack(assets, facts, lang) : nameOfMany(assets, facts, lang)
  const about = [kind === undefined ? undefined : facts.kindName(kind), ...spreadOf(ages, age, lang)]
  const told = partsOf(about, lang) || title
  return {
    id,
    role: 'stack',
    title,
    label: say(lang, 'map.label.many', { name: title, count: assets.length, about: told, age: say(lang, `map.age.${age}`) }),
    count: assets.length,
    age,
    foldable: true,
    members: assets.map((one) => one.id).toSorted(),
    rank: facts.kindRank(kind),
    ...(zone !== undefined && { zone }),
    ...(kind !== undefined && { kind }),
    ...(assets.every((one) => one.unlisted) && { unlisted: true }),
  }
}

/** How many are older than the age of the whole. */
function spreadOf(ages: readonly Age[], age: Age, lang: Lang): readonly string[] {
  const count = (which: Age) => ages.filter((one) => one === which).length
  const [older, unknown] = [count('older'), count('unknown')]
  return [
    ...(older > 0 && age !== 'older' ? [say(lang, 'map.label.older', { count: older })] : []),
    ...(unknown > 0 && age !== 'unknown' ? [say(lang, 'map.label.notSeen', { count: unknown })] : []),
  ]
}

export function partsOf(parts: readonly (string | undefined)[], lang: Lang): string {
  return [...new Set(parts.filter((part) => part !== undefined))].join(lang === 'ja' ? '・' : ', ')
}
