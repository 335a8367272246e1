import type { z } from 'zod'
import type { Guest, Session, SignedIn } from '../auth/index.ts'

/** A route as `contract` declares it; matched by shape, so that this folder does not import the routes themselves. */
export interface RouteValue {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Parameters as `:name`. */
  readonly path: string
  /** `public`, `signed-in`, or a name in the table of permissions. */
  readonly permission: string
  readonly params: z.ZodType
  readonly query: z.ZodType
  readonly body: z.ZodType
  readonly response: z.ZodType
  readonly kind: 'json' | 'file' | 'upload'
  /** Largest body in bytes. */
  readonly limit: number
  /** Also for somebody without an account who came in by a link, where the parameter `place` is `link`. */
  readonly byLink: boolean
}

/** Who holds which permission: people of these roles in organisations of these kinds. */
export type PermissionTable = Readonly<Record<string, { readonly kinds: readonly string[]; readonly roles: readonly string[] }>>

/** In whose name a handler works; every store function takes it. */
export interface RequestScope {
  readonly organisation: string
  readonly person: string
  readonly personName: string
  /** Kind of the organisation. */
  readonly kind: string
  readonly roles: readonly string[]
  readonly from: string | undefined
}

export interface Upload {
  /** As the sender named it: to be cleaned before it is shown or stored. */
  readonly name: string
  readonly limitBytes: number
  /** Ends with an error once the limit is passed. */
  readonly source: AsyncIterable<Uint8Array>
  /** All of it in memory, for the kinds that are read whole anyway. */
  bytes(): Promise<Buffer>
}

export interface RequestFacts {
  /** Reference number, also in the log and in the header X-Request-Id. */
  readonly id: string
  readonly from: string | undefined
  /** Scheme and name under which the browser has reached us, one of our own. */
  readonly origin: string
  /** What the browser says it is. */
  readonly agent: string | undefined
}

/** For a few minutes of a way that has several steps. */
export interface ShortCookie {
  readonly token: string | undefined
  set(given: { token: string; expiresAt: Date }): void
  clear(): void
}

export interface SessionCookie {
  readonly token: string | undefined
  /** By which a browser is known that has signed in before. */
  readonly device: string | undefined
  /** Between the password and the second factor. */
  readonly half: ShortCookie
  /** While the browser is at the hospital's own sign-in service. */
  readonly outside: ShortCookie
  /** On a shared PC the cookie goes with the window. */
  set(signedIn: Pick<SignedIn, 'token' | 'expiresAt' | 'isSharedPc' | 'device'>): void
  clear(): void
}

export interface HandlerContext<R extends RouteValue> {
  readonly input: { readonly params: z.output<R['params']>; readonly query: z.output<R['query']>; readonly body: z.output<R['body']> }
  /** Of a route whose permission is not `public`, and for which an organisation is chosen; asking for it elsewhere throws. */
  readonly scope: RequestScope
  readonly session: Session | undefined
  readonly request: RequestFacts
  readonly cookie: SessionCookie
  /** The cookie of those who came in by a link: apart from the one of accounts. */
  readonly linkCookie: ShortCookie
  /** Only on a route that is open to links, and only where `place` is `link`. */
  readonly guest: Guest | undefined
  /** Of a route of kind `upload`; asking for it elsewhere throws. */
  readonly upload: Upload
}

/** What a route of kind `file` answers with. */
export interface FileReply {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export type Handler<R extends RouteValue> = (context: HandlerContext<R>) => Promise<z.input<R['response']> | FileReply>

export type Handlers<Routes extends Readonly<Record<string, RouteValue>>> = { readonly [K in keyof Routes]: Handler<Routes[K]> }
