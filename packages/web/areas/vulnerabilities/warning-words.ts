import type { WarningsView } from '@mimamori/contract'
import type { Warning } from '@mimamori/domain'
import type { PlainKey } from '../../text/words.tsx'

export const fromWords: Readonly<Record<Warning['from'], PlainKey>> = {
  ministry: 'warnings.from.ministry',
  prefecture: 'warnings.from.prefecture',
  association: 'warnings.from.association',
  agency: 'warnings.from.agency',
  police: 'warnings.from.police',
  vendor: 'warnings.from.vendor',
  maker: 'warnings.from.maker',
  other: 'warnings.from.other',
}

export const urgencyWords: Readonly<Record<Warning['urgency'], PlainKey>> = {
  'at-once': 'warnings.urgency.atOnce',
  soon: 'warnings.urgency.soon',
  'next-visit': 'warnings.urgency.nextVisit',
  'to-know': 'warnings.urgency.toKnow',
}

export const warningStates: Readonly<Record<WarningsView['warnings'][number]['state'], PlainKey>> = {
  waits: 'warnings.state.waits',
  concerns: 'warnings.state.concerns',
  'not-concerned': 'warnings.state.notConcerned',
  answered: 'warnings.state.answered',
}
