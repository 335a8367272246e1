import type { AssetDriftLine, AssetDriftView } from '@mimamori/contract'
import {
  assetSentence,
  byId,
  type CalendarDate,
  type Claim,
  type Drift,
  dayOfSight,
  daysBetween,
  driftOf,
  having,
  type ObservationSource,
  observationOf,
  type Source,
  sightsOf,
} from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { inBoth } from '../words.ts'
import { kindName, sourceName } from './names.ts'

/** One import of the past with what it told. */
interface Import {
  readonly source: Source
  readonly claims: readonly Claim[]
  /** The latest day on which it saw anything, else the day on which it was read. */
  readonly on: CalendarDate
  readonly by: readonly ObservationSource[]
}

interface Sides {
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
}

/** 「前回との違い」: what came, went, moved and changed between two imports, in words. */
export function driftView(now: Kept, asked: { before?: string | undefined; after?: string | undefined }): AssetDriftView {
  const imports = importsOf(now)
  const sides = sidesOf(imports, asked)
  const [before, after] = [sides.before, sides.after].map((side) => imports.filter(({ source }) => side.has(source.id)))
  const isPair = before !== undefined && after !== undefined && before.length > 0 && after.length > 0
  const drift = isPair ? driftOf(sights(before), sights(after)) : { added: [], gone: [], moved: [], changed: [] }
  return {
    revision: now.state.revision,
    imports: imports.map((one) => importView(now, one, sides)),
    ...(isPair && { before: daysOf(before), after: daysOf(after) }),
    added: linesOf(now, drift.added),
    gone: linesOf(now, drift.gone),
    moved: linesOf(now, drift.moved),
    changed: linesOf(now, drift.changed),
  }
}

/** Every import that has told of devices, the newest first. */
function importsOf(now: Kept): readonly Import[] {
  const { sources, claims } = now.picture.slices
  return sources
    .flatMap((source) => {
      const told = having(claims, 'source', source.id)
      if (told.length === 0) return []
      const days = told.flatMap(({ seenAt }) => dayOfSight(seenAt) ?? []).filter((day) => day <= now.asOf)
      const on = days.reduce<CalendarDate | undefined>((last, day) => (last === undefined || last < day ? day : last), undefined)
      return [{ source, claims: told, on: on ?? source.seenOn, by: [...new Set(told.map((claim) => claim.by))].sort() }]
    })
    .toSorted((a, b) => (a.on === b.on ? (a.source.id < b.source.id ? -1 : 1) : a.on > b.on ? -1 : 1))
}

/** What was asked for, else of each kind of source what was read last, and what was read the time before. */
function sidesOf(imports: readonly Import[], asked: { before?: string | undefined; after?: string | undefined }): Sides {
  const named = (text: string) => new Set(text.split(',').filter((id) => id !== ''))
  if (asked.before !== undefined && asked.after !== undefined) return { before: named(asked.before), after: named(asked.after) }
  const [before, after] = [new Set<string>(), new Set<string>()]
  for (const kind of new Set(imports.flatMap(({ by }) => by))) {
    const [last, previous] = readings(imports.filter(({ by }) => by.includes(kind)))
    if (!last || !previous) continue
    for (const { source } of last) after.add(source.id)
    for (const { source } of previous) before.add(source.id)
  }
  return { before: new Set([...before].filter((id) => !after.has(id))), after }
}

/** Days after which something that was read on the same day is of another round. */
const roundDays = 14

/**
 * The last two readings: by the day on which files were read, since each tells days of its own. Where all were read on one day, of
 * each file that there is twice by its name; else of rounds that lie apart. Two parts of one round are no earlier and later.
 */
function readings(imports: readonly Import[]): readonly (readonly Import[] | undefined)[] {
  const read = byDay(imports, ({ source }) => source.seenOn)
  if (read.length > 1) return read
  const twice = [...Map.groupBy(imports, ({ source }) => source.name).values()]
    .map((same) => byDay(same, ({ on }) => on))
    .filter((same) => same.length > 1)
  return twice.length === 0 ? roundsOf(imports) : [0, 1].map((at) => twice.flatMap((same) => same[at] ?? []))
}

/** In groups of one day each, the latest first. */
function byDay(imports: readonly Import[], dayOf: (one: Import) => string): readonly (readonly Import[])[] {
  return [...Map.groupBy(imports, dayOf)].toSorted(([a], [b]) => (a > b ? -1 : 1)).map(([, group]) => group)
}

function roundsOf(imports: readonly Import[]): readonly (readonly Import[])[] {
  const rounds: Import[][] = []
  for (const one of imports) {
    const last = rounds.at(-1)
    const before = last?.at(-1)
    if (last && before && daysBetween(one.on, before.on) < roundDays) last.push(one)
    else rounds.push([one])
  }
  return rounds
}

function sights(imports: readonly Import[]) {
  const claims = imports.flatMap((one) => one.claims)
  return sightsOf(claims.map(observationOf), (at) => claims[at]?.asset)
}

function daysOf(imports: readonly Import[]): { from: string; to: string } {
  const days = imports.map(({ on }) => on).sort()
  return { from: days[0] ?? '', to: days.at(-1) ?? '' }
}

function importView(now: Kept, { source, claims, on, by }: Import, { before, after }: Sides): AssetDriftView['imports'][number] {
  const side = after.has(source.id) ? 'after' : before.has(source.id) ? 'before' : undefined
  return {
    source: source.id,
    name: source.name,
    on,
    by: by.map((one) => ({ by: one, name: sourceName(now, one) })),
    claims: claims.length,
    ...(side && { side }),
  }
}

/** One line for each device, with everything that is otherwise; a device that is gone from the register too is left out. */
function linesOf(now: Kept, drifts: readonly Drift[]): AssetDriftLine[] {
  const sentences = now.catalogue.reference.assetSentences
  const byAsset = Map.groupBy(drifts, ({ id }) => id)
  return [...byAsset].flatMap(([id, says]) => {
    const asset = byId(now.picture.slices.assets, id)
    if (!asset) return []
    const kind = kindName(now, asset.kind)
    return [
      {
        asset: id,
        name: asset.name,
        ...(kind && { kindName: kind }),
        unlisted: asset.unlisted === 'yes',
        says: says.map(({ say, before = '', after = '' }) => ({
          say,
          text: inBoth((lang) => assetSentence(sentences, { id: `drift:${say}`, lang, values: { before, after } })),
        })),
      },
    ]
  })
}
