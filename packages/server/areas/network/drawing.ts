import type { NetworkDrawioView } from '@mimamori/contract'
import { byId, hostName } from '@mimamori/domain'
import { type DrawioMap, type DrawnBox, type DrawnThing, readDrawioMap } from '@mimamori/formats'
import type { Kept } from '../kept.ts'

type Device = NetworkDrawioView['devices'][number]
type End = NetworkDrawioView['links'][number]['from']
type Slice = NonNullable<End['slice']>

/** So many of each list are shown; a person looks at each of them. */
const mostShown = 500

/** What a drawing of draw.io would place, and what it shows that the map does not. Nothing of it is stored. */
export async function drawingOf(now: Kept, given: { readonly name: string; readonly bytes: Uint8Array }): Promise<NetworkDrawioView> {
  const map = await readDrawioMap(given)
  const ends = endsOf(now, map)
  const places = [...map.zones, ...map.boxes].flatMap((thing) => placeOf(thing, ends.get(thing.cell)))
  const zones = map.zones.filter(({ cell }) => ends.get(cell)?.slice === undefined).map(({ cell, name, x, y }) => ({ cell, name, x, y }))
  const devices = map.boxes.filter((box) => isUnknown(box, ends.get(box.cell))).map((box) => deviceOf(box, ends))
  const links = linksOf(now, map, ends)
  const lists = [places, zones, devices, links]
  return {
    revision: now.state.revision,
    file: map.file,
    places: places.slice(0, mostShown),
    zones: zones.slice(0, mostShown),
    devices: devices.slice(0, mostShown),
    links: links.slice(0, mostShown),
    more: lists.reduce((sum, list) => sum + Math.max(0, list.length - mostShown), 0),
    problems: map.problems.map(({ code, message, action, place }) => ({ code, message, action, ...place })),
  }
}

type Ends = ReadonlyMap<string, End>

/** What each shape of the drawing stands for: what its own mark says, else what bears its name or its address alone. */
function endsOf(now: Kept, { zones, boxes }: DrawioMap): Ends {
  const zoneNamed = aloneBy(now.picture.slices.zones, ({ name }) => [nameKey(name)])
  const assetNamed = aloneBy(now.picture.slices.assets, ({ name, hostNames }) => [name, ...(hostNames ?? [])].map(nameKey))
  const assetAt = aloneBy(now.picture.slices.assets, ({ ips }) => ips ?? [])
  const lineNamed = aloneBy(now.picture.slices.lines, ({ name }) => [nameKey(name)])
  const ofZone = ({ name }: DrawnThing) => end('zones', zoneNamed.get(nameKey(name)))
  const ofBox = ({ name, ips }: DrawnBox) =>
    ips.map((ip) => end('assets', assetAt.get(ip))).find((found) => found !== undefined) ??
    end('assets', assetNamed.get(nameKey(name))) ??
    end('lines', lineNamed.get(nameKey(name)))
  return new Map<string, End>([
    ...zones.map((zone) => [zone.cell, marked(now, zone) ?? ofZone(zone) ?? drawn(zone)] as const),
    ...boxes.map((box) => [box.cell, marked(now, box) ?? ofBox(box) ?? drawn(box)] as const),
  ])
}

const markedSlices = ['zones', 'assets', 'lines'] as const

function marked({ picture }: Kept, { id }: DrawnThing): End | undefined {
  for (const slice of markedSlices) {
    const found = end(slice, byId<{ readonly id: string; readonly name: string }>(picture.slices[slice], id))
    if (found) return found
  }
  return undefined
}

function end(slice: Slice, record: { readonly id: string; readonly name: string } | undefined): End | undefined {
  return record && { slice, id: record.id, name: record.name }
}

function drawn({ cell, name }: DrawnThing): End {
  return { id: cell, name }
}

/** Records by what they alone bear. */
function aloneBy<R>(records: readonly R[], keysOf: (record: R) => readonly string[]): ReadonlyMap<string, R> {
  const found = new Map<string, R | undefined>()
  for (const record of records) for (const key of new Set(keysOf(record))) found.set(key, found.has(key) ? undefined : record)
  return new Map([...found].flatMap(([key, record]) => (record === undefined || key === '' ? [] : [[key, record] as const])))
}

function nameKey(name: string): string {
  return hostName(name)?.label ?? name.normalize('NFKC').trim().toLowerCase()
}

function placeOf({ x, y }: DrawnThing, there: End | undefined): NetworkDrawioView['places'] {
  if (there?.slice === undefined) return []
  return [{ slice: there.slice, id: there.id, name: there.name, x: Math.round(x), y: Math.round(y) }]
}

/** A box that came from here and is no record of its own, such as a stack, proposes nothing. */
function isUnknown({ id }: DrawnBox, there: End | undefined): boolean {
  return id === undefined && there?.slice === undefined
}

function deviceOf({ cell, name, x, y, kind, ips, macs, note, zone }: DrawnBox, ends: Ends): Device {
  const frame = zone === undefined ? undefined : ends.get(zone)
  return {
    ...{ cell, name, x, y, ips: [...ips], macs: [...macs] },
    ...(kind && { kind }),
    ...(note !== undefined && { note }),
    ...(frame && { zone: frame }),
  }
}

/** Lines that somebody has drawn between two things that the map does not join yet. */
function linksOf(now: Kept, { boxes, edges }: DrawioMap, ends: Ends): NetworkDrawioView['links'] {
  const joined = new Set(now.analysis.world.networkEdges.flatMap(({ from, to }) => [`${from}~${to}`, `${to}~${from}`]))
  const own = new Set(boxes.flatMap((box) => (box.id !== undefined && ends.get(box.cell)?.slice === undefined ? [box.cell] : [])))
  return edges.flatMap((line) => {
    const [from, to] = [ends.get(line.from), ends.get(line.to)]
    if (line.id !== undefined || !from || !to || own.has(line.from) || own.has(line.to)) return []
    return from.id === to.id || joined.has(`${from.id}~${to.id}`) ? [] : [{ from, to }]
  })
}
