import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import { callerOf } from '../session/index.ts'
import { acceptInvitation, lookAtInvitation } from './accept.ts'
import { inviteMember, inviteViewer, withdrawInvitation } from './invite.ts'
import { changeMember, peopleOf, removeMember } from './people.ts'

type Own =
  | 'people'
  | 'inviteMember'
  | 'inviteViewer'
  | 'withdrawInvitation'
  | 'changeMember'
  | 'removeMember'
  | 'lookAtInvitation'
  | 'acceptInvitation'

export function peopleHandlers(parts: HandlerParts): HandlersOf<Own> {
  const { services } = parts
  return {
    people: ({ scope }) => peopleOf(services, scope),
    inviteMember: ({ input, scope }) => inviteMember(parts, scope, input.body),
    inviteViewer: ({ input, scope }) => inviteViewer(parts, scope, { ...input.params, ...input.body }),
    withdrawInvitation: async ({ input, scope }) => {
      await withdrawInvitation(parts, scope, input.params.invitation)
      return done
    },
    changeMember: async ({ input, scope }) => {
      await changeMember(services, scope, { ...input.params, ...input.body })
      return done
    },
    removeMember: async ({ input, scope }) => {
      await removeMember(services, scope, input.params.person)
      return done
    },
    lookAtInvitation: (came) => lookAtInvitation(parts, { ...came.input.body, session: came.session, ...callerOf(came) }),
    acceptInvitation: async (came) => {
      const signedIn = await acceptInvitation(parts, { ...came.input.body, session: came.session, ...callerOf(came) })
      if (signedIn) came.cookie.set(signedIn)
      return done
    },
  }
}
