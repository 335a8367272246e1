import type { VendorResponse } from '@mimamori/contract'
import {
  type AssetId,
  byId,
  having,
  known,
  type ResponseStep,
  stepsOfResponse,
  type VulnerabilityResponse,
  withoutProvenance,
} from '@mimamori/domain'
import type { Kept } from '../../kept.ts'
import { filesOf } from '../responses/files.ts'
import { vendorDutyOf } from './duty.ts'

/**
 * What a vendor was told to close: the devices by name, what they have, and what both sides said. Nothing else of the facility goes
 * out with it: no other device, no finding, no way in, and neither cost nor file of somebody else.
 */
export function vendorResponsesOf(now: Kept, vendor: string): VendorResponse[] {
  const own = now.picture.slices.responses.filter((response) => known(response.vendor) === vendor)
  return own.flatMap((response) => responseFor(now, response, vendor) ?? [])
}

function responseFor(now: Kept, response: VulnerabilityResponse, vendor: string): VendorResponse | undefined {
  const steps = stepsOfResponse(now.picture.slices.responseSteps, response.id)
  const state = byId(now.analysis.world.responseStates, response.id)
  if (!state || !isTold(steps)) return undefined
  const { id, title, name, fixedVersion, openedOn, dueOn } = response
  const duty = vendorDutyOf(now, response.assets, vendor)
  return {
    response: id,
    title,
    ...(name !== undefined && { product: name }),
    devices: devicesFor(now, response.assets, name),
    ...(fixedVersion !== undefined && { fixedVersion }),
    openedOn,
    ...(dueOn !== undefined && { dueOn }),
    state: state.state,
    ...(state.proof && { proof: state.proof }),
    steps: steps.map(stepFor),
    files: filesOf(now, steps.filter(isOfVendor)).map(({ evidence, name }) => ({ evidence, name })),
    ...(duty && { duty }),
  }
}

export function isTold(steps: readonly ResponseStep[]): boolean {
  return steps.some(({ kind }) => kind === 'told')
}

function isOfVendor({ side }: Pick<ResponseStep, 'side'>): boolean {
  return side === 'vendor'
}

function stepFor(step: ResponseStep): VendorResponse['steps'][number] {
  const { costYen, evidence, visit: _, ...told } = withoutProvenance(step)
  const own = isOfVendor(step)
  return { ...told, ...(own && costYen !== undefined && { costYen }), ...(own && evidence !== undefined && { evidence }) }
}

/** Devices by name, with the version of the product that is meant where it is known. */
export function devicesFor(now: Kept, assets: readonly AssetId[], name: string | undefined): VendorResponse['devices'] {
  return assets.map((asset) => {
    const product = having(now.analysis.world.installedProducts, 'asset', asset).find((one) => one.name === name)
    return {
      name: byId(now.picture.slices.assets, asset)?.name ?? asset,
      ...(product?.version !== undefined && { version: product.version }),
    }
  })
}
