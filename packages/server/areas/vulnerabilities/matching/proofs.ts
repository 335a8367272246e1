import {
  byId,
  having,
  nextResponseStepId,
  type ResponseStep,
  standingOf,
  stepsOfResponse,
  type VulnerabilityResponse,
} from '@mimamori/domain'
import type { Asking } from '../../asking.ts'
import { changeFacility, openFacility } from '../../facilities/index.ts'
import type { Kept } from '../../kept.ts'
import type { Services } from '../../services.ts'

/**
 * Writes into the history of a response that a machine has read a version that is not affected, on the day of that reading: later
 * readings must not move the day on which it was closed.
 */
export async function recordProofs(services: Services, asking: Asking, facility: string): Promise<void> {
  if (provenNow(await openFacility(services, asking, facility)).length === 0) return
  await changeFacility(services, asking, facility, async (now) => {
    const records = provenNow(now)
    const changes = records.map((record) => ({ change: { kind: 'add', slice: 'responseSteps', record } as const }))
    const note = { action: 'response/proven', detail: { responses: records.map(({ response }) => response) } }
    return { batch: { changes, by: 'system' as const, note }, value: undefined }
  })
}

function provenNow(now: Kept): readonly ResponseStep[] {
  const { responses, responseSteps } = now.picture.slices
  return responses.flatMap((response) => {
    if (byId(now.analysis.world.responseStates, response.id)?.proof !== 'read-again') return []
    const steps = stepsOfResponse(responseSteps, response.id)
    return standingOf(steps).state === 'proven' ? [] : [stepOf(now, response, steps.length)]
  })
}

function stepOf(now: Kept, { id, assets, name, openedOn }: VulnerabilityResponse, written: number): ResponseStep {
  const read = assets.flatMap((asset) => having(now.analysis.world.installedProducts, 'asset', asset).filter((one) => one.name === name))
  const on = read.reduce((last, product) => (product.on !== undefined && product.on > last ? product.on : last), openedOn)
  const versions = [...new Set(read.flatMap(({ version }) => version ?? []))]
  return {
    id: nextResponseStepId(id, written),
    response: id,
    side: 'facility',
    kind: 'proven',
    on: on > now.asOf ? now.asOf : on,
    ...(versions.length === 1 && { version: versions[0] }),
  }
}
