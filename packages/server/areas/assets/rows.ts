import type { AssetRow, AssetState } from '@mimamori/contract'
import { type Asset, byId, printedSheetNumber, type Tracked, worstSeverity } from '@mimamori/domain'
import { type Kept, versionKey } from '../kept.ts'
import { stateOfRule } from '../targets.ts'
import { factName, kindName, namesOf, seenView } from './names.ts'

/** A device with what the list shows and looks for. NOTE: a list shows a hundred of ten thousand, so the rest is made when it is asked for. */
export interface IndexedRow {
  readonly asset: Asset
  readonly states: ReadonlySet<AssetState>
  readonly row: () => AssetRow
  /** Everything that a search looks through, folded; made when the first search asks for it. */
  readonly words: () => string
}

/** NOTE: kept as long as one look at the facility is, so that ten thousand devices are gone through once and not for every reader. */
const indexed = new WeakMap<Kept, readonly IndexedRow[]>()

/** Every device as the list shows it, in order of id. */
export function assetRows(now: Kept): readonly IndexedRow[] {
  const known = indexed.get(now)
  if (known) return known
  const made = makeRows(now)
  indexed.set(now, made)
  return made
}

/** The findings that name each device, whether open or not. */
export function trackedByAsset(now: Pick<Kept, 'picture' | 'tracked'>): ReadonlyMap<string, readonly Tracked[]> {
  const byAsset = new Map<string, Tracked[]>()
  for (const one of now.tracked) {
    for (const subject of one.row.subjects) {
      if (!byId(now.picture.slices.assets, subject)) continue
      const list = byAsset.get(subject)
      if (list) list.push(one)
      else byAsset.set(subject, [one])
    }
  }
  return byAsset
}

function makeRows(now: Kept): readonly IndexedRow[] {
  const { assets, claims } = now.picture.slices
  const tracked = trackedByAsset(now)
  const waiting = new Set(claims.filter((claim) => claim.asset === undefined).flatMap((claim) => claim.candidates ?? []))
  return assets.map((asset) => {
    const found = tracked.get(asset.id) ?? nothing
    const states = statesOf(asset, found, waiting.has(asset.id))
    let made: AssetRow | undefined
    const row = () => (made ??= rowOf(now, asset, { found, states }))
    let words: string | undefined
    return { asset, states, row, words: () => (words ??= wordsOf(row(), asset)) }
  })
}

const nothing: readonly Tracked[] = []

function statesOf(asset: Asset, found: readonly Tracked[], isWaiting: boolean): ReadonlySet<AssetState> {
  const states = new Set<AssetState>([asset.unlisted ? 'unlisted' : 'listed'])
  if (isWaiting) states.add('conflict')
  if (asset.use === 'spare') states.add('spare')
  for (const { row, finding, state } of found) {
    if (state === 'open') states.add('with-findings')
    if (!finding) continue
    const named = stateOfRule[row.rule]
    if (named) states.add(named)
    if (row.rule === 'assets/support-ended')
      states.add(finding.because.some(({ say }) => say === 'ending') ? 'support-ending' : 'support-ended')
  }
  return states
}

function rowOf(now: Kept, asset: Asset, of: { found: readonly Tracked[]; states: ReadonlySet<AssetState> }): AssetRow {
  const { slices } = now.picture
  const open = of.found.filter((one) => one.state === 'open' && byId(now.lines, one.id))
  const severity = worstSeverity(open.map((one) => one.row.severity))
  const seen = byId(now.analysis.world.lastSeen, asset.id)
  const owner = factName(slices.people, asset.owner)
  const vendor = factName(slices.vendors, asset.vendor)
  const name = kindName(now, asset.kind)
  const { id, kind, tag, serial, maker, model, os, room, department, supportEndsOn } = asset
  return {
    id,
    version: now.versions.get(versionKey('assets', id)) ?? 0,
    name: asset.name,
    ...(kind && { kind }),
    ...(name && { kindName: name }),
    ...(tag !== undefined && { tag }),
    ...(serial !== undefined && { serial }),
    ...(maker !== undefined && { maker }),
    ...(model !== undefined && { model }),
    ...(os !== undefined && { os }),
    ...(asset.ips?.[0] !== undefined && { ip: asset.ips[0] }),
    ...(room !== undefined && { room }),
    ...(department !== undefined && { department }),
    ...(owner && { owner }),
    ...(vendor && { vendor }),
    systems: namesOf(slices.systems, asset.systems),
    ...(supportEndsOn !== undefined && { supportEndsOn }),
    ...(seen && { lastSeen: seenView(now, seen) }),
    unlisted: asset.unlisted === 'yes',
    findings: open.length,
    ...(severity && { severity }),
    states: [...of.states],
  }
}

/** Width, case and the marks within addresses and numbers make no difference to a search. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function wordsOf(row: AssetRow, asset: Asset): string {
  const { name, tag, serial, maker, model, os, room, department, owner, vendor, systems, kindName: kind } = row
  const people = [owner, vendor].map((one) => one?.name.ja)
  const lists = [asset.macs, asset.ips, asset.hostNames, systems.map((one) => one.name)].flatMap((list) => list ?? [])
  const number = printedSheetNumber(asset.id)
  const all = [
    name,
    tag,
    number,
    serial,
    maker,
    model,
    os,
    asset.firmware,
    room,
    department,
    asset.note,
    kind?.ja,
    kind?.en,
    ...people,
    ...lists,
  ]
  return foldForSearch(all.filter((text) => text !== undefined).join('\n'))
}
