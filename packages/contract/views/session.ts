import * as z from 'zod'
import { day, instant, text } from './common.ts'
import { organisationKind, roleName } from './facility.ts'

export const factorWay = z.enum(['passkey', 'authenticator', 'sheet', 'recovery'])

/** What a person must be told: somebody has done something about how they get in. */
export const noticeView = z.object({
  id: z.string(),
  kind: z.enum(['password-reset', 'envelope-opened', 'outside-linked']),
  /** Who did it. */
  name: z.string(),
  at: instant,
})

export const sessionView = z.object({
  /** `setup`: nobody has set the installation up yet; `signed-out`: somebody has, but not this browser. */
  state: z.enum(['setup', 'signed-out', 'signed-in']),
  version: z.string(),
  today: day,
  person: z.object({ name: z.string(), login: z.string() }).optional(),
  /** The organisation in whose name the person acts. */
  organisation: z.object({ id: z.string(), name: z.string(), kind: organisationKind, role: roleName }).optional(),
  /** All to which the person belongs. */
  organisations: z.array(z.object({ id: z.string(), name: z.string(), kind: organisationKind })),
  facilities: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string().optional(), example: z.boolean(), role: roleName })),
  examples: z.array(z.object({ id: z.string(), name: text, says: text, loaded: z.boolean() })),
  idleMinutes: z.number().int(),
  /** What the button of the hospital's own sign-in service says; absent where there is none. */
  outsideName: z.string().optional(),
  /** The organisation demands a second factor, and this person has none yet: nothing else is open. */
  mustSetUpFactor: z.boolean().optional(),
  /** Whether the person may look at and change how people get in. */
  maySeeRules: z.boolean().optional(),
  notices: z.array(noticeView).optional(),
})

/** `factor`: the password was right, and one of these ways is asked for next. `unlinked`: say whose the account is. */
export const signInResult = z.object({
  next: z.enum(['in', 'factor', 'linked', 'unlinked']),
  ways: z.array(factorWay).optional(),
})

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/)

/** What the browser gives after a passkey was made or used, in the words of WebAuthn. */
export const browserCredential = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(30).optional(),
  clientExtensionResults: z.record(z.string(), z.unknown()),
  response: z.record(z.string(), z.unknown()),
})

export const factorAnswer = z.discriminatedUnion('way', [
  z.strictObject({ way: z.enum(['authenticator', 'sheet', 'recovery']), code: z.string().max(40) }),
  z.strictObject({ way: z.literal('passkey'), response: browserCredential }),
])

export const factorQuestion = z.object({
  way: factorWay,
  /** Which line of the sheet is asked for; absent when all have been used. */
  line: z.number().int().optional(),
  /** For the browser, in the words of WebAuthn. */
  options: z.record(z.string(), z.unknown()).optional(),
})

const codesLeft = z.object({ left: z.number().int(), madeAt: instant, next: z.number().int().optional() })

export const mySignInView = z.object({
  login: z.string(),
  name: z.string(),
  hasAuthenticator: z.boolean(),
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: instant, lastUsedAt: instant.optional() })),
  sheet: codesLeft.optional(),
  recovery: codesLeft.optional(),
  /** By which one proves oneself again; empty: by the password. */
  ways: z.array(factorWay),
  isDemanded: z.boolean(),
  isOutsideLinked: z.boolean(),
  sessions: z.array(
    z.object({
      id: z.string(),
      isThis: z.boolean(),
      device: z.string().optional(),
      from: z.string().optional(),
      sharedPc: z.boolean(),
      createdAt: instant,
      lastSeenAt: instant,
    }),
  ),
})

export const madeCodes = z.object({ kind: z.enum(['sheet', 'recovery']), madeAt: instant, codes: z.array(z.string()) })

/** How the people of an organisation get in. */
export const signInRulesView = z.object({
  isFactorDemanded: z.boolean(),
  mayChange: z.boolean(),
  envelope: z.object({ madeAt: instant, isUsed: z.boolean() }).optional(),
  colleagues: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      login: z.string(),
      roles: z.array(roleName),
      hasFactor: z.boolean(),
      mayReset: z.boolean(),
    }),
  ),
  requests: z.array(z.object({ id: z.string(), name: z.string(), shownName: z.string(), at: instant })),
})

export type SessionView = z.infer<typeof sessionView>
export type NoticeView = z.infer<typeof noticeView>
export type FactorWay = z.infer<typeof factorWay>
export type FactorQuestion = z.infer<typeof factorQuestion>
export type FactorAnswer = z.input<typeof factorAnswer>
export type MySignInView = z.infer<typeof mySignInView>
export type MadeCodes = z.infer<typeof madeCodes>
export type SignInRulesView = z.infer<typeof signInRulesView>
