import type { Acting, GivenServer } from '../server/index.ts'
import type { Statements } from './statements.ts'

/** A server with one facility, and the one who works there. */
export interface Place {
  readonly server: GivenServer
  readonly statements: Statements
  readonly acting: Acting
  readonly facility: string
  /** How many times as long its lists are as those of the example. */
  readonly times: number
}

/** One call that will be answered. */
export interface RouteCall {
  readonly as?: Acting
  readonly facility?: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly file?: { readonly name: string; readonly bytes: Uint8Array | string }
  /** Where the call goes to another server than that of the place. */
  readonly statements?: Statements
  readonly after?: () => void
  /** Counted until it is refused: the whole way needs a device, a service outside or a number that exists once. */
  readonly isRefused?: true
}

export type Prepare = (place: Place, round: number) => RouteCall | Promise<RouteCall>
