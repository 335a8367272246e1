import type { VulnerabilityRow } from '@mimamori/contract'
import type { PlainKey } from '../../text/words.tsx'
import type { StateName } from '../../ui/state-chip.tsx'

export type Standing = VulnerabilityRow['state']

export const exposureStates = {
  internet: 'reached-internet',
  'remote-path': 'reached-remote',
  internal: 'reached-inside',
  none: 'reached-none',
  unknown: 'reached-unknown',
} as const satisfies Readonly<Record<VulnerabilityRow['exposure'], StateName>>

export const standingStates = {
  new: 'response-new',
  told: 'response-told',
  accepted: 'response-accepted',
  'checking-impact': 'response-checking',
  planned: 'response-planned',
  'not-done': 'response-not-done',
  disagreed: 'response-disagreed',
  workaround: 'response-workaround',
  'risk-accepted': 'response-risk-accepted',
  'not-affected': 'response-not-affected',
  done: 'response-done',
  proven: 'response-proven',
} as const satisfies Readonly<Record<Standing, StateName>>

/** The way of a response that goes well, in its order. */
export const road = [
  { state: 'told', word: 'response.told' },
  { state: 'accepted', word: 'response.accepted' },
  { state: 'checking-impact', word: 'response.checking' },
  { state: 'planned', word: 'response.planned' },
  { state: 'done', word: 'response.done' },
  { state: 'proven', word: 'response.proven' },
] as const satisfies readonly { readonly state: Standing; readonly word: PlainKey }[]
