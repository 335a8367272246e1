import { withPerson } from '../../db/scope.ts'
import type { AuthParts } from '../parts.ts'
import { noteEvent, requireProof, type Session } from '../sessions.ts'
import { hashCode, inGroups, randomDigits, randomLetters } from '../token.ts'
import { replaceCodes, useCode } from './store.ts'

export type CodeKind = 'sheet' | 'recovery'

/** Forty numbers of six digits fit on one side of A4; ten recovery codes on a card. */
const kinds: Readonly<Record<CodeKind, { readonly count: number; readonly make: () => string }>> = {
  sheet: { count: 40, make: () => randomDigits(6) },
  recovery: { count: 10, make: () => inGroups(randomLetters(12), 4) },
}

export interface MadeCodes {
  readonly kind: CodeKind
  readonly madeAt: string
  readonly codes: readonly string[]
}

/** A new sheet or set; the old one is worthless from now on. The codes are shown this once and kept as hashes. */
export async function makeCodes(
  parts: AuthParts,
  session: Session,
  given: { kind: CodeKind; from?: string | undefined },
): Promise<MadeCodes> {
  requireProof(parts, session)
  const { kind, from } = given
  const { person } = session
  const { count, make } = kinds[kind]
  const codes = Array.from({ length: count }, make)
  const at = parts.clock.now()
  // NOTE: the number of the line is part of what is hashed: two lines may by chance hold the same digits.
  const hashes = codes.map((code, index) => hashCode(parts.pepper, bound(person, kind, kind === 'sheet' ? index + 1 : undefined), code))
  await withPerson(parts.pool, person, (client) => replaceCodes(client, { person, kind, hashes, at }))
  await noteEvent(parts, session, { action: 'auth/factor-added', from, detail: { way: kind } })
  return { kind, madeAt: at.toISOString(), codes }
}

/** Whether the code is right and has not been used; uses it up. `line`: that of the sheet which was asked for. */
export async function checkCode(
  parts: AuthParts,
  given: { person: string; kind: CodeKind; code: string; line: number | undefined },
): Promise<boolean> {
  const { person, kind } = given
  if (kind === 'sheet' && given.line === undefined) return false
  const hash = hashCode(parts.pepper, bound(person, kind, kind === 'sheet' ? given.line : undefined), given.code)
  const used = await withPerson(parts.pool, person, (client) => useCode(client, { person, kind, hash, at: parts.clock.now() }))
  return used !== undefined
}

function bound(person: string, kind: CodeKind, line: number | undefined): string {
  return `${kind}/${person}/${line ?? ''}`
}
