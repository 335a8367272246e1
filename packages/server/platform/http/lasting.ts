import type { RouteValue } from './route-types.ts'

/** Answers by route, as they were sent; an answer that is thrown away takes its bytes with it. */
const sent = new WeakMap<object, Map<RouteValue, Uint8Array<ArrayBuffer>>>()

/**
 * Marks an answer that is given again as the same object and never changed: it is held against its contract and put into JSON once,
 * and not for every reader. For long lists of what is kept; its bytes are kept as long as it is.
 */
export function lasting<T extends object>(reply: T): T {
  if (!sent.has(reply)) sent.set(reply, new Map())
  return reply
}

/** The bytes of an answer that lasts, made the first time; undefined for any other. */
export function lastingBytes(route: RouteValue, reply: unknown, make: () => unknown): Uint8Array<ArrayBuffer> | undefined {
  const byRoute = typeof reply === 'object' && reply !== null ? sent.get(reply) : undefined
  if (!byRoute) return undefined
  const bytes = byRoute.get(route) ?? new TextEncoder().encode(JSON.stringify(make()))
  byRoute.set(route, bytes)
  return bytes
}
