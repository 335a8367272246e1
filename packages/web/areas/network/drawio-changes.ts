import type { NetworkDrawioView, NetworkView } from '@mimamori/contract'
import { type AssetId, entityId, type LineId, type Link, type LinkId, type Trust, type ZoneId } from '@mimamori/domain'
import { addRecord, newId, type Wanted } from '../../data/changes.ts'
import { putAt } from './placed.ts'

/** What a person takes of a drawing. `trusts`: the kind of each drawn zone by its cell; one without a kind is left. */
export interface Taken {
  readonly places: boolean
  readonly trusts: ReadonlyMap<string, Trust>
  readonly devices: boolean
  readonly links: boolean
}

/** Changes are stored whole or not at all, and no more of them at once than this. */
export const mostTaken = 2000

/** The changes that take over what was chosen of a drawing: places, zones, devices, and links whose ends are then known. */
export function changesOfDrawing(drawing: NetworkDrawioView, view: NetworkView, taken: Taken): readonly Wanted[] {
  const zones = new Map(
    drawing.zones.filter(({ cell }) => taken.trusts.has(cell)).map(({ cell }) => [cell, entityId<ZoneId>(newId('zone'))]),
  )
  const devices = new Map(taken.devices ? drawing.devices.map(({ cell }) => [cell, entityId<AssetId>(newId('asset'))]) : [])
  const made: Made = { zones, devices }
  return [
    ...(taken.places ? drawing.places.map((place) => putAt(view, place.id, whole(place))) : []),
    ...drawing.zones.flatMap((zone) => newZone(zone, made, taken)),
    ...drawing.devices.flatMap((device) => newDevice(device, made)),
    ...(taken.links ? drawing.links.flatMap((link) => newLink(link, made)) : []),
  ].slice(0, mostTaken)
}

interface Made {
  readonly zones: ReadonlyMap<string, ZoneId>
  readonly devices: ReadonlyMap<string, AssetId>
}

function whole({ x, y }: { readonly x: number; readonly y: number }): { readonly x: number; readonly y: number } {
  return { x: Math.round(x), y: Math.round(y) }
}

function newZone({ cell, name }: NetworkDrawioView['zones'][number], { zones }: Made, { trusts }: Taken): readonly Wanted[] {
  const [id, trust] = [zones.get(cell), trusts.get(cell)]
  return id !== undefined && trust !== undefined ? [addRecord('zones', { id, name, trust })] : []
}

function newDevice({ cell, name, kind, ips, macs, zone }: NetworkDrawioView['devices'][number], made: Made): readonly Wanted[] {
  const id = made.devices.get(cell)
  if (id === undefined) return []
  const stands = zone?.slice === 'zones' ? entityId<ZoneId>(zone.id) : made.zones.get(zone?.id ?? '')
  return [
    addRecord('assets', {
      id,
      name,
      ...(kind && { kind }),
      ...(ips.length > 0 && { ips }),
      ...(macs.length > 0 && { macs }),
      ...(stands && { zones: [stands] }),
    }),
  ]
}

type Drawn = NetworkDrawioView['links'][number]

function newLink({ from, to }: Drawn, made: Made): readonly Wanted[] {
  const [one, other] = [endOf(from, made), endOf(to, made)]
  const [start, target] = other?.line ? [other, one] : [one, other]
  if (!start || !target || target.line) return []
  const ends: Partial<Link> = {
    ...(start.zone && { fromZone: start.zone }),
    ...(start.asset && { fromAsset: start.asset }),
    ...(start.line && { fromLine: start.line }),
    ...(target.zone && { toZone: target.zone }),
    ...(target.asset && { toAsset: target.asset }),
  }
  return [addRecord('links', { id: entityId<LinkId>(newId('link')), ...ends, layer: 'physical', control: 'unknown' })]
}

interface End {
  readonly zone?: ZoneId
  readonly asset?: AssetId
  readonly line?: LineId
}

function endOf({ slice, id }: Drawn['from'], { zones, devices }: Made): End | undefined {
  if (slice === 'zones') return { zone: entityId<ZoneId>(id) }
  if (slice === 'assets') return { asset: entityId<AssetId>(id) }
  if (slice === 'lines') return { line: entityId<LineId>(id) }
  const [zone, asset] = [zones.get(id), devices.get(id)]
  return zone ? { zone } : asset ? { asset } : undefined
}
