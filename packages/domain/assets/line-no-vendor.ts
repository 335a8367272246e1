import { defineRule } from '../rule.ts'
import { withoutVendor } from './exits.ts'

/** A line of which nobody knows the carrier. */
export const lineNoVendor = defineRule({
  id: 'assets/line-no-vendor',
  area: 'assets',
  reads: ['lines'],
  each: 'lines',
  evaluate(_, line) {
    return withoutVendor({ slice: 'lines', of: line })
  },
})
