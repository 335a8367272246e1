import { isInUse, pathsInUse } from '../assets/index.ts'
import type { Draft } from '../finding.ts'
import { fact } from '../finding.ts'
import type { VendorId } from '../ids.ts'
import { byId, type Party, type World } from '../picture.ts'
import { type Fact, isKnown, known } from '../record.ts'
import { defineRule } from '../rule.ts'

type Seen = Pick<World, 'lines' | 'vpns' | 'remotePaths' | 'assets'>

/** A way in for maintenance that is open day and night although it could be switched on for each visit. */
export const alwaysOnLine = defineRule({
  id: 'network/always-on-line',
  area: 'network',
  reads: ['lines', 'vpns', 'remotePaths', 'assets'],
  evaluate: (seen) => [...paths(seen), ...vpns(seen), ...lines(seen)],
})

function partiesOf(vendor: Fact<VendorId> | undefined): readonly [Party, ...Party[]] {
  return isKnown(vendor) ? ['facility', `vendor:${vendor}`] : ['facility']
}

/** NOTE: a service in the cloud is always there; what is meant are ways into the house. */
function paths({ remotePaths, vpns, assets }: Seen): readonly Draft[] {
  return pathsInUse({ remotePaths, vpns }).flatMap(({ id, alwaysOn, vendor, vpn, assets: of }): readonly Draft[] => {
    const inside = (of ?? []).filter((asset) => byId(assets, asset)?.kind !== 'cloud-service')
    if (alwaysOn === 'no' || (of !== undefined && inside.length === 0)) return []
    const say = alwaysOn === 'yes' ? 'path' : 'unknown'
    const facts = [
      fact('remotePaths', id, 'alwaysOn'),
      fact('remotePaths', id, 'assets'),
      ...(of ?? []).map((asset) => fact('assets', asset, 'kind')),
      fact('vpns', known(vpn)),
    ]
    return [{ subjects: [id], parties: partiesOf(vendor), because: [{ say, grade: say, facts }] }]
  })
}

/** A VPN for maintenance on which no way of maintenance is told: that would have been named above. */
function vpns({ vpns: all, remotePaths }: Seen): readonly Draft[] {
  return all.filter(isInUse).flatMap(({ id, purpose, alwaysOn, vendor }): readonly Draft[] => {
    if (purpose !== 'maintenance' || alwaysOn !== 'yes' || remotePaths.some((path) => path.vpn === id && isInUse(path))) return []
    const facts = [fact('vpns', id, 'alwaysOn'), fact('vpns', id, 'purpose')]
    return [{ subjects: [id], parties: partiesOf(vendor), because: [{ say: 'vpn', grade: 'vpn', facts }] }]
  })
}

/** A line of its own for maintenance, all of whose users are switched on only when they work. */
function lines({ lines: all, vpns: tunnels, remotePaths }: Seen): readonly Draft[] {
  return all.flatMap(({ id, kind, alwaysOn }): readonly Draft[] => {
    if ((kind !== 'closed-vpn' && kind !== 'leased' && kind !== 'mobile') || alwaysOn !== 'yes') return []
    const onIt = [
      ...tunnels.filter((one) => one.line === id && isInUse(one)).map((one) => ({ slice: 'vpns' as const, one })),
      ...pathsInUse({ remotePaths, vpns: tunnels })
        .filter(({ line }) => line === id)
        .map((one) => ({ slice: 'remotePaths' as const, one })),
    ]
    if (onIt.length === 0 || onIt.some(({ one }) => one.alwaysOn !== 'no')) return []
    const facts = [fact('lines', id, 'alwaysOn'), ...onIt.map(({ slice, one }) => fact(slice, one.id, 'alwaysOn'))]
    return [{ subjects: [id], parties: ['facility'], because: [{ say: 'line', grade: 'line', facts }] }]
  })
}
