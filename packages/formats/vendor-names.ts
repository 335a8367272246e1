import type { Change, Picture, Vendor } from '@mimamori/domain'
import { type Problem, problem } from './errors.ts'
import type { Draft } from './folder/draft.ts'
import { foldCompany } from './text.ts'

/** Two records that may be one company: proposed, never done; `change` merges them and can be undone. */
export interface MergeProposal {
  readonly keep: Vendor
  readonly gone: Vendor
  readonly change: Change
}

/** Companies whose names differ only in the form of 株式会社, width, case or kanji variant. */
export function proposeVendorMerges(vendors: readonly Vendor[]): readonly MergeProposal[] {
  const byName = new Map<string, Vendor>()
  const found: MergeProposal[] = []
  for (const vendor of vendors) {
    const name = foldCompany(vendor.name)
    const keep = byName.get(name)
    if (keep) found.push({ keep, gone: vendor, change: { kind: 'merge', slice: 'vendors', keep: keep.id, gone: vendor.id } })
    else byName.set(name, vendor)
  }
  return found
}

/** The same as questions, for whoever reads a folder. */
export function vendorProblems(picture: Picture, made: readonly { readonly draft: Draft; readonly id: string }[]): readonly Problem[] {
  return proposeVendorMerges(picture.slices.vendors).map(({ keep, gone }) => {
    const place = made.find((one) => one.id === gone.id)?.draft.place ?? { file: 'facility.yaml' }
    return problem('folder/maybe-same-vendor', place, { name: keep.name, other: gone.name })
  })
}
