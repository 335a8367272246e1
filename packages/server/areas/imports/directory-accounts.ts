import { createHash } from 'node:crypto'
import {
  type AccountList,
  type AccountListId,
  addDays,
  byId,
  type Change,
  entityId,
  isEqual,
  readDate,
  type SourceId,
} from '@mimamori/domain'
import type { SeenAccount } from '@mimamori/formats'
import type { Kept } from '../kept.ts'

const mostIds = 5000

/** The counts of a directory with the ids behind them, never a name; the list of the same directory is counted anew. */
export function accountChanges(now: Kept, accounts: readonly SeenAccount[], from: { file: string; source: SourceId }): readonly Change[] {
  if (accounts.length === 0) return []
  const enabled = accounts.filter((account) => account.enabled !== false)
  const id = entityId<AccountListId>(`acc:${createHash('sha256').update(from.file).digest('hex').slice(0, 24)}`)
  const mostDays = byId(now.catalogue.reference.assetLimits, 'days-without-logon')?.most ?? 0
  const unused = enabled.filter((account) => isUnused(account, addDays(now.asOf, -mostDays)))
  const administrators = enabled.filter((account) => account.administrator === true)
  const knowsLogons = enabled.some((account) => account.lastLogonOn !== undefined)
  const knowsAdministrators = enabled.some((account) => account.administrator !== undefined)
  const counted: Omit<AccountList, 'id' | 'name'> = {
    countedOn: now.asOf,
    total: enabled.length,
    ...(knowsLogons && { unused: unused.length, unusedIds: idsOf(unused) }),
    ...(knowsAdministrators && { administrators: administrators.length, administratorIds: idsOf(administrators) }),
    source: from.source,
  }
  const stored = byId(now.picture.slices.accounts, id)
  if (!stored) return [{ kind: 'add', slice: 'accounts', record: { id, name: from.file, ...counted } }]
  const fields = Object.fromEntries(Object.entries(counted).filter(([key, value]) => !isEqual(value, Reflect.get(stored, key))))
  const isNew = Object.keys(fields).some((key) => key !== 'countedOn' && key !== 'source')
  return isNew ? [{ kind: 'set', slice: 'accounts', id, fields }] : []
}

/** NOTE: of an account that has never logged on nothing is said: it may be new. */
function isUnused({ lastLogonOn }: SeenAccount, before: string): boolean {
  const day = lastLogonOn === undefined ? undefined : readDate(lastLogonOn.slice(0, 10))
  return day !== undefined && day < before
}

/** As one cell of a list can hold them. */
function idsOf(accounts: readonly SeenAccount[]): readonly string[] {
  const plain = accounts.map(({ id }) =>
    id
      .replace(/[,、;；\p{Cc}\p{Cf}]/gu, ' ')
      .trim()
      .slice(0, 200)
      .trim(),
  )
  return [...new Set(plain.filter((id) => id !== ''))].slice(0, mostIds)
}
