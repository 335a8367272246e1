import type { LinkControl, LinkLayer } from '@mimamori/domain'
import type { PlainKey } from '../text/words.tsx'

/** What stands on a link of the network. */
export const controlWords = {
  'router-rules': 'network.control.rules',
  filter: 'network.control.filter',
  'one-way': 'network.control.oneWay',
  none: 'network.control.none',
  unknown: 'network.control.unknown',
} as const satisfies Readonly<Record<LinkControl, PlainKey>>

/** How a link goes. */
export const layerWords = {
  physical: 'network.layer.physical',
  l2: 'network.layer.l2',
  l3: 'network.layer.l3',
  remote: 'network.layer.remote',
  wireless: 'network.layer.wireless',
} as const satisfies Readonly<Record<LinkLayer, PlainKey>>

/** Who holds that nothing outside can be reached from a zone; `yes`: nobody knows who. */
export const closedWords = {
  facility: 'network.closed.facility',
  vendor: 'network.closed.vendor',
  yes: 'network.closed.somebody',
} as const satisfies Readonly<Record<string, PlainKey>>
