import * as z from 'zod'
import { instant, text } from './common.ts'
import { organisationKind, roleName } from './facility.ts'
import { relationKind, relationTerms } from './relations.ts'

export const invitationWay = z.enum(['mail', 'card', 'phone'])

export const memberView = z.object({
  person: z.string(),
  name: z.string(),
  login: z.string(),
  roles: z.array(roleName),
  since: instant,
  /** The instant at which the rights end, of somebody who hands over. */
  until: instant.optional(),
  disabled: z.boolean(),
  self: z.boolean(),
})

export const invitationLine = z.object({
  id: z.string(),
  purpose: z.enum(['member', 'relation']),
  name: z.string(),
  role: roleName.optional(),
  relation: z.string().optional(),
  way: invitationWay,
  createdAt: instant,
  expiresAt: instant,
  state: z.enum(['open', 'used', 'expired', 'withdrawn']),
  usedAt: instant.optional(),
})

export const peopleView = z.object({ members: z.array(memberView), invitations: z.array(invitationLine) })

/** Shown once: neither the code nor the link can be read again. */
export const madeInvitation = z.object({
  id: z.string(),
  /** In groups of four letters and digits without 0, O, 1 and I. */
  code: z.string(),
  /** The part of the address behind `#`. */
  path: z.string(),
  expiresAt: instant,
  /** Whether the server can mail it. */
  canMail: z.boolean(),
})

/** What the one who holds the code reads before saying yes. */
export const invitationView = z.object({
  purpose: z.enum(['member', 'relation']),
  from: z.string(),
  fromKind: organisationKind,
  inviter: z.string().optional(),
  name: z.string(),
  role: roleName.optional(),
  relation: z
    .object({
      kind: relationKind,
      terms: relationTerms,
      validUntil: instant.optional(),
      sees: z.array(text),
      seesNot: z.array(text),
    })
    .optional(),
  expiresAt: instant,
  /** Own organisations of the kind that is meant, for somebody who is signed in. */
  organisations: z.array(z.object({ id: z.string(), name: z.string() })),
})

export type PeopleView = z.infer<typeof peopleView>
export type MemberView = z.infer<typeof memberView>
export type InvitationLine = z.infer<typeof invitationLine>
export type InvitationView = z.infer<typeof invitationView>
export type MadeInvitation = z.infer<typeof madeInvitation>
