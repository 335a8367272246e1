import { randomInt } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Log } from '../log/log.ts'
import { readAddress } from './addresses.ts'
import type { HttpMetrics } from './metrics.ts'
import type { RequestFacts } from './route-types.ts'

export interface AppEnvironment {
  Variables: { facts: RequestFacts; route: string }
}

/** No 0, 1, I, L, O, U: the number is read out on the telephone. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A reference number such as `7K3M-2Q9X`. */
export function newReference(): string {
  const pick = () => letters[randomInt(letters.length)] ?? ''
  const half = () => Array.from({ length: 4 }, pick).join('')
  return `${half()}-${half()}`
}

/**
 * Gives each request its number and writes one line when it is answered: route, status, time. NOTE: the route's id and not
 * the address is written, since addresses hold ids and search words.
 */
export function noteRequests(given: {
  log: Log
  trustedProxy: readonly string[]
  isSecure: boolean
  metrics?: HttpMetrics | undefined
}): MiddlewareHandler<AppEnvironment> {
  return async (context, next) => {
    const id = newReference()
    const started = performance.now()
    const origin = `${given.isSecure ? 'https' : 'http'}://${context.req.header('host')?.toLowerCase() ?? 'localhost'}`
    const agent = context.req.header('user-agent')?.slice(0, 300)
    context.set('facts', { id, from: readAddress(context, given.trustedProxy).client, origin, agent })
    context.set('route', 'other')
    await next()
    context.res.headers.set('x-request-id', id)
    const milliseconds = Math.round((performance.now() - started) * 10) / 10
    const line = { reference: id, method: context.req.method, route: context.get('route'), status: context.res.status, milliseconds }
    given.metrics?.observe(line)
    if (line.route !== 'static' && line.route !== 'health') given.log.info(line, 'request')
  }
}
