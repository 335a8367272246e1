import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'

/** A device that a source has seen and that nobody has taken into the register. */
export const seenNotListed = defineRule({
  id: 'assets/seen-not-listed',
  area: 'assets',
  reads: ['assets', 'lastSeen'],
  each: 'assets',
  evaluate({ lastSeen }, asset) {
    if (!asset.unlisted) return
    const seen = byId(lastSeen, asset.id)
    return {
      subjects: [asset.id],
      parties: ['facility'],
      because: [
        { say: 'unlisted', facts: [fact('assets', asset.id, 'unlisted')] },
        ...(seen ? [{ say: 'seen-on', with: { on: seen.on }, aside: true as const, facts: [fact('claims', seen.claim, 'seenAt')] }] : []),
      ],
    }
  },
})
