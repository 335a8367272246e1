import type { AssetGrouping, AssetState } from '@mimamori/contract'
import { oneOf, word } from '../../frame/search-params.ts'
import { assetStates } from './states.ts'

export const groupings = ['kind', 'room', 'owner', 'vendor', 'system'] as const satisfies readonly AssetGrouping[]
export const sortings = ['name', 'kind', 'room', 'owner', 'vendor', 'support', 'seen', 'findings'] as const

/** What the list shows and in which order, as it stands in the address. */
export interface ListSearch {
  readonly text?: string
  readonly state?: AssetState
  readonly kind?: string
  readonly room?: string
  readonly owner?: string
  readonly vendor?: string
  readonly system?: string
  readonly group?: AssetGrouping
  readonly sort?: (typeof sortings)[number]
  readonly order?: 'up' | 'down'
}

export function readListSearch(search: Record<string, unknown>): ListSearch {
  return {
    ...word(search, 'text'),
    ...oneOf(search, 'state', assetStates),
    ...word(search, 'kind'),
    ...word(search, 'room'),
    ...word(search, 'owner'),
    ...word(search, 'vendor'),
    ...word(search, 'system'),
    ...oneOf(search, 'group', groupings),
    ...oneOf(search, 'sort', sortings),
    ...oneOf(search, 'order', ['up', 'down']),
  }
}

/** What narrows the list, without the order in which it stands. */
export function narrowingOf({ group: _, sort: __, order: ___, ...narrowing }: ListSearch): Omit<ListSearch, 'group' | 'sort' | 'order'> {
  return narrowing
}
