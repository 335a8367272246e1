import { defineRule } from '../rule.ts'
import { withoutDevice } from './exits.ts'
import { isInUse } from './in-use.ts'

/** A VPN that ends on a device that the register does not hold. */
export const vpnNoDevice = defineRule({
  id: 'assets/vpn-no-device',
  area: 'assets',
  reads: ['vpns', 'assets'],
  each: 'vpns',
  evaluate(seen, vpn) {
    return isInUse(vpn) ? withoutDevice({ slice: 'vpns', of: vpn }, seen) : undefined
  },
})
