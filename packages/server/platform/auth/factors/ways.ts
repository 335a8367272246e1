import { withPerson } from '../../db/scope.ts'
import type { AuthParts } from '../parts.ts'
import { type FactorRows, readFactors } from './store.ts'

/** How a person proves who they are beside the password. */
export type FactorWay = 'passkey' | 'authenticator' | 'sheet' | 'recovery'

/** What came back; `response` is that of the browser, which is checked by its own rules. */
export type FactorAnswer =
  | { readonly way: 'authenticator' | 'sheet' | 'recovery'; readonly code: string }
  | { readonly way: 'passkey'; readonly response: unknown }

export interface CodesLeft {
  readonly left: number
  readonly madeAt: string
  /** Number of the line that is asked for next. */
  readonly next: number | undefined
}

export interface Factors {
  readonly hasAuthenticator: boolean
  readonly passkeys: readonly { id: string; name: string; createdAt: string; lastUsedAt: string | undefined }[]
  readonly sheet: CodesLeft | undefined
  readonly recovery: CodesLeft | undefined
}

function codesOf(rows: FactorRows, kind: 'sheet' | 'recovery'): CodesLeft | undefined {
  const found = rows.codes.find((row) => row.kind === kind)
  return found && { left: found.left, madeAt: found.madeAt, next: found.next ?? undefined }
}

export function factorsOf(rows: FactorRows): Factors {
  return {
    hasAuthenticator: rows.hasAuthenticator,
    passkeys: rows.passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt: lastUsedAt ?? undefined })),
    sheet: codesOf(rows, 'sheet'),
    recovery: codesOf(rows, 'recovery'),
  }
}

/**
 * The ways that are open, the handiest first. Recovery codes open nothing by themselves; a sheet whose last number has been
 * used still counts as set up, or using numbers up would switch the second factor off.
 */
export function waysOf(factors: Factors): readonly FactorWay[] {
  const own: FactorWay[] = [
    ...(factors.passkeys.length > 0 ? (['passkey'] as const) : []),
    ...(factors.hasAuthenticator ? (['authenticator'] as const) : []),
    ...(factors.sheet ? (['sheet'] as const) : []),
  ]
  const isRecoverable = own.length > 0 && (factors.recovery?.left ?? 0) > 0
  return isRecoverable ? [...own, 'recovery'] : own
}

export async function listFactors(parts: AuthParts, person: string): Promise<Factors> {
  return factorsOf(await withPerson(parts.pool, person, (client) => readFactors(client, person)))
}
