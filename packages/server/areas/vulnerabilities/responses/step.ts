import { mayRespond, nextResponseStepId, type ResponseStep, stepsOfResponse } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import { changeFacility } from '../../facilities/index.ts'
import type { Kept } from '../../kept.ts'
import type { Services } from '../../services.ts'
import type { NamedAsking } from '../asking.ts'
import { vulnerabilityProblem } from '../problems.ts'
import { responseIn } from './open.ts'
import { mustNotBeWeak } from './stated-version.ts'

/** What a step says beside whose it is. */
export type Said = {
  readonly [K in Exclude<keyof ResponseStep, 'id' | 'response' | 'side' | 'by' | 'kind'>]?: ResponseStep[K] | undefined
} & {
  readonly kind: ResponseStep['kind']
}

export interface Next {
  readonly response: string
  readonly seen: number
  readonly said: Said
}

/** The facility's next step; one that was written without the other side's last word is not taken. */
export async function stepResponse(services: Services, asking: NamedAsking, facility: string, next: Next): Promise<void> {
  await changeFacility(services, asking, facility, async (now, client) => {
    const record = nextStep(now, next, { side: 'facility', by: asking.personName })
    await checkStatement(services, client, now, record)
    const note = { action: 'response/stepped', subject: record.response, detail: { kind: record.kind } }
    return {
      batch: { changes: [{ change: { kind: 'add', slice: 'responseSteps', record } }], by: 'person' as const, note },
      value: undefined,
    }
  })
}

/** Throws where a statement, or the facility's own proof, names a version that is still weak. */
export async function checkStatement(services: Services, client: PoolClient, now: Kept, record: ResponseStep): Promise<void> {
  const { kind, signedBy, version, response } = record
  if ((signedBy !== undefined || kind === 'proven') && version !== undefined)
    await mustNotBeWeak(services, client, now, { response: responseIn(now, response), version })
}

/** The step as it is written, if its side may take it now. */
export function nextStep(
  now: Kept,
  { response, seen, said }: Next,
  { side, by }: { side: ResponseStep['side']; by: string | undefined },
): ResponseStep {
  const { id } = responseIn(now, response)
  const steps = stepsOfResponse(now.picture.slices.responseSteps, id)
  if (steps.length !== seen) throw vulnerabilityProblem('response/changed-meanwhile')
  const { kind, on = now.asOf, ...rest } = said
  const told = Object.fromEntries(Object.entries({ by, ...rest }).filter(([, value]) => value !== undefined))
  const record: ResponseStep = { id: nextResponseStepId(id, steps.length), response: id, side, kind, on, ...told }
  if (on > now.asOf || !mayRespond(steps, record, now.asOf)) throw vulnerabilityProblem('response/no-such-step')
  return record
}
