import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import { callerOf } from './caller.ts'
import { entered } from './entered.ts'
import { mustHave } from './must-have.ts'

type Outside = HandlersOf<'beginOutside' | 'finishOutside' | 'askForLink' | 'linkOutside' | 'unlinkOutside'>

export function outsideHandlers({ auth }: HandlerParts): Outside {
  return {
    beginOutside: async ({ cookie }) => {
      const round = await auth.outside.begin(undefined)
      cookie.outside.set(round)
      return { address: round.address }
    },
    linkOutside: async ({ session, cookie }) => {
      const round = await auth.outside.begin(mustHave(session))
      cookie.outside.set(round)
      return { address: round.address }
    },
    finishOutside: async (came) => {
      const { cookie, session, input } = came
      const { query, sharedPc } = input.body
      const token = cookie.outside.token
      const outcome = await auth.outside.finish({ ...callerOf(came, sharedPc), token, query, session, previousToken: cookie.token })
      if (outcome.kind === 'unlinked') return { next: 'unlinked' as const }
      cookie.outside.clear()
      return outcome.kind === 'linked' ? { next: 'linked' as const } : entered(cookie, outcome)
    },
    askForLink: async ({ cookie, input }) => {
      await auth.outside.askForLink({ token: cookie.outside.token, login: input.body.login })
      cookie.outside.clear()
      return done
    },
    unlinkOutside: async ({ session, request }) => {
      await auth.outside.unlink(mustHave(session), request.from)
      return done
    },
  }
}
