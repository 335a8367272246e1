import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { isKnown } from '../record.ts'
import { defineRule } from '../rule.ts'

/** A device of a kind that has disclosure sheets (MDS/SDS), kept by a vendor from which none has come. */
export const disclosureMissing = defineRule({
  id: 'assets/disclosure-missing',
  area: 'assets',
  reads: ['assets', 'assetKinds'],
  each: 'assets',
  evaluate({ assetKinds }, asset) {
    if (asset.unlisted || isKnown(asset.disclosureOn) || asset.disclosureOn === 'not-applicable') return
    if (!isKnown(asset.vendor) || !byId(assetKinds, asset.kind)?.disclosure) return
    const say = asset.disclosureOn === 'none' ? 'none' : 'unknown'
    return {
      subjects: [asset.id, asset.vendor],
      parties: ['facility', `vendor:${asset.vendor}`],
      because: [{ say, grade: say, facts: [fact('assets', asset.id, 'disclosureOn')] }],
    }
  },
})
