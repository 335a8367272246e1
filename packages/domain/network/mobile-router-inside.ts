import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { factOf } from './path-finding.ts'

/** A device in a network of the house that goes to the internet by radio, past the firewall. */
export const mobileRouterInside = defineRule({
  id: 'network/mobile-router-inside',
  area: 'network',
  reads: ['networkNodes', 'assets', 'assetZones', 'whereabouts'],
  each: 'networkNodes',
  evaluate({ assets, assetZones, whereabouts }, { mobile, asset: id }) {
    const asset = byId(assets, id)
    if (mobile !== 'yes' || !asset) return
    const [zone] = byId(assetZones, asset.id)?.zones ?? []
    const [address] = byId(whereabouts, asset.id)?.addresses ?? []
    if (!zone && !address) return
    const stands = zone ? [fact('zones', zone.zone), factOf(zone.fact)] : [fact('claims', address?.claim, 'ips')]
    const isNamed = asset.kind === 'mobile-router'
    return {
      subjects: [asset.id],
      parties: ['facility'],
      because: [
        { say: isNamed ? 'kind' : 'maker', facts: [fact('assets', asset.id, isNamed ? 'kind' : 'macs')] },
        { say: zone ? 'in-zone' : 'seen', facts: stands },
      ],
    }
  },
})
