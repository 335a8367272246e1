import { replyPage } from '@mimamori/papers'
import { done, type HandlerParts, type HandlersOf, langOf } from '../../handler-parts.ts'
import { answerLetter } from './letter.ts'
import { answerLinkOf, lookAtAnswerLink, makeAnswerLink, renewAnswerCode, withdrawAnswerLink } from './links.ts'

type Own =
  | 'answerLink'
  | 'makeAnswerLink'
  | 'withdrawAnswerLink'
  | 'answerLetter'
  | 'replyPage'
  | 'lookAtAnswerLink'
  | 'enterAnswerLink'
  | 'leaveAnswerLink'

export function answerLinkHandlers(parts: HandlerParts): HandlersOf<Own> {
  const { auth } = parts
  return {
    answerLink: ({ input, scope }) => answerLinkOf(parts, scope, input.params),
    makeAnswerLink: ({ input, scope }) =>
      input.body.what === 'link' ? makeAnswerLink(parts, scope, input.params) : renewAnswerCode(parts, scope, input.params),
    withdrawAnswerLink: async ({ input, scope }) => {
      await withdrawAnswerLink(parts, scope, input.params)
      return done
    },
    answerLetter: ({ input, scope, session }) =>
      answerLetter(parts, scope, { ...input.params, ...input.body, lang: langOf(session), by: scope.personName }),
    replyPage: async ({ input }) => ({
      name: 'mimamori-reply.html',
      mediaType: 'text/html',
      bytes: new TextEncoder().encode(replyPage(parts.services.catalogue.reference.items, input.query.lang ?? 'ja')),
    }),
    lookAtAnswerLink: ({ input, request }) => lookAtAnswerLink(parts, { ...input.body, from: request.from }),
    enterAnswerLink: async ({ input, request, linkCookie }) => {
      const { token, expiresAt, sheet } = await auth.enterAnswerLink({ ...input.body, from: request.from })
      // It goes with the window: the PC may be anybody's.
      linkCookie.set({ token, expiresAt })
      return { sheet }
    },
    leaveAnswerLink: async ({ linkCookie }) => {
      if (linkCookie.token !== undefined) await auth.endGuest(linkCookie.token)
      linkCookie.clear()
      return done
    },
  }
}
