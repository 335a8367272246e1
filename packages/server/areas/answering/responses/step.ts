import { byId, type Change, known, type ResponseStep, stepsOfResponse, type VulnerabilityResponse } from '@mimamori/domain'
import { changeFacility } from '../../facilities/index.ts'
import { lockForAdding } from '../../files/index.ts'
import type { Kept } from '../../kept.ts'
import { keptEvidence } from '../../kept-evidence.ts'
import {
  checkStatement,
  isTold,
  nextStep,
  nextUpdateStep,
  type Said,
  type SaidOfUpdate,
  vulnerabilityProblem,
} from '../../vulnerabilities/index.ts'
import { type InResponses, noteOwn, whoseDetail } from './enter.ts'

export interface VendorNext {
  readonly response: string
  readonly seen: number
  readonly said: Said
}

/** The vendor's next step, of a response that it was told of. */
export async function stepAsVendor(at: InResponses, next: VendorNext): Promise<void> {
  await changeFacility(at.services, at.asking, at.facility, async (now, client) => {
    const { response, steps } = toldResponse(now, at, next.response)
    mustBeOwnFile(steps, next.said.evidence)
    const record = nextStep(now, next, { side: 'vendor', by: at.by ?? next.said.signedBy })
    await checkStatement(at.services, client, now, record)
    const note = { action: 'response/stepped', subject: response.id, detail: { kind: record.kind, ...whoseDetail(at) } }
    const change: Change = { kind: 'add', slice: 'responseSteps', record }
    return { batch: { changes: [{ change }], by: 'vendor' as const, vendor: at.vendor, note }, value: undefined }
  })
  await noteOwn(at, { action: 'response/stepped', subject: next.response })
}

/** A file of the vendor goes to the facility's evidence at once, with a step of its own; how many steps there are then is told. */
export async function addProofAsVendor(
  at: InResponses,
  given: { response: string; name: string; bytes: Uint8Array },
): Promise<{ evidence: string; seen: number }> {
  const { value } = await changeFacility(
    at.services,
    at.asking,
    at.facility,
    async (now, client) => {
      const { response, steps } = toldResponse(now, at, given.response)
      const evidence = await keptEvidence(at.services, at.asking, client, { file: given, on: now.asOf })
      const said = { kind: 'said', evidence: evidence.id } as const
      const record = nextStep(now, { response: response.id, seen: steps.length, said }, { side: 'vendor', by: at.by })
      const changes: readonly Change[] = [
        { kind: 'add', slice: 'evidence', record: evidence },
        { kind: 'add', slice: 'responseSteps', record },
      ]
      const detail = { evidence: evidence.id, sha256: evidence.sha256, ...whoseDetail(at) }
      const note = { action: 'response/proof-added', subject: response.id, detail }
      return {
        batch: { changes: changes.map((change) => ({ change })), by: 'vendor' as const, vendor: at.vendor, note },
        value: { evidence: evidence.id, seen: steps.length + 1 },
      }
    },
    { before: (client) => lockForAdding(at.asking, client) },
  )
  await noteOwn(at, { action: 'response/proof-added', subject: given.response })
  return value
}

function toldResponse(now: Kept, { vendor }: InResponses, id: string): { response: VulnerabilityResponse; steps: readonly ResponseStep[] } {
  const response = byId(now.picture.slices.responses, id)
  const steps = response ? stepsOfResponse(now.picture.slices.responseSteps, response.id) : []
  if (!response || known(response.vendor) !== vendor || !isTold(steps)) throw vulnerabilityProblem('response/not-found')
  return { response, steps }
}

/** NOTE: the facility's evidence has ids as well, and a vendor must not find out which of them are there. */
function mustBeOwnFile(steps: readonly ResponseStep[], evidence: Said['evidence']): void {
  if (evidence === undefined) return
  const isOwn = steps.some((step) => step.side === 'vendor' && step.evidence === evidence)
  if (!isOwn) throw vulnerabilityProblem('response/no-such-file')
}

export interface VendorUpdateNext {
  readonly update: string
  readonly seen: number
  readonly said: SaidOfUpdate
}

/** The vendor's next step of a planned update that was given to it. */
export async function stepUpdateAsVendor(at: InResponses, next: VendorUpdateNext): Promise<void> {
  await changeFacility(at.services, at.asking, at.facility, async (now) => {
    const update = byId(now.picture.slices.plannedUpdates, next.update)
    if (!update || known(update.vendor) !== at.vendor) throw vulnerabilityProblem('planned-update/not-found')
    const record = nextUpdateStep(now, next, { side: 'vendor', by: at.by })
    const note = { action: 'planned-update/stepped', subject: update.id, detail: { kind: record.kind, ...whoseDetail(at) } }
    const change: Change = { kind: 'add', slice: 'plannedUpdateSteps', record }
    return { batch: { changes: [{ change }], by: 'vendor' as const, vendor: at.vendor, note }, value: undefined }
  })
  await noteOwn(at, { action: 'planned-update/stepped', subject: next.update })
}
