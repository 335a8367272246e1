import { fact } from '../finding.ts'
import { isKnown } from '../record.ts'
import { defineRule } from '../rule.ts'

/** A listed asset for which nobody of the facility answers, or nobody knows who. */
export const noOwner = defineRule({
  id: 'assets/no-owner',
  area: 'assets',
  reads: ['assets'],
  each: 'assets',
  evaluate(_, asset) {
    if (asset.unlisted || isKnown(asset.owner) || asset.owner === 'not-applicable') return
    const say = asset.owner === 'none' ? 'none' : 'unknown'
    return {
      subjects: [asset.id],
      parties: ['facility'],
      because: [{ say, grade: say, facts: [fact('assets', asset.id, 'owner')] }],
    }
  },
})
