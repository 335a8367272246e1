import type { AssetDecision } from '@mimamori/contract'
import { type AssetId, byId, type Change, decideClaim } from '@mimamori/domain'
import type { Asking } from '../asking.ts'
import { type Changed, changeFacility, type ExpectedChange, newId } from '../facilities/index.ts'
import { type Kept, versionKey } from '../kept.ts'
import type { Services } from '../services.ts'
import { assetProblem } from './problems.ts'

/** 「この機器」「新しい機器」: what a person has told apart, all of it or nothing. */
export async function decideConflicts(
  services: Services,
  asking: Asking,
  facility: string,
  decisions: readonly AssetDecision[],
): Promise<Changed> {
  const claims = new Set(decisions.map(({ claim }) => claim))
  if (claims.size < decisions.length) throw assetProblem('asset/no-conflict')
  const { changed } = await changeFacility(services, asking, facility, async (now) => ({
    batch: {
      changes: joined(decisions.flatMap((decision) => decided(now, decision))),
      by: 'person',
      note: { action: 'asset/decided', detail: { decisions: decisions.length } },
    },
    value: undefined,
  }))
  return changed
}

function decided(now: Kept, decision: AssetDecision): readonly ExpectedChange[] {
  const { slices } = now.picture
  const claim = byId(slices.claims, decision.claim)
  if (!claim || claim.asset !== undefined) throw assetProblem('asset/no-conflict')
  if (decision.as === 'same' && !byId(slices.assets, decision.asset)) throw assetProblem('asset/not-found')
  const verdict =
    decision.as === 'same'
      ? { as: decision.as, asset: decision.asset }
      : { as: decision.as, asset: newId<AssetId>('ast'), name: decision.name }
  return decideClaim(slices, claim, verdict).map((change) => ({ change, ...expectedOf(now, change, decision) }))
}

function expectedOf(now: Kept, change: Change, decision: AssetDecision): Pick<ExpectedChange, 'expected'> {
  if (change.kind !== 'set') return {}
  return { expected: change.slice === 'claims' ? decision.version : now.versions.get(versionKey(change.slice, change.id)) }
}

/** NOTE: of two records that are held to be of one device the first fills in what both know, as they would one after the other. */
function joined(changes: readonly ExpectedChange[]): readonly ExpectedChange[] {
  const filled = new Map<string, Set<string>>()
  return changes.flatMap((one) => {
    const { change } = one
    if (change.kind !== 'set' || change.slice !== 'assets') return [one]
    const before = filled.get(change.id) ?? new Set<string>()
    filled.set(change.id, before)
    const fields = Object.fromEntries(Object.entries(change.fields).filter(([field]) => !before.has(field)))
    for (const field of Object.keys(fields)) before.add(field)
    return Object.keys(fields).length === 0 ? [] : [{ ...one, change: { ...change, fields } }]
  })
}
