import { isAllowed, type OrganisationKind, type Role } from '@mimamori/contract'
import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import { callerOf } from './caller.ts'
import { entered } from './entered.ts'
import { mustHave } from './must-have.ts'

type Recovery = HandlersOf<
  'signInRules' | 'issueNumber' | 'demandFactor' | 'makeEnvelope' | 'decideLink' | 'enterWithNumber' | 'enterWithEnvelope'
>

export function recoveryHandlers({ auth }: HandlerParts): Recovery {
  return {
    signInRules: async ({ scope }) => {
      const rules = await auth.recovery.readRules(scope)
      const mayChange = scope.roles.some((role) => isAllowed('sign-in:rules', { kind: scope.kind as OrganisationKind, role: role as Role })) // the database checks the words
      const { envelope, colleagues } = rules
      return {
        isFactorDemanded: rules.isFactorDemanded,
        mayChange,
        ...(envelope && { envelope: { madeAt: envelope.madeAt, isUsed: envelope.usedAt !== null } }),
        colleagues: colleagues.map((each) => ({ ...each, roles: each.roles as Role[] })), // the database checks the words
        requests: mayChange ? [...(await auth.outside.listRequests(scope))] : [],
      }
    },
    issueNumber: async ({ session, input, request }) => {
      const { number, expiresAt } = await auth.recovery.resetByColleague(mustHave(session), { ...input.body, from: request.from })
      return { number, expiresAt: expiresAt.toISOString() }
    },
    demandFactor: async ({ session, scope, input, request }) => {
      const given = { organisation: scope.organisation, isDemanded: input.body.isDemanded, from: request.from }
      await auth.recovery.demandFactor(mustHave(session), given)
      return done
    },
    makeEnvelope: async ({ session, request }) => {
      const { code, madeAt } = await auth.recovery.makeEnvelope(mustHave(session), request.from)
      return { code, madeAt: madeAt.toISOString() }
    },
    decideLink: async ({ session, scope, input, request }) => {
      await auth.outside.decide(mustHave(session), { scope, ...input.body, from: request.from })
      return done
    },
    enterWithNumber: async (came) => {
      const { sharedPc, ...use } = came.input.body
      const outcome = await auth.recovery.enterWithNumber({ ...use, ...callerOf(came, sharedPc) })
      await auth.endPrevious(came.cookie.token)
      return entered(came.cookie, outcome)
    },
    enterWithEnvelope: async (came) => {
      const signedIn = await auth.recovery.enterWithEnvelope({ ...came.input.body, ...callerOf(came) })
      await auth.endPrevious(came.cookie.token)
      came.cookie.set(signedIn)
      return done
    },
  }
}
