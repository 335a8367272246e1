import type { AssetRow, NetworkZoneView } from '@mimamori/contract'
import { type Asset, byId, type SeenPort } from '@mimamori/domain'
import { assetRows } from '../assets/index.ts'
import type { Kept } from '../kept.ts'
import { networkProblem } from './problems.ts'
import { devicesOf, portOf, unknownHere, zonesOf } from './stacks.ts'

type Device = NetworkZoneView['devices'][number]

const usualLimit = 100
const collator = new Intl.Collator('ja', { numeric: true })

/** A window of the devices of one zone, by name. */
export function zoneOf(now: Kept, zone: string, asked: { offset?: number | undefined; limit?: number | undefined }): NetworkZoneView {
  if (zone !== unknownHere && !byId(now.picture.slices.zones, zone)) throw networkProblem('network/no-such-zone')
  const here = devicesOf(now).filter(({ id }) => zonesOf(now, id).includes(zone))
  const offset = asked.offset ?? 0
  const shown = here
    .toSorted((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
    .slice(offset, offset + (asked.limit ?? usualLimit))
  return {
    revision: now.state.revision,
    zone,
    total: here.length,
    offset,
    devices: deviceViews(now, shown, zone),
  }
}

function deviceViews(now: Kept, shown: readonly Asset[], zone: string): Device[] {
  const rows = new Map<string, AssetRow>(assetRows(now).map(({ asset, row }) => [asset.id, row]))
  return shown.flatMap(({ id }) => {
    const row = rows.get(id)
    return row ? [deviceOf(now, row, zone)] : []
  })
}

function deviceOf(now: Kept, row: AssetRow, zone: string): Device {
  const zones = byId(now.analysis.world.assetZones, row.id)?.zones ?? []
  const here = zones.find((one) => one.zone === zone)
  const port = portOf(now, row.id)
  return {
    row,
    ...(here && { by: here.by, ...(here.on !== undefined && { on: here.on }) }),
    zones: zones.map((one) => one.zone),
    ...(port && { port: portView(port) }),
  }
}

function portView({ device, port, vlan, on }: SeenPort): NonNullable<Device['port']> {
  return { device, port, ...(vlan !== undefined && { vlan }), ...(on !== undefined && { on }) }
}
