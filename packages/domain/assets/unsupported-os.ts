import { fact } from '../finding.ts'
import { known } from '../record.ts'
import { defineRule } from '../rule.ts'
import { withVendor } from './parties.ts'
import { supportEndOf } from './support-end.ts'

/** An operating system whose ordinary updates have ended; a day that the register itself holds counts instead. */
export const unsupportedOs = defineRule({
  id: 'assets/unsupported-os',
  area: 'assets',
  reads: ['assets', 'supportEnds', 'asOf'],
  each: 'assets',
  evaluate({ supportEnds, asOf }, asset) {
    if (asset.os === undefined || known(asset.supportEndsOn) !== undefined) return
    const end = supportEndOf(asset.os, supportEnds)
    if (!end || end.endsOn >= asOf) return
    return {
      subjects: [asset.id],
      parties: withVendor(asset),
      because: [{ say: 'ended', with: { on: end.endsOn }, facts: [fact('assets', asset.id, 'os')] }],
    }
  },
})
