import type { AccountList } from './types.ts'

const idsOf = { leavers: 'leaverIds', unused: 'unusedIds', shared: 'sharedIds', administrators: 'administratorIds' } as const

export type AccountCount = keyof typeof idsOf

/** How many accounts of this kind there are: the ids where they are listed, else the count; undefined = nobody has counted. */
export function countOf(list: AccountList, of: AccountCount): number | undefined {
  return list[idsOf[of]]?.length ?? list[of]
}
