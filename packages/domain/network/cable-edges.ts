import type { AssetId } from '../ids.ts'
import { inStep } from '../picture.ts'
import type { EdgeSet, Seen } from './edge-set.ts'
import { equipmentOf, isEquipment } from './equipment.ts'
import type { HubPort, SeenPort } from './types.ts'

/**
 * Cables that switches tell of. They are no ways by themselves: in which zone a device is was told by its address or its port, and
 * a cable between switches carries several zones.
 */
export function addCables(edges: EdgeSet, seen: Seen, hubs: readonly HubPort[]): void {
  const named = equipmentOf(seen.assets)
  const hung = new Set(hubs.flatMap(({ switch: asset, port }) => `${asset} ${port}`))
  const deviceOf = inStep(seen.assets)
  for (const { id, ports } of seen.whereabouts) {
    if (ports.length === 0) continue
    const device = deviceOf(id)
    if (!device) continue
    const isShown = isEquipment(device) || device.kind === 'switch'
    for (const port of ports) {
      const from = port.by === 'mac-table' && !isShown ? undefined : named(port.device)
      if (from === undefined || hung.has(`${from} ${port.port}`)) continue
      addCable(edges, { from, to: id, port })
    }
  }
}

function addCable(edges: EdgeSet, { from, to, port }: { from: AssetId; to: AssetId; port: SeenPort }): void {
  const facts = [{ slice: 'claims', id: port.claim, field: 'link' } as const]
  edges.add({ from, to, layer: 'physical', control: 'none', by: port.by, facts, on: port.on, trunk: true })
}

/** A hub to its switch, to the zones of the port on which it hangs, and to the devices behind it. */
export function addHubs(edges: EdgeSet, hubs: readonly HubPort[]): void {
  for (const { id, switch: asset, zones, members } of hubs) {
    const sights = members.map(({ seen }) => ({ fact: { slice: 'claims', id: seen.claim, field: 'link' } as const, on: seen.on }))
    const facts = sights.map(({ fact }) => fact)
    const on = sights
      .flatMap((sight) => sight.on ?? [])
      .sort()
      .at(-1)
    const base = { from: id, layer: 'physical', control: 'none', by: 'mac-table' } as const
    edges.add({ ...base, to: asset, facts, on, trunk: true })
    const shared = zones.length > 1 && ({ control: 'unknown', assumed: true } as const)
    for (const zone of zones)
      edges.add({ ...base, ...shared, to: zone, facts: [...facts, { slice: 'zones', id: zone, field: 'vlans' }], on })
    for (const { asset: member, seen } of members)
      edges.add({ ...base, to: member, facts: [{ slice: 'claims', id: seen.claim, field: 'link' }], on: seen.on })
  }
}
