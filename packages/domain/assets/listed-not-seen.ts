import { daysBetween } from '../calendar.ts'
import { fact, noneWith } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'

/** A listed device of a network that scans have not met for long, or never, though they met others. */
export const listedNotSeen = defineRule({
  id: 'assets/listed-not-seen',
  area: 'assets',
  reads: ['assets', 'lastSeen', 'latestSight', 'assetKinds', 'periods'],
  each: 'assets',
  evaluate({ lastSeen, latestSight, assetKinds, periods }, asset) {
    const latest = latestSight[0]
    if (!latest || asset.unlisted || asset.use === 'spare' || !byId(assetKinds, asset.kind)?.onNetwork) return
    const scanned = fact('claims', latest.claim, 'seenAt')
    const seen = byId(lastSeen, asset.id)
    const parties = ['facility'] as const
    if (!seen) {
      if (!asset.macs?.length && !asset.ips?.length && !asset.hostNames?.length) return
      const facts = [fact('assets', asset.id, 'macs'), noneWith('claims', 'asset', asset.id), scanned]
      return { subjects: [asset.id], parties, because: [{ say: 'never', grade: 'never', with: { scan: latest.on }, facts }] }
    }
    if (daysBetween(seen.on, latest.on) <= (byId(periods, 'asset-unseen')?.days ?? 0)) return
    const facts = [fact('assets', asset.id, 'kind'), fact('claims', seen.claim, 'seenAt'), scanned]
    return { subjects: [asset.id], parties, because: [{ say: 'long-ago', with: { on: seen.on, scan: latest.on }, facts }] }
  },
})
