import { entityId, type PlannedUpdateId, type PlannedUpdateStepId } from '../ids.ts'
import { having } from '../picture.ts'
import type { PlannedUpdate, PlannedUpdateStep } from './types.ts'

/** What both sides said about a planned update, the oldest first. */
export function stepsOfUpdate(steps: readonly PlannedUpdateStep[], update: PlannedUpdateId): readonly PlannedUpdateStep[] {
  return having(steps, 'update', update).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** The id of the next step: in the order in which they were written. */
export function nextUpdateStepId(update: PlannedUpdateId, written: number): PlannedUpdateStepId {
  return entityId(`${update}.${String(written + 1).padStart(4, '0')}`)
}

/** How a planned update stands, read from its history. */
export type UpdateStanding = 'planned' | 'tested' | 'go' | 'no-go' | 'rolling-out' | 'rolled-back' | 'done' | 'withdrawn'

const stateAfter: Readonly<Partial<Record<PlannedUpdateStep['kind'], UpdateStanding>>> = {
  go: 'go',
  'no-go': 'no-go',
  'rolled-out': 'rolling-out',
  verified: 'rolling-out',
  'rolled-back': 'rolled-back',
  done: 'done',
  withdrawn: 'withdrawn',
}

/** NOTE: a trial that failed leaves it planned, whatever trial came before. */
export function updateStanding(steps: readonly PlannedUpdateStep[]): UpdateStanding {
  const turn = steps.findLast(({ kind }) => kind === 'tested' || stateAfter[kind] !== undefined)
  if (turn?.kind === 'tested') return turn.result === 'worked' ? 'tested' : 'planned'
  return (turn && stateAfter[turn.kind]) ?? 'planned'
}

/** What is still missing before it may be rolled out, in the order in which it is done. */
export type UpdateGap = 'no-test-bed' | 'not-tested' | 'touches-unknown' | 'no-roll-back' | 'no-go'

export function gapsOf(update: PlannedUpdate, steps: readonly PlannedUpdateStep[]): readonly UpdateGap[] {
  const standing = updateStanding(steps)
  if (standing === 'done' || standing === 'withdrawn' || standing === 'rolling-out') return []
  const last = steps.findLast(({ kind }) => kind === 'tested')
  return [
    ...(update.testBed === undefined ? (['no-test-bed'] as const) : []),
    ...(update.testBed !== 'none' && last?.result !== 'worked' ? (['not-tested'] as const) : []),
    ...(update.touches === undefined ? (['touches-unknown'] as const) : []),
    ...(update.rollBack === undefined ? (['no-roll-back'] as const) : []),
    ...(standing === 'go' ? [] : (['no-go'] as const)),
  ]
}

/** Whether this side may take this step now: the facility alone says go, and nothing is rolled out before that. */
export function mayStepUpdate(steps: readonly PlannedUpdateStep[], next: Pick<PlannedUpdateStep, 'side' | 'kind' | 'result'>): boolean {
  const standing = updateStanding(steps)
  if (standing === 'withdrawn' || (standing === 'done' && next.kind !== 'said' && next.kind !== 'rolled-back')) return false
  if ((next.kind === 'go' || next.kind === 'no-go') && next.side !== 'facility') return false
  if ((next.kind === 'tested' || next.kind === 'verified') && next.result === undefined) return false
  if (next.kind === 'rolled-out') return standing === 'go' || standing === 'rolling-out'
  return next.kind !== 'done' || standing === 'rolling-out'
}
