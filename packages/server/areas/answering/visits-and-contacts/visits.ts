import { byId, type Change, mayStep, nextVisitStepId, stepsOfVisit, type Visit, type VisitId, type VisitStep } from '@mimamori/domain'
import { type RequestScope, withScope } from '../../../platform/index.ts'
import { appendAudit } from '../../asking.ts'
import { changeFacility, newId } from '../../facilities/index.ts'
import type { Kept } from '../../kept.ts'
import type { Services } from '../../services.ts'
import { answeringProblem } from '../problems.ts'
import { enterClient } from './enter.ts'

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined }

export type Wish = Pick<Visit, 'devices'> &
  Optional<Pick<Visit, 'currentVersion' | 'fixedVersion'>> &
  Optional<Pick<VisitStep, 'wishedOn' | 'hours' | 'effect' | 'note'>>

/** 保守作業の申込み: a visit and the first step of its history. */
export async function askVisit(services: Services, account: RequestScope, relation: string, wish: Wish): Promise<{ visit: string }> {
  const { asking, facility, vendor } = await enterClient(services, account, relation)
  const visit = newId<VisitId>('vi')
  await changeFacility(services, asking, facility, async (now) => {
    mustBeAhead(now, wish)
    const { devices, currentVersion, fixedVersion, ...first } = wish
    const record: Visit = {
      id: visit,
      vendor,
      devices,
      ...(currentVersion !== undefined && { currentVersion }),
      ...(fixedVersion !== undefined && { fixedVersion }),
    }
    const step = stepOf(now, visit, { ...first, kind: 'asked', written: 0, by: account.personName })
    const changes: readonly Change[] = [
      { kind: 'add', slice: 'visits', record },
      { kind: 'add', slice: 'visitSteps', record: step },
    ]
    const note = { action: 'visit/asked', subject: visit, detail: { organisation: account.organisation } }
    return { batch: { changes: changes.map((change) => ({ change })), by: 'vendor', vendor, note }, value: undefined }
  })
  await noteOwn(services, account, { action: 'visit/asked', relation, visit })
  return { visit }
}

export interface NextStep extends Optional<Pick<VisitStep, 'wishedOn' | 'hours' | 'effect' | 'note'>> {
  readonly visit: string
  readonly seen: number
  readonly kind: Exclude<VisitStep['kind'], 'asked'>
}

/** The vendor's next step; one that was written without the other side's last word is not taken. */
export async function stepVisit(services: Services, account: RequestScope, relation: string, next: NextStep): Promise<void> {
  const { asking, facility, vendor } = await enterClient(services, account, relation)
  await changeFacility(services, asking, facility, async (now) => {
    const visit = byId(now.picture.slices.visits, next.visit)
    if (visit?.vendor !== vendor) throw answeringProblem('visit/not-found')
    const steps = stepsOfVisit(now.picture.slices.visitSteps, visit.id)
    if (steps.length !== next.seen) throw answeringProblem('visit/changed-meanwhile')
    mustBeAhead(now, next)
    const { visit: _, seen: __, ...given } = next
    const record = stepOf(now, visit.id, { ...given, written: steps.length, by: account.personName })
    if (!mayStep(steps, record)) throw answeringProblem('visit/no-such-step')
    const note = { action: 'visit/stepped', subject: visit.id, detail: { kind: next.kind, organisation: account.organisation } }
    return { batch: { changes: [{ change: { kind: 'add', slice: 'visitSteps', record } }], by: 'vendor', vendor, note }, value: undefined }
  })
  await noteOwn(services, account, { action: 'visit/stepped', relation, visit: next.visit })
}

function mustBeAhead(now: Kept, { wishedOn }: Optional<Pick<VisitStep, 'wishedOn'>>): void {
  if (wishedOn !== undefined && wishedOn < now.asOf) throw answeringProblem('visit/day-past')
}

function stepOf(
  now: Kept,
  visit: VisitId,
  given: Pick<VisitStep, 'kind'> & Optional<Pick<VisitStep, 'wishedOn' | 'hours' | 'effect' | 'note'>> & { written: number; by: string },
): VisitStep {
  const { kind, written, by, wishedOn, hours, effect, note } = given
  return {
    id: nextVisitStepId(visit, written),
    visit,
    side: 'vendor',
    kind,
    on: now.asOf,
    by,
    ...(wishedOn !== undefined && { wishedOn }),
    ...(hours !== undefined && { hours }),
    ...(effect !== undefined && { effect }),
    ...(note !== undefined && { note }),
  }
}

/** A line in the vendor's own trail. */
async function noteOwn(
  services: Services,
  account: RequestScope,
  { action, relation, visit }: { action: string; relation: string; visit: string },
): Promise<void> {
  await withScope(services.pool, account, (client) =>
    appendAudit(services, account, client, { action, subject: visit, detail: { relation } }),
  )
}
