import type { Change } from '../change-type.ts'
import { isEqual } from '../equal.ts'
import type { AssetId, ClaimId, SoftwareId, SourceId } from '../ids.ts'
import { resolveAlias } from '../merge.ts'
import { byId, having, type Slices } from '../picture.ts'
import { type TextLimit, textLimits } from '../text-limits.ts'
import type { Decision } from './identity.ts'
import { type Observation, programText } from './observation.ts'
import type { Asset, Claim, InstalledSoftware } from './types.ts'

/** How ids are made: from a hash of the key, so that the same row gets the same id and no number can be read from it. */
export type IdFor = (slice: 'assets' | 'claims' | 'software', key: string) => string

/** Sources by which an office lists devices: what stands in them is listed. */
const listing: ReadonlySet<Observation['source']> = new Set(['register', 'vendor-list', 'hand'])

export function isListing(source: Observation['source']): boolean {
  return listing.has(source)
}

interface Work {
  readonly slices: Slices
  readonly idFor: IdFor
  readonly source?: SourceId
  readonly changes: Change[]
  /** Assets and programs that this import has added or filled in. */
  readonly assets: Map<string, Asset>
  readonly software: Set<string>
  /** Rows of lists that nobody could tell yet. */
  readonly waiting: readonly Claim[]
}

/**
 * The changes by which an import becomes part of the picture: every observation stays as a claim, a new device becomes an
 * asset that is not listed yet, and a known one learns what nobody had entered. What a person has entered is never overwritten.
 */
export function takeIn(
  observations: readonly Observation[],
  decisions: readonly Decision[],
  into: { slices: Slices; idFor: IdFor; source?: SourceId },
): { readonly changes: readonly Change[]; readonly assetOf: ReadonlyMap<number, AssetId> } {
  const work: Work = { ...into, changes: [], assets: new Map(), software: new Set(), waiting: into.slices.claims.filter(isTimeless) }
  const assetOf = new Map<number, AssetId>()
  for (const [at, observation] of observations.entries()) {
    const decision = decisions[at]
    if (!decision) continue
    const first = decision.kind === 'new' ? observations[decision.group] : undefined
    const asset = decision.kind === 'same' ? decision.asset : first && newId(work, first)
    if (asset !== undefined) {
      learn(work, asset, observation)
      assetOf.set(at, asset)
    }
    addClaim(work, observation, decision, asset)
  }
  const known = [...work.assets.values()].flatMap((asset) => assetChange(into.slices, asset))
  return { changes: [...known, ...work.changes], assetOf }
}

/** A device is named by the strongest key that it was first seen with, and by where: a generic name alone would join strangers. */
function newId({ idFor, slices }: Work, first: Observation): AssetId {
  const { serials, directoryIds, uuids, tags, macs, names, ips, file, row, seenAt } = first
  const key = [serials, directoryIds, uuids, tags, macs, names, ips].find((list) => list?.length) ?? []
  const id = idFor('assets', [...key, file, row, seenAt ?? ''].join(' '))
  return resolveAlias(slices, id) as AssetId // made for a record of this slice, or what it was merged into
}

function assetChange(slices: Slices, asset: Asset): readonly Change[] {
  const stored = byId(slices.assets, asset.id)
  if (!stored) return [{ kind: 'add', slice: 'assets', record: asset }]
  const fields = Object.fromEntries(Object.entries(asset).filter(([key, value]) => Reflect.get(stored, key) !== value))
  const forget = stored.unlisted && !asset.unlisted ? (['unlisted'] as const) : []
  if (Object.keys(fields).length === 0 && forget.length === 0) return []
  return [{ kind: 'set', slice: 'assets', id: asset.id, fields, ...(forget.length > 0 && { forget }) }]
}

/** Fills in what is unknown of an asset, and makes it one where it is new. */
function learn(work: Work, id: AssetId, told: Observation): void {
  const isListed = isListing(told.source)
  const before: Asset = work.assets.get(id) ??
    byId(work.slices.assets, id) ?? { id, name: nameOf(told), unlisted: 'yes', ...(work.source && { source: work.source }) }
  const { unlisted, ...listed } = before
  const now: Asset = { ...factsOf(told), ...(isListed ? listed : before) }
  work.assets.set(id, now)
  for (const program of told.software ?? []) addProgram(work, id, program)
}

/** A name for a device that nobody has named. */
export function nameOf({ names, maker, model, ips, macs, file, row }: Observation): string {
  const device = [maker, model].filter((part) => part !== undefined).join(' ')
  const name = names?.[0] ?? (device === '' ? (ips?.[0] ?? macs?.[0] ?? `${file} ${row}`) : device)
  return lineOf(name, textLimits.assets.name) ?? '?'
}

/** The fields of an asset that an observation tells. */
export function factsOf(told: Observation): Partial<Asset> {
  const { kind, serials, tags, macs, ips, names } = told
  return known<Partial<Asset>>({
    kind,
    serial: lineOf(serials?.[0], textLimits.assets.serial),
    tag: lineOf(tags?.[0], textLimits.assets.tag),
    macs: wordsOf(macs),
    ips: wordsOf(ips),
    hostNames: wordsOf(names),
    maker: lineOf(told.maker, textLimits.assets.maker),
    model: lineOf(told.model, textLimits.assets.model),
    os: lineOf(told.os, textLimits.assets.os),
    firmware: lineOf(told.firmware, textLimits.assets.firmware),
    room: lineOf(told.room, textLimits.assets.room),
  })
}

