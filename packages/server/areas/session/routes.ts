import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import { callerOf } from './caller.ts'
import { entered } from './entered.ts'
import { mySignInHandlers } from './mine.ts'
import { outsideHandlers } from './outside.ts'
import { recoveryHandlers } from './recovery.ts'
import { sessionOf } from './session.ts'

type Own = HandlersOf<'session' | 'setUp' | 'signIn' | 'askFactor' | 'giveFactor' | 'signOut' | 'chooseOrganisation'>

export function sessionHandlers(parts: HandlerParts) {
  return { ...ownHandlers(parts), ...mySignInHandlers(parts), ...recoveryHandlers(parts), ...outsideHandlers(parts) }
}

function ownHandlers({ services, auth }: HandlerParts): Own {
  return {
    session: ({ session }) => sessionOf(services, auth, session),
    setUp: async (came) => {
      const { token, login, password, name } = came.input.body
      came.cookie.set(await auth.claimSetupLink({ token, login, password, name, ...callerOf(came) }))
      return done
    },
    signIn: async (came) => {
      const { login, password, sharedPc } = came.input.body
      const previousToken = came.cookie.token
      const outcome = await auth.signIn({ login, password, previousToken, ...callerOf(came, sharedPc) })
      if (outcome.kind === 'half') came.cookie.clear()
      return entered(came.cookie, outcome)
    },
    askFactor: async (came) => {
      const { half } = came.cookie
      return auth.factors.askHalfOpen(
        { ...callerOf(came), half: half.token, origin: came.request.origin },
        came.input.body.way,
      ) as ReturnType<Own['askFactor']> // the options for the browser are passed on as they are
    },
    giveFactor: async (came) => {
      const { cookie, request, input } = came
      const caller = { ...callerOf(came, input.body.sharedPc), half: cookie.half.token, origin: request.origin }
      const signedIn = await auth.factors.enter(caller, input.body.answer)
      cookie.set(signedIn)
      cookie.half.clear()
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
