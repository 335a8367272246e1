import { defineRule } from '../rule.ts'
import { withoutVendor } from './exits.ts'
import { isInUse } from './in-use.ts'

/** A VPN of which nobody knows who looks after it. */
export const vpnNoVendor = defineRule({
  id: 'assets/vpn-no-vendor',
  area: 'assets',
  reads: ['vpns'],
  each: 'vpns',
  evaluate(_, vpn) {
    return isInUse(vpn) ? withoutVendor({ slice: 'vpns', of: vpn }) : undefined
  },
})
