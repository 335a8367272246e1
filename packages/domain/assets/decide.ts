import type { Change } from '../change-type.ts'
import type { AssetId } from '../ids.ts'
import { byId, type Slices } from '../picture.ts'
import { observationOf } from './observation.ts'
import { factsOf, isListing, nameOf } from './take-in.ts'
import type { Asset, Claim } from './types.ts'

/** What a person says of a claim that nobody could tell: it is of this device, or of one that the register does not hold. */
export type Verdict =
  | { readonly as: 'same'; readonly asset: AssetId }
  | { readonly as: 'new'; readonly asset: AssetId; readonly name?: string | undefined }

/**
 * The changes by which a claim becomes one of a device: the device learns what nobody had entered, and a new one is made where
 * there is none. The candidates stay beside the decision, so that it can be looked at again.
 */
export function decideClaim(slices: Pick<Slices, 'assets'>, claim: Claim, verdict: Verdict): readonly Change[] {
  const told = observationOf(claim)
  const facts = factsOf(told)
  const decided: Change = { kind: 'set', slice: 'claims', id: claim.id, fields: { asset: verdict.asset, rule: 'by-hand' } }
  if (verdict.as === 'new') {
    const record: Asset = {
      ...facts,
      id: verdict.asset,
      name: verdict.name ?? nameOf(told),
      ...(!isListing(told.source) && { unlisted: 'yes' }),
      ...(claim.source && { source: claim.source }),
    }
    return [{ kind: 'add', slice: 'assets', record }, decided]
  }
  const asset = byId(slices.assets, verdict.asset)
  const fields = Object.fromEntries(Object.entries(facts).filter(([field]) => asset && Reflect.get(asset, field) === undefined))
  return Object.keys(fields).length === 0 ? [decided] : [{ kind: 'set', slice: 'assets', id: verdict.asset, fields }, decided]
}
