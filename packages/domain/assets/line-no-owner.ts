import { defineRule } from '../rule.ts'
import { withoutOwner } from './exits.ts'

/** A line for which nobody of the facility answers, or nobody knows who. */
export const lineNoOwner = defineRule({
  id: 'assets/line-no-owner',
  area: 'assets',
  reads: ['lines'],
  each: 'lines',
  evaluate(_, line) {
    return withoutOwner({ slice: 'lines', of: line })
  },
})
