import { Agent as HttpAgent, type Agent as PlainAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'

/** The way out of the house. */
export interface WayOut {
  readonly url: string
  /** Hosts that are reached without it: names, or endings of names with a dot before them, as NO_PROXY lists them. */
  readonly without: readonly string[]
}

/** What connects by the proxy; undefined where the host is reached without one. */
export function agentFor({ protocol, hostname }: URL, proxy: WayOut | undefined): PlainAgent | undefined {
  if (!proxy || isWithout(hostname, proxy.without)) return undefined
  const proxyEnv = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url }
  return protocol === 'http:' ? new HttpAgent({ proxyEnv }) : new HttpsAgent({ proxyEnv })
}

function isWithout(hostname: string, without: readonly string[]): boolean {
  return without.some((one) => one === '*' || hostname === one || hostname.endsWith(one.startsWith('.') ? one : `.${one}`))
}
