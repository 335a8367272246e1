import { isInUse } from '../assets/index.ts'
import type { Draft } from '../finding.ts'
import { fact } from '../finding.ts'
import type { VendorId } from '../ids.ts'
import type { Party } from '../picture.ts'
import { type Fact, isKnown } from '../record.ts'
import { defineRule } from '../rule.ts'

/** A VPN, or a way of working from outside without one, that a stolen password alone opens. */
export const vpnNoTwoFactor = defineRule({
  id: 'network/vpn-no-two-factor',
  area: 'network',
  reads: ['vpns', 'remotePaths'],
  evaluate({ vpns, remotePaths }) {
    const bare = remotePaths.filter((path) => !isKnown(path.vpn) && isInUse(path))
    return [
      ...vpns.filter(isInUse).flatMap((vpn) => draftOf('vpns', vpn, [])),
      ...bare.flatMap((path) => draftOf('remotePaths', path, ['vpn'])),
    ]
  },
})

function draftOf(
  slice: 'vpns' | 'remotePaths',
  { id, vendor, twoFactor }: { readonly id: string; readonly vendor?: Fact<VendorId>; readonly twoFactor?: 'yes' | 'no' },
  besides: readonly string[],
): readonly Draft[] {
  if (twoFactor === 'yes') return []
  const say = `${slice === 'vpns' ? 'vpn' : 'path'}-${twoFactor ?? 'unknown'}`
  const parties: readonly [Party, ...Party[]] = isKnown(vendor) ? ['facility', `vendor:${vendor}`] : ['facility']
  const facts = [fact(slice, id, 'twoFactor'), ...besides.map((field) => fact(slice, id, field))]
  return [{ subjects: [id], parties, because: [{ say, grade: twoFactor ?? 'unknown', facts }] }]
}
