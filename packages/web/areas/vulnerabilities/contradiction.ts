import type { ResponseView } from '@mimamori/contract'
import type { NotAffectedReason, ResponseStep } from '@mimamori/domain'

/** What somebody said and what was read do not agree; neither side need be wrong. */
export type Contradiction =
  /** Said not to apply, and the version that was read is one of those that are weak. */
  | { readonly kind: 'not-affected'; readonly reason: NotAffectedReason; readonly version: string; readonly mayBothHold: boolean }
  /** Held to be proven, and what was read since is weak. */
  | { readonly kind: 'proven'; readonly version: string }
  /** Said to be done with one version, and another one was read on that day or later. */
  | { readonly kind: 'done'; readonly said: string; readonly version: string; readonly readOn: string }

/** With these reasons a device that has a weak version need not be weak. */
const notByVersion: ReadonlySet<NotAffectedReason> = new Set(['part-not-there', 'part-not-used', 'cannot-be-reached'])

export function contradictionOf({
  state,
  steps,
  rows,
  devices,
}: Pick<ResponseView, 'state' | 'steps' | 'rows' | 'devices'>): Contradiction | undefined {
  const step: ResponseStep | undefined = steps.findLast(({ kind }) => kind !== 'said')
  const weak = rows.find(({ verdict, version }) => verdict === 'affected' && version !== undefined)?.version
  if (step?.kind === 'not-affected' && step.notAffected && weak !== undefined)
    return { kind: 'not-affected', reason: step.notAffected, version: weak, mayBothHold: notByVersion.has(step.notAffected) }
  if (step?.kind === 'proven' && state !== 'proven' && weak !== undefined) return { kind: 'proven', version: weak }
  const said = step?.kind === 'done' ? step.version : undefined
  const other = devices.find(
    ({ version, readOn, knownBy }) => version !== said && version !== undefined && knownBy !== 'hand' && (readOn ?? '') >= (step?.on ?? ''),
  )
  if (said === undefined || state === 'proven' || other?.version === undefined || other.readOn === undefined) return undefined
  return { kind: 'done', said, version: other.version, readOn: other.readOn }
}
