import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import { clientOf, clientsOf, leaveClient } from './client.ts'
import { changeRelation, offerRelation, relationsOf, withdrawRelation } from './manage.ts'

type Own = 'relations' | 'offerRelation' | 'changeRelation' | 'withdrawRelation' | 'clients' | 'client' | 'leaveClient'

export function relationHandlers({ services }: HandlerParts): HandlersOf<Own> {
  return {
    relations: async ({ input, scope }) => ({ relations: await relationsOf(services, scope, input.params.facility) }),
    offerRelation: async ({ input, scope }) => ({ relation: await offerRelation(services, scope, input.params.facility, input.body) }),
    changeRelation: async ({ input, scope }) => {
      await changeRelation(services, scope, input.params.facility, { relation: input.params.relation, ...input.body })
      return done
    },
    withdrawRelation: async ({ input, scope }) => {
      await withdrawRelation(services, scope, input.params.facility, input.params.relation)
      return done
    },
    clients: async ({ scope }) => ({ clients: await clientsOf(services, scope) }),
    client: ({ input, scope }) => clientOf(services, scope, input.params.relation),
    leaveClient: async ({ input, scope }) => {
      await leaveClient(services, scope, input.params.relation)
      return done
    },
  }
}
