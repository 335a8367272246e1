import { appendAudit } from '../../audit/store.ts'
import { type PersonScope, withPerson, withScope } from '../../db/scope.ts'
import { listFactors, waysOf } from '../factors/ways.ts'
import { ownFactorFirst } from '../messages.ts'
import type { AuthParts } from '../parts.ts'
import { requireProof, type Session } from '../sessions.ts'
import {
  type ColleagueRow,
  type EnvelopeRow,
  isFactorDemanded,
  listColleagues,
  listNotices,
  markSeen,
  type NoticeRow,
  readEnvelope,
  setFactorDemanded,
} from './store.ts'

/** How people of an organisation get in, for those who lead it. */
export interface SignInRules {
  readonly isFactorDemanded: boolean
  readonly envelope: EnvelopeRow | undefined
  readonly colleagues: readonly ColleagueRow[]
}

export async function readRules(parts: AuthParts, scope: PersonScope): Promise<SignInRules> {
  return withScope(
    parts.pool,
    scope,
    async (client) => ({
      isFactorDemanded: await isFactorDemanded(client, scope),
      envelope: await readEnvelope(client, scope),
      colleagues: await listColleagues(client, scope),
    }),
    { readOnly: true },
  )
}

/** Whoever has no second factor must set one up before the next step. */
export async function demandFactor(
  parts: AuthParts,
  session: Session,
  given: { organisation: string; isDemanded: boolean; from?: string | undefined },
): Promise<void> {
  requireProof(parts, session)
  // Or the one who demands it would be the first to be shut out.
  if (given.isDemanded && waysOf(await listFactors(parts, session.person)).length === 0) throw ownFactorFirst()
  const scope = { organisation: given.organisation, person: session.person }
  const event = { action: 'auth/factor-demanded', subject: given.organisation, from: given.from, detail: { demanded: given.isDemanded } }
  await withScope(parts.pool, scope, async (client) => {
    await setFactorDemanded(client, scope, given.isDemanded)
    await appendAudit(client, { scope, clock: parts.clock, event })
  })
}

/** What the person must be told: somebody has reset the password, opened the envelope or linked an account. */
export async function readNotices(parts: AuthParts, person: string): Promise<readonly NoticeRow[]> {
  return withPerson(parts.pool, person, (client) => listNotices(client, person))
}

export async function confirmNotice(parts: AuthParts, given: { person: string; id: string }): Promise<void> {
  await withPerson(parts.pool, given.person, (client) => markSeen(client, { ...given, at: parts.clock.now() }))
}
