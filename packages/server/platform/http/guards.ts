import type { MiddlewareHandler } from 'hono'
import { isLoopbackAddress, readAddress } from './addresses.ts'
import { otherSite, pastTheProxy, wrongHost } from './problems.ts'

/** As much of the configuration as guards a request. */
export interface GuardConfig {
  readonly host: string
  readonly publicUrl?: URL | undefined
  readonly isSecure: boolean
  readonly tlsCert?: string | undefined
  readonly trustedProxy?: readonly string[] | undefined
}

function hostName(header: string): string {
  return header.replace(/:\d+$/, '').toLowerCase()
}

/** Names under which this server may be asked for. Wildcards are no names. */
function ownNames(config: GuardConfig): ReadonlySet<string> {
  const listening = config.host.includes(':') ? `[${config.host}]` : config.host
  const names = ['localhost', '127.0.0.1', '[::1]', ...(['0.0.0.0', '[::]'].includes(listening) ? [] : [listening])]
  return new Set([...names, ...(config.publicUrl ? [config.publicUrl.hostname.toLowerCase()] : [])])
}

/**
 * Answers to our own names only. A page of another site can point its own name at 127.0.0.1 and would then count as the
 * same origin (DNS rebinding).
 */
export function guardHost(config: GuardConfig): MiddlewareHandler {
  const names = ownNames(config)
  return async (context, next) => {
    // NOTE: a request line may name a server as well, and a proxy in front may go by that one.
    const asked = [context.req.header('host') ?? '', new URL(context.req.url).host]
    if (!asked.every((host) => names.has(hostName(host)))) throw wrongHost()
    await next()
  }
}

function isOwnOrigin(origin: string, given: { host: string; config: GuardConfig }): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : undefined
  if (!url) return false
  if (given.config.publicUrl && url.origin === given.config.publicUrl.origin) return true
  return url.host === given.host.toLowerCase() && url.protocol === (given.config.isSecure ? 'https:' : 'http:')
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * What changes something must come from our own pages: by the browser's word (Sec-Fetch-Site), and by Origin where that is
 * sent. A program that is no browser sends Origin itself. Signing in is guarded as well.
 */
export function guardOrigin(config: GuardConfig): MiddlewareHandler {
  return async (context, next) => {
    if (!safeMethods.has(context.req.method)) {
      const site = context.req.header('sec-fetch-site')
      const origin = context.req.header('origin')
      const host = context.req.header('host') ?? ''
      if (site === undefined && origin === undefined) throw otherSite()
      if (site !== undefined && site !== 'same-origin') throw otherSite()
      if (origin !== undefined && !isOwnOrigin(origin, { host, config })) throw otherSite()
    }
    await next()
  }
}

/** When a proxy does the encryption, whoever comes past it comes unencrypted; this machine itself may. */
export function guardProxy(config: GuardConfig): MiddlewareHandler {
  const trusted = config.trustedProxy ?? []
  const isNeeded = trusted.length > 0 && config.tlsCert === undefined
  return async (context, next) => {
    const { socket } = readAddress(context, trusted)
    if (isNeeded && socket !== undefined && !trusted.includes(socket) && !isLoopbackAddress(socket)) throw pastTheProxy()
    await next()
  }
}
