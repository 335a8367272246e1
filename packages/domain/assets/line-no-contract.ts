import { defineRule } from '../rule.ts'
import { withoutContract } from './exits.ts'

/** A line without a contract, with one that has ended, or nobody knows. */
export const lineNoContract = defineRule({
  id: 'assets/line-no-contract',
  area: 'assets',
  reads: ['lines', 'contracts', 'asOf'],
  each: 'lines',
  evaluate(seen, line) {
    return withoutContract({ slice: 'lines', of: line }, seen)
  },
})
