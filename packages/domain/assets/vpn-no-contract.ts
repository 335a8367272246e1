import { defineRule } from '../rule.ts'
import { withoutContract } from './exits.ts'
import { isInUse } from './in-use.ts'

/** A VPN without a contract, with one that has ended, or nobody knows. */
export const vpnNoContract = defineRule({
  id: 'assets/vpn-no-contract',
  area: 'assets',
  reads: ['vpns', 'contracts', 'asOf'],
  each: 'vpns',
  evaluate(seen, vpn) {
    return isInUse(vpn) ? withoutContract({ slice: 'vpns', of: vpn }, seen) : undefined
  },
})
