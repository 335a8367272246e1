import type { KeptBecause } from '@mimamori/contract'
import type { PlainKey } from '../text/words.tsx'

/** Why a change has no way back, in the place of its button. */
export const keptWords = {
  whole: 'history.kept.whole',
  'vendor-answer': 'history.kept.vendor-answer',
  'not-yours': 'history.kept.not-yours',
  said: 'history.kept.said',
  sent: 'history.kept.sent',
  decided: 'history.kept.decided',
  submitted: 'history.kept.submitted',
  'closed-year': 'history.kept.closed-year',
} as const satisfies Readonly<Record<KeptBecause, PlainKey>>
