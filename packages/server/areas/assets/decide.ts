import type { AssetDecision } from '@mimamori/contract'
import { type AssetId, applyChanges, byId, type Change, type Claim, decideClaim, questionKey, type Verdict } from '@mimamori/domain'
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
      changes: decided(now, decisions),
      by: 'person',
      note: { action: 'asset/decided', detail: { decisions: decisions.length } },
    },
    value: undefined,
  }))
  return changed
}

/** NOTE: each decision sees what those before it have made: of two records of one device the first fills in what both know. */
function decided(now: Kept, decisions: readonly AssetDecision[]): readonly ExpectedChange[] {
  let { picture } = now
  const made = new Map<string, AssetId>()
  return decisions.flatMap((decision) => {
    const claim = byId(now.picture.slices.claims, decision.claim)
    if (!claim || claim.asset !== undefined) throw assetProblem('asset/no-conflict')
    const changes = decideClaim(picture.slices, claim, verdictOf(now, decision, { claim, made }))
    const applied = applyChanges(picture, changes)
    if (applied.kind === 'applied') picture = applied.picture
    return changes.map((change): ExpectedChange => ({ change, ...expectedOf(now, change, decision) }))
  })
}

/** Records of one question that are of a new device are all of the same one. */
function verdictOf(now: Kept, decision: AssetDecision, { claim, made }: { claim: Claim; made: Map<string, AssetId> }): Verdict {
  if (decision.as === 'same') {
    if (!byId(now.picture.slices.assets, decision.asset)) throw assetProblem('asset/not-found')
    return { as: decision.as, asset: decision.asset }
  }
  const question = questionKey(claim)
  const known = made.get(question)
  if (known !== undefined) return { as: 'same', asset: known }
  const asset = newId<AssetId>('ast')
  made.set(question, asset)
  return { as: decision.as, asset, name: decision.name }
}

function expectedOf(now: Kept, change: Change, decision: AssetDecision): Pick<ExpectedChange, 'expected'> {
  if (change.kind !== 'set') return {}
  return { expected: change.slice === 'claims' ? decision.version : now.versions.get(versionKey(change.slice, change.id)) }
}
