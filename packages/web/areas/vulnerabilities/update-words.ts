import type { PlannedUpdatesView } from '@mimamori/contract'
import type { PlannedUpdate, PlannedUpdateStep } from '@mimamori/domain'
import type { PlainKey } from '../../text/words.tsx'

type Line = PlannedUpdatesView['updates'][number]

export const kindWords: Readonly<Record<PlannedUpdate['kind'], PlainKey>> = {
  'fee-revision': 'updates.kind.feeRevision',
  'payment-fund': 'updates.kind.paymentFund',
  'security-agent': 'updates.kind.securityAgent',
  os: 'updates.kind.os',
  firmware: 'updates.kind.firmware',
  program: 'updates.kind.program',
  other: 'updates.kind.other',
}

export const updateStates: Readonly<Record<Line['state'], PlainKey>> = {
  planned: 'updates.state.planned',
  tested: 'updates.state.tested',
  go: 'updates.state.go',
  'no-go': 'updates.state.noGo',
  'rolling-out': 'updates.state.rollingOut',
  'rolled-back': 'updates.state.rolledBack',
  done: 'updates.state.done',
  withdrawn: 'updates.state.withdrawn',
}

export const gapWords: Readonly<Record<Line['gaps'][number], PlainKey>> = {
  'no-test-bed': 'updates.gap.noTestBed',
  'not-tested': 'updates.gap.notTested',
  'touches-unknown': 'updates.gap.touchesUnknown',
  'no-roll-back': 'updates.gap.noRollBack',
  'no-go': 'updates.gap.noGo',
}

export const updateStepWords: Readonly<Record<PlannedUpdateStep['kind'], PlainKey>> = {
  announced: 'updates.step.announced',
  tested: 'updates.step.tested',
  go: 'updates.step.go',
  'no-go': 'updates.step.noGo',
  'rolled-out': 'updates.step.rolledOut',
  verified: 'updates.step.verified',
  'rolled-back': 'updates.step.rolledBack',
  done: 'updates.step.done',
  said: 'updates.step.said',
  withdrawn: 'updates.step.withdrawn',
}

export const resultWords: Readonly<Record<NonNullable<PlannedUpdateStep['result']>, PlainKey>> = {
  worked: 'updates.result.worked',
  failed: 'updates.result.failed',
}
