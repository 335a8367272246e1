import { applyChanges } from '../change.ts'
import type { AssetId } from '../ids.ts'
import { byId, having, type Picture } from '../picture.ts'
import type { Lang } from '../record.ts'
import type { Drift, DriftReport } from './drift.ts'
import { identify } from './identity.ts'
import { type IdentityRule, identityRules } from './identity-rules.ts'
import type { Observation } from './observation.ts'
import { questionsOf } from './questions.ts'
import { assetSentence } from './sentence.ts'
import { dayOfSight } from './sighting.ts'
import { type IdFor, takeIn } from './take-in.ts'
import type { Asset, AssetReference, Claim, InstalledSoftware } from './types.ts'

/** A picture with what a source saw taken in, and the asset of each observation; none for one that nobody can tell. */
export interface TakenIn {
  readonly picture: Picture
  readonly assetOf: ReadonlyMap<number, AssetId>
}

/** What an import would make of a picture: its observations held against the register and taken in. */
export function withObservations(picture: Picture, observations: readonly Observation[], idFor: IdFor): TakenIn {
  const { slices } = picture
  const { decisions } = identify(observations, slices)
  const { changes, assetOf } = takeIn(observations, decisions, { slices, idFor })
  const result = applyChanges(picture, changes)
  if (result.kind === 'refused') throw new Error(`an import that cannot be applied: ${result.why} at ${result.at}`)
  return { picture: result.picture, assetOf }
}

export interface PrintedClaim {
  /** `register` too for the row of the register itself. */
  readonly source: string
  readonly file: string
  readonly row?: number
  readonly seenOn: string | null
  readonly identity: PrintedRule
}

interface PrintedRule {
  /** `listed`: a row of the register and nothing else. */
  readonly rule: string
  readonly reason: string
}

export interface PrintedAsset {
  readonly id: string
  readonly kind: string | null
  readonly name: string
  /** False for a device that a source has seen and nobody has taken into the register. */
  readonly listed: boolean
  readonly addresses: readonly { readonly ip: string | null; readonly mac: string | null }[]
  readonly software: readonly { readonly name: string; readonly version: string | null; readonly cpe?: string }[]
  readonly claims: readonly PrintedClaim[]
  readonly identity: PrintedRule
  readonly lastSeenOn: string | null
}

export interface PrintedConflict {
  readonly assets: readonly string[]
  readonly rule: string
  readonly why: string
  readonly claims: readonly Omit<PrintedClaim, 'identity'>[]
}

export interface Inventory {
  readonly assets: readonly PrintedAsset[]
  readonly conflicts: readonly PrintedConflict[]
}

export interface InventoryOptions {
  readonly sentences: AssetReference['assetSentences']
  readonly lang: Lang
  /** Where the row of an asset stands in the register. */
  readonly listedAt?: (id: AssetId) => { readonly file?: string; readonly row?: number }
}

/** Every device once, with what each source says of it and why that is held to be the same device. */
export function inventoryOf({ slices }: Picture, options: InventoryOptions): Inventory {
  const { assets, claims, software } = slices
  return {
    assets: assets.map((asset) => printAsset(asset, having(claims, 'asset', asset.id), having(software, 'asset', asset.id), options)),
    conflicts: conflictsOf(claims, options),
  }
}

function printAsset(
  asset: Asset,
  claims: readonly Claim[],
  software: readonly InstalledSoftware[],
  options: InventoryOptions,
): PrintedAsset {
  const told = [...claims].sort(byTime)
  const seen = told.flatMap((claim) => (claim.by === 'register' ? [] : (dayOfSight(claim.seenAt) ?? [])))
  const strongest = identityRules.find((rule) => told.some((claim) => claim.rule === rule))
  const isListed = asset.unlisted === undefined
  return {
    id: asset.id,
    kind: asset.kind ?? null,
    name: asset.name,
    listed: isListed,
    addresses: addressesOf([asset, ...told]),
    software: software.map(({ name, version, cpe }) => ({ name, version: version ?? null, ...(cpe !== undefined && { cpe }) })),
    claims: [
      ...rowOfRegister(asset, options),
      ...told.map((claim) => ({ ...printClaim(claim), identity: ruleInWords(claim.rule, options) })),
    ],
    identity: ruleInWords(strongest ?? (isListed ? 'listed' : 'nothing-known'), options),
    lastSeenOn: seen.sort().at(-1) ?? null,
  }
}

