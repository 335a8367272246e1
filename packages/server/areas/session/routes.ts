import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import { sessionOf } from './session.ts'

export function sessionHandlers({
  services,
  auth,
}: HandlerParts): HandlersOf<'session' | 'setUp' | 'signIn' | 'signOut' | 'chooseOrganisation'> {
  return {
    session: ({ session }) => sessionOf(services, auth, session),
    setUp: async ({ input, cookie, request }) => {
      const { token, login, password, name } = input.body
      cookie.set(await auth.claimSetupLink({ token, login, password, name, from: request.from }), { isSharedPc: false })
      return done
    },
    signIn: async ({ input, cookie, request }) => {
      const { login, password, sharedPc } = input.body
      cookie.set(await auth.signIn({ login, password, from: request.from }), { isSharedPc: sharedPc ?? false })
      return done
    },
    chooseOrganisation: async ({ input, session }) => {
      if (session) await auth.chooseOrganisation(session, input.body.organisation)
      return done
    },
    signOut: async ({ cookie }) => {
      if (cookie.token !== undefined) await auth.signOut(cookie.token)
      cookie.clear()
      return done
    },
  }
}
