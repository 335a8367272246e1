import type * as z from 'zod'
import type { Permission } from './permissions.ts'

/** One route: what is sent, what comes back, who may. Server and client are both built from these values. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Begins `/api/v1`; parameters as `:name`. */
  readonly path: string
  readonly permission: Permission
  readonly summary: string
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly response: Response
  /** `file`: the answer is bytes to be saved. `upload`: the body is the bytes of one file, its name in `X-File-Name`. */
  readonly kind: 'json' | 'file' | 'upload'
  /** Largest body in bytes. */
  readonly limit: number
  /** Also for a vendor without an account who came in by a link with a one-time number; the parameter `place` is then `link`. */
  readonly byLink: boolean
}

const kilobyte = 1024

/** A route value with its types kept. */
export function defineRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  route: Omit<Route<P, Q, B, R>, 'kind' | 'limit' | 'byLink'> & { kind?: Route['kind']; limit?: number; byLink?: boolean },
): Route<P, Q, B, R> {
  return { kind: 'json', limit: 512 * kilobyte, byLink: false, ...route }
}