function byTime(a: Claim, b: Claim): number {
  const [first, second] = [a, b].map((one) => [one.seenAt ?? '', one.file, String(one.row ?? 0).padStart(9, '0'), one.id].join(' '))
  return (first ?? '') < (second ?? '') ? -1 : 1
}

function rowOfRegister(asset: Asset, { listedAt, ...options }: InventoryOptions): readonly PrintedClaim[] {
  const { file, row } = (asset.unlisted === undefined ? listedAt?.(asset.id) : undefined) ?? {}
  if (file === undefined) return []
  const seenOn = asset.confirmedOn ?? null
  return [{ source: 'register', file, ...(row !== undefined && { row }), seenOn, identity: ruleInWords('listed', options) }]
}

function printClaim({ by, file, row, seenAt }: Claim): Omit<PrintedClaim, 'identity'> {
  return { source: by, file, ...(row !== undefined && { row }), seenOn: dayOfSight(seenAt) ?? null }
}

function ruleInWords(rule: string | undefined, { sentences, lang }: InventoryOptions): PrintedRule {
  const known = rule ?? ('by-hand' satisfies IdentityRule)
  return { rule: known, reason: assetSentence(sentences, { id: `identity:${known}`, lang }) }
}

/** Pairs as a source gives them; an address that stands in a pair does not stand alone beside it. */
function addressesOf(all: readonly Pick<Asset, 'ips' | 'macs'>[]): PrintedAsset['addresses'] {
  const pairs = all.flatMap(({ ips = [], macs = [] }) => (macs.length === 1 ? ips.map((ip) => ({ ip, mac: macs[0] ?? null })) : []))
  const found = new Map(pairs.map((pair) => [`${pair.ip} ${pair.mac}`, pair]))
  const paired = new Set(pairs.flatMap(({ ip, mac }) => [ip, mac]))
  const alone = new Set(all.flatMap(({ ips = [], macs = [] }) => [...ips, ...macs]).filter((one) => !paired.has(one)))
  const macs = new Set(all.flatMap((one) => one.macs ?? []))
  return [...found.values(), ...[...alone].map((one) => (macs.has(one) ? { ip: null, mac: one } : { ip: one, mac: null }))]
}

/** Claims that nobody could place, together where a person is asked the same of them. */
function conflictsOf(claims: readonly Claim[], options: InventoryOptions): readonly PrintedConflict[] {
  return questionsOf(claims).map(({ candidates, claims: told }) => {
    const rule = told[0].rule ?? 'nothing-known'
    return { assets: candidates, rule, why: ruleInWords(rule, options).reason, claims: [...told].sort(byTime).map(printClaim) }
  })
}

export interface PrintedDrift {
  readonly asset: string
  readonly name: string
  readonly say: string
  readonly before?: string
  readonly after?: string
  readonly text: string
}

export type PrintedDrifts = { readonly [K in keyof DriftReport]: readonly PrintedDrift[] }

/** What came, went, moved and changed, with the names of the devices and in sentences. */
export function printDrift(report: DriftReport, picture: Picture, { sentences, lang }: InventoryOptions): PrintedDrifts {
  const print = ({ id, say, before, after }: Drift): PrintedDrift => {
    const values = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
    const text = assetSentence(sentences, { id: `drift:${say}`, lang, values })
    return { asset: id, name: byId(picture.slices.assets, id)?.name ?? id, say, ...values, text }
  }
  const { added, gone, moved, changed } = report
  return { added: added.map(print), gone: gone.map(print), moved: moved.map(print), changed: changed.map(print) }
}
