import { fact } from '../finding.ts'
import { defineRule } from '../rule.ts'

/** A listed asset of which nobody knows who looks after it; `none` is an answer: the facility itself. */
export const noVendor = defineRule({
  id: 'assets/no-vendor',
  area: 'assets',
  reads: ['assets'],
  each: 'assets',
  evaluate(_, asset) {
    if (asset.unlisted || asset.vendor !== undefined) return
    return {
      subjects: [asset.id],
      parties: ['facility'],
      because: [{ say: 'unknown', facts: [fact('assets', asset.id, 'vendor')] }],
    }
  },
})