function addClaim(work: Work, told: Observation, decision: Decision, asset: AssetId | undefined): void {
  const { serials, directoryIds, uuids, tags, macs, ips, names, link } = told
  const limits = textLimits.claims
  const id = work.idFor('claims', [told.source, told.file, told.row, told.seenAt ?? '', (macs ?? names ?? ips ?? []).join(' ')].join(' '))
  if (byId(work.slices.claims, id)) return
  const record = known<Claim>({
    ...factsOf(told),
    id: id as ClaimId, // made for a record of this slice
    asset,
    by: told.source,
    file: lineOf(told.file, limits.file) ?? '?',
    row: told.row,
    source: work.source,
    seenAt: lineOf(told.seenAt, limits.seenAt),
    rule: decision.rule,
    candidates: decision.kind === 'conflict' ? decision.candidates : undefined,
    serials: wordsOf(serials),
    directoryIds: wordsOf(directoryIds),
    uuids: wordsOf(uuids),
    tags: wordsOf(tags),
    names: wordsOf(names),
    ports: wordsOf(told.services?.map(({ port, protocol }) => `${port}/${protocol}`)),
    programs: wordsOf(told.software?.map(programText)),
    link,
    note: lineOf(told.note, limits.note),
  })
  const { serial: _, tag: __, hostNames: ___, ...claim } = record as Claim & Partial<Asset> // a claim keeps all of them, in lists
  const waiting = isTimeless(claim) ? work.waiting.find((one) => isSameRow(one, claim)) : undefined
  work.changes.push(...(waiting ? asToldNow(waiting, claim) : [{ kind: 'add', slice: 'claims', record: claim } as const]))
}

/** A row of a list that nobody could tell: a list read again asks the same question, not another one. */
function isTimeless(claim: Claim): boolean {
  return claim.asset === undefined && claim.seenAt === undefined && isListing(claim.by)
}

const keyLists = ['serials', 'directoryIds', 'uuids', 'tags', 'macs', 'ips', 'names'] as const satisfies readonly (keyof Claim)[]

function isSameRow(one: Claim, other: Claim): boolean {
  return one.by === other.by && one.file === other.file && keyLists.every((key) => isEqual(one[key], other[key]))
}

/** The question that waits, with what the row says now. */
function asToldNow(waiting: Claim, told: Claim): readonly Change[] {
  const { id: _, source: __, ...now } = told
  const fields = Object.fromEntries(Object.entries(now).filter(([key, value]) => !isEqual(value, Reflect.get(waiting, key))))
  return Object.keys(fields).length === 0 ? [] : [{ kind: 'set', slice: 'claims', id: waiting.id, fields }]
}

function addProgram(work: Work, asset: AssetId, program: NonNullable<Observation['software']>[number]): void {
  const name = lineOf(program.name, textLimits.software.name)
  if (name === undefined) return
  const made = work.idFor('software', `${asset} ${name}`)
  const listed = having(work.slices.software, 'asset', asset).find((one) => one.id !== made && foldName(one.name) === foldName(name))
  const id = listed?.id ?? made
  if (work.software.has(id)) return
  work.software.add(id)
  const seen = known<Partial<InstalledSoftware>>({
    version: lineOf(program.version, textLimits.software.version),
    cpe: lineOf(program.cpe, textLimits.software.cpe),
  })
  const fields = listed ? Object.fromEntries(Object.entries(seen).filter(([key]) => !Object.hasOwn(listed, key))) : seen
  if (!byId(work.slices.software, id))
    work.changes.push({ kind: 'add', slice: 'software', record: { ...seen, id: id as SoftwareId, asset, name } }) // made for a record of this slice
  else if (Object.keys(fields).length > 0) work.changes.push({ kind: 'set', slice: 'software', id, fields })
}

/** Width, case and spaces make no other program. */
function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

/** The record less what is unknown. */
function known<T extends object>(record: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T // an entry less unknown keys
}

/** One line within the limit of its field; what a scan reads from a device may be anything. */
function lineOf(text: string | undefined, { most }: TextLimit): string | undefined {
  const plain = [...(text ?? '').toWellFormed()].map((char) =>
    char < ' ' || char === '\u007f' || /[\u202a-\u202e\u2066-\u2069]/.test(char) ? ' ' : char,
  )
  const line = plain.join('').replace(/ +/g, ' ').trim().slice(0, most).toWellFormed()
  return line === '' ? undefined : line
}

/** Texts as one cell of a list can hold them. */
function wordsOf(texts: readonly string[] | undefined): readonly string[] | undefined {
  const words = (texts ?? []).flatMap((text) => lineOf(text.replace(/[,、;；]/g, ' '), { lines: 'one', most: 200 }) ?? [])
  return words.length === 0 ? undefined : [...new Set(words)]
}
