import { fact, noneWith } from '../finding.ts'
import { byId, having } from '../picture.ts'
import { isKnown } from '../record.ts'
import { defineRule } from '../rule.ts'
import { disclosureCameOn } from './disclosure.ts'

/** A device of a kind that has disclosure sheets (MDS/SDS), kept by a vendor from which none has come for it. */
export const disclosureMissing = defineRule({
  id: 'assets/disclosure-missing',
  area: 'assets',
  reads: ['assets', 'assetKinds', 'disclosures'],
  each: 'assets',
  evaluate({ assetKinds, disclosures }, asset) {
    const { vendor } = asset
    if (asset.unlisted || asset.disclosureOn === 'not-applicable') return
    if (!isKnown(vendor) || !byId(assetKinds, asset.kind)?.disclosure || disclosureCameOn(asset, disclosures) !== undefined) return
    const others = having(disclosures, 'vendor', vendor)
    const receipts =
      others.length === 0 ? [noneWith('disclosures', 'vendor', vendor)] : others.map(({ id }) => fact('disclosures', id, 'product'))
    const say = asset.disclosureOn === 'none' ? 'none' : 'unknown'
    return {
      subjects: [asset.id, vendor],
      parties: ['facility', `vendor:${vendor}`],
      because: [{ say, grade: say, facts: [fact('assets', asset.id, 'disclosureOn'), ...receipts] }],
    }
  },
})
