import { supportEndOf } from '../assets/index.ts'
import type { Draft, DraftReason } from '../finding.ts'
import { fact } from '../finding.ts'
import { byId, inStep, type World } from '../picture.ts'
import { known } from '../record.ts'
import { defineRule } from '../rule.ts'
import { nodeFact } from './path-finding.ts'

const shown = 5
const outsideTrusts: ReadonlySet<string | undefined> = new Set(['internet', 'partner', 'carrier', 'guest'])

/** A zone with devices whose operating system gets no more updates; graver where somebody from outside gets into it. */
export const unsupportedOsByZone = defineRule({
  id: 'network/unsupported-os-by-zone',
  area: 'network',
  reads: ['zones', 'assets', 'assetZones', 'supportEnds', 'reach', 'networkNodes', 'asOf'],
  evaluate({ zones, reach, networkNodes, ...seen }) {
    const old = outdatedBy(seen)
    const starts = reach.filter(({ id }) => {
      const node = byId(networkNodes, id)
      return node?.kind !== 'device' && outsideTrusts.has(node?.trust)
    })
    return zones.flatMap(({ id }): readonly Draft[] => {
      const devices = old.get(id) ?? []
      if (devices.length === 0) return []
      const facts = devices.slice(0, shown).flatMap((device) => [fact('assets', device, 'os'), fact('assets', device, 'supportEndsOn')])
      const start = starts.find((one) => one.zones.some(({ zone, possible }) => zone === id && !possible))
      const because: readonly DraftReason[] = [
        { say: 'old', with: { count: devices.length }, facts: [fact('zones', id), ...facts] },
        ...(start ? [{ say: 'reached', grade: 'reached', facts: [nodeFact(start.id, { networkNodes }), fact('zones', id)] }] : []),
      ]
      return [{ subjects: [id], parties: ['facility'], because }]
    })
  },
})

/** Devices by zone whose operating system has ended; a day that the register holds counts instead. */
function outdatedBy({ assets, assetZones, supportEnds, asOf }: Pick<World, 'assets' | 'assetZones' | 'supportEnds' | 'asOf'>) {
  const ended = new Map<string, boolean>()
  const hasEnded = (os: string) => {
    const is = ended.get(os) ?? (supportEndOf(os, supportEnds)?.endsOn ?? asOf) < asOf
    ended.set(os, is)
    return is
  }
  const old = new Map<string, string[]>()
  const assetOf = inStep(assets)
  for (const { id, zones } of assetZones) {
    const asset = assetOf(id)
    const on = known(asset?.supportEndsOn)
    if (on === undefined ? asset?.os === undefined || !hasEnded(asset.os) : on >= asOf) continue
    for (const { zone } of zones) {
      const there = old.get(zone)
      if (there) there.push(id)
      else old.set(zone, [id])
    }
  }
  return old
}
