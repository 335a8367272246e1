import { defineRule } from '../rule.ts'
import { withoutDevice } from './exits.ts'

/** A line that ends on a device that the register does not hold. A telephone line needs none. */
export const lineNoDevice = defineRule({
  id: 'assets/line-no-device',
  area: 'assets',
  reads: ['lines', 'assets'],
  each: 'lines',
  evaluate(seen, line) {
    if (line.kind === 'telephone') return
    return withoutDevice({ slice: 'lines', of: line }, seen)
  },
})
