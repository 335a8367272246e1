import type { LinkControl } from '@mimamori/domain'
import type { PlainKey } from '../text/words.tsx'

/** What stands on a link of the network. */
export const controlWords = {
  'router-rules': 'network.control.rules',
  filter: 'network.control.filter',
  'one-way': 'network.control.oneWay',
  none: 'network.control.none',
  unknown: 'network.control.unknown',
} as const satisfies Readonly<Record<LinkControl, PlainKey>>
