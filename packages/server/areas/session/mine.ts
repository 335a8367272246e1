import type { MySignInView } from '@mimamori/contract'
import { type Auth, type Session, waysOf } from '../../platform/auth/index.ts'
import { withPerson } from '../../platform/index.ts'
import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import type { Services } from '../services.ts'
import { callerOf } from './caller.ts'
import { mustHave } from './must-have.ts'
import { readOwn } from './store.ts'

type Mine = HandlersOf<
  | 'mySignIn'
  | 'askProof'
  | 'prove'
  | 'changePassword'
  | 'beginAuthenticator'
  | 'confirmAuthenticator'
  | 'beginPasskey'
  | 'confirmPasskey'
  | 'makeCodes'
  | 'dropFactor'
  | 'endSessions'
  | 'confirmNotice'
>

export function mySignInHandlers({ services, auth }: HandlerParts): Mine {
  return {
    ...proofHandlers(auth),
    ...factorHandlers(auth),
    mySignIn: ({ session }) => viewOf(services, auth, mustHave(session)),
    endSessions: async ({ session, input, request }) => {
      await auth.endOthers(mustHave(session), { id: input.body.id, from: request.from })
      return done
    },
    confirmNotice: async ({ session, input }) => {
      await auth.recovery.confirmNotice({ person: mustHave(session).person, id: input.body.id })
      return done
    },
  }
}

function proofHandlers(auth: Auth): Pick<Mine, 'askProof' | 'prove' | 'changePassword'> {
  return {
    askProof: async (came) => {
      const given = { ...callerOf(came), origin: came.request.origin, way: came.input.body.way }
      return auth.factors.askProof(mustHave(came.session), given) as ReturnType<Mine['askProof']> // the options for the browser are passed on as they are
    },
    prove: async (came) => {
      const proof = { ...callerOf(came), origin: came.request.origin, ...came.input.body }
      came.cookie.set(await auth.factors.prove(mustHave(came.session), proof))
      return done
    },
    changePassword: async (came) => {
      await auth.changePassword(mustHave(came.session), { ...callerOf(came), ...came.input.body })
      return done
    },
  }
}

function factorHandlers(
  auth: Auth,
): Pick<Mine, 'beginAuthenticator' | 'confirmAuthenticator' | 'beginPasskey' | 'confirmPasskey' | 'makeCodes' | 'dropFactor'> {
  return {
    beginAuthenticator: ({ session }) => auth.factors.beginAuthenticator(mustHave(session)),
    confirmAuthenticator: async ({ session, input, request }) => {
      await auth.factors.confirmAuthenticator(mustHave(session), { ...input.body, from: request.from })
      return done
    },
    beginPasskey: async ({ session, request }) => {
      const options = await auth.factors.beginPasskey(mustHave(session), request.origin)
      return { options: options as Record<string, unknown> } // passed on to the browser as it is
    },
    confirmPasskey: async ({ session, input, request }) => {
      await auth.factors.confirmPasskey(mustHave(session), { ...input.body, origin: request.origin, from: request.from })
      return done
    },
    makeCodes: async ({ session, input, request }) => {
      const made = await auth.factors.makeCodes(mustHave(session), { ...input.body, from: request.from })
      return { ...made, codes: [...made.codes] }
    },
    dropFactor: async ({ session, input, request }) => {
      await auth.factors.drop(mustHave(session), { ...input.body, from: request.from })
      return done
    },
  }
}

async function viewOf(services: Services, auth: Auth, session: Session): Promise<MySignInView> {
  const { person } = session
  const own = await withPerson(services.pool, person, (client) => readOwn(client, person))
  const factors = await auth.factors.list(session)
  const sessions = await auth.listOwnSessions(session)
  return {
    ...own,
    hasAuthenticator: factors.hasAuthenticator,
    passkeys: [...factors.passkeys],
    sheet: factors.sheet,
    recovery: factors.recovery,
    ways: [...waysOf(factors)],
    isOutsideLinked: await auth.outside.hasLinked(session),
    sessions: sessions.map(({ device, from, ...rest }) => ({ ...rest, device: device ?? undefined, from: from ?? undefined })),
  }
}
