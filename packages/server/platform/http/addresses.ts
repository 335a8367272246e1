import type { Context } from 'hono'

/** Node's own request, when it came through a socket; tests call the app without one. */
interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } }
}

/** An IPv4 address as IPv6 sockets show it is the same address. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || address.startsWith('127.')
}

export interface ClientAddress {
  /** Who opened the connection. */
  readonly socket: string | undefined
  /** Who is at the other end, as far as the proxies that we trust say so. */
  readonly client: string | undefined
}

/** From the right, since each proxy adds at the end: the first that is not one of ours is the last that can be believed. */
export function readAddress(context: Context, trusted: readonly string[]): ClientAddress {
  const env: NodeBindings = context.env ?? {}
  const raw = env.incoming?.socket?.remoteAddress
  const socket = raw === undefined ? undefined : plainAddress(raw)
  if (socket === undefined || !trusted.includes(socket)) return { socket, client: socket }
  const hops = (context.req.header('x-forwarded-for') ?? '').split(',').map((hop) => plainAddress(hop.trim()))
  const client = hops.reverse().find((hop) => hop !== '' && !trusted.includes(hop))
  return { socket, client: client ?? socket }
}
