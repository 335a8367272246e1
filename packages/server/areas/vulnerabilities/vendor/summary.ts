import type { VendorResponse } from '@mimamori/contract'
import { byId, having, known, stepsOfResponse, type VulnerabilityResponse, withoutProvenance } from '@mimamori/domain'
import type { Kept } from '../../kept.ts'

/**
 * What a vendor was told to close: the devices by name, what they have, and what both sides said. Nothing else of the facility goes
 * out with it: no other device, no finding, no way in, and no cost that somebody else has named.
 */
export function vendorResponsesOf(now: Kept, vendor: string): VendorResponse[] {
  const own = now.picture.slices.responses.filter((response) => known(response.vendor) === vendor)
  return own.flatMap((response) => responseFor(now, response) ?? [])
}

function responseFor(now: Kept, response: VulnerabilityResponse): VendorResponse | undefined {
  const steps = stepsOfResponse(now.picture.slices.responseSteps, response.id)
  const state = byId(now.analysis.world.responseStates, response.id)
  if (!state || !steps.some(({ kind }) => kind === 'told')) return undefined
  const { id, title, name, fixedVersion, openedOn, dueOn } = response
  return {
    response: id,
    title,
    ...(name !== undefined && { product: name }),
    devices: devicesOf(now, response),
    ...(fixedVersion !== undefined && { fixedVersion }),
    openedOn,
    ...(dueOn !== undefined && { dueOn }),
    state: state.state,
    steps: steps.map((step) => {
      const { costYen, evidence: _, ...told } = withoutProvenance(step)
      return { ...told, ...(step.side === 'vendor' && costYen !== undefined && { costYen }) }
    }),
  }
}

function devicesOf(now: Kept, { assets, name }: VulnerabilityResponse): VendorResponse['devices'] {
  return assets.map((asset) => {
    const product = having(now.analysis.world.installedProducts, 'asset', asset).find((one) => one.name === name)
    return {
      name: byId(now.picture.slices.assets, asset)?.name ?? asset,
      ...(product?.version !== undefined && { version: product.version }),
    }
  })
}
