import { type AssetId, applyChanges, byId, type Change, retireAsset } from '@mimamori/domain'
import type { Asking } from '../asking.ts'
import { type Changed, changeFacility, type ExpectedChange, subjectOf } from '../facilities/index.ts'
import { type Kept, versionKey } from '../kept.ts'
import type { Services } from '../services.ts'
import { assetProblem } from './problems.ts'

interface Leaving {
  readonly assets: readonly { readonly asset: AssetId; readonly version: number }[]
  readonly why: string
  readonly by: string
}

/** 「一覧から外す」: devices that are gone, all of them or none. */
export async function retireAssets(services: Services, asking: Asking, facility: string, leaving: Leaving): Promise<Changed> {
  const { changed } = await changeFacility(services, asking, facility, async (now) => ({
    batch: {
      changes: leavingChanges(now, leaving),
      by: 'person',
      note: { action: 'asset/retired', detail: { devices: leaving.assets.length } },
    },
    value: undefined,
  }))
  return changed
}

/** NOTE: what two of them share (a way in for maintenance, a claim) is changed by the first and again by the second. */
function leavingChanges(now: Kept, { assets, why, by }: Leaving): readonly ExpectedChange[] {
  let { picture } = now
  return assets.flatMap(({ asset, version }) => {
    if (!byId(picture.slices.assets, asset)) throw assetProblem('asset/not-found')
    const changes = retireAsset(picture.slices, { asset, on: now.asOf, by, why })
    const applied = applyChanges(picture, changes)
    if (applied.kind === 'applied') picture = applied.picture
    return changes.map((change): ExpectedChange => ({ change, expected: change.kind === 'retire' ? version : versionOf(now, change) }))
  })
}

function versionOf(now: Kept, change: Change): number | undefined {
  return now.versions.get(versionKey(change.slice, subjectOf(change)))
}
