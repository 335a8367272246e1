import { openFacility } from '../facilities/index.ts'
import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import { acceptFinding, endAcceptance } from './accept.ts'
import { acceptancesOf } from './view.ts'

export function acceptanceHandlers({ services }: HandlerParts): HandlersOf<'acceptances' | 'acceptFinding' | 'endAcceptance'> {
  return {
    acceptances: async ({ input, scope }) => acceptancesOf(await openFacility(services, scope, input.params.facility)),
    acceptFinding: async ({ input, scope }) => {
      const given = { ...input.body, by: scope.personName }
      return { ...done, ...(await acceptFinding(services, scope, input.params.facility, given)) }
    },
    endAcceptance: async ({ input, scope }) => {
      await endAcceptance(services, scope, input.params.facility, input.body)
      return done
    },
  }
}
