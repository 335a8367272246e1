import type { Routes } from '@mimamori/contract'
import type { Lang } from '@mimamori/domain'
import type { Auth, Session } from '../platform/auth/index.ts'
import type { Handler } from '../platform/http/index.ts'
import type { Services } from './services.ts'

export interface HandlerParts {
  readonly services: Services
  readonly auth: Auth
}

/** The handlers of some routes; `handlers.ts` puts them together, and the types see that none is missing. */
export type HandlersOf<K extends keyof Routes> = { readonly [R in K]: Handler<Routes[R]> }

export const done = { done: true } as const

/** The language that the person works in, for answers that hold one language alone. */
export function langOf(session: Session | undefined): Lang {
  return session?.language === 'en' ? 'en' : 'ja'
}
