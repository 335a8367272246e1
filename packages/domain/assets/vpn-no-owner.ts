import { defineRule } from '../rule.ts'
import { withoutOwner } from './exits.ts'
import { isInUse } from './in-use.ts'

/** A VPN for which nobody of the facility answers, or nobody knows who. */
export const vpnNoOwner = defineRule({
  id: 'assets/vpn-no-owner',
  area: 'assets',
  reads: ['vpns'],
  each: 'vpns',
  evaluate(_, vpn) {
    return isInUse(vpn) ? withoutOwner({ slice: 'vpns', of: vpn }) : undefined
  },
})
