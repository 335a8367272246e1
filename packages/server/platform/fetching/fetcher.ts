import { createHash } from 'node:crypto'
import type { lookup } from 'node:dns'
import { createWriteStream } from 'node:fs'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as safeRequest } from 'node:https'
import { isIP } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../clock/clock.ts'
import { UserError } from '../errors/user-error.ts'
import { badAnswer, cutOff, notHttps, privateAddress, tooLarge, tooManyRedirects, unreachable } from './messages.ts'
import { isPublicAddress, PrivateAddress, publicLookup } from './public-addresses.ts'
import { readRetryAfter } from './wait.ts'
import { agentFor, type WayOut } from './way-out.ts'

export interface FetcherParts {
  readonly clock: Clock
  /** Hosts with their port that the settings name themselves: they may lie inside the house and speak plain HTTP. */
  readonly named: ReadonlySet<string>
  readonly proxy?: WayOut | undefined
  /** Between two questions to one host. */
  readonly pauseMs?: number
  /** Of names; that of the machine where absent. */
  readonly lookup?: typeof lookup
}

export interface Wanted {
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
  readonly maxBytes: number
  readonly signal?: AbortSignal | undefined
  /** At least so long after the last question to this host. */
  readonly pauseMs?: number | undefined
  /** For this host alone: a redirect to another one does not take them along. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

export interface Fetched {
  readonly kind: 'fetched'
  /** Of the bytes as they came. */
  readonly sha256: string
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
}

export type Answered =
  | Fetched
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'later'; readonly notBefore: Date }
  | { readonly kind: 'nothing-there' }

export interface Fetcher {
  /** Into a file, which is there only if all of it came. Throws a UserError where something is wrong. */
  download(address: string, file: string, wanted: Wanted): Promise<Answered>
  /** A small text. */
  text(address: string, wanted: Pick<Wanted, 'signal'>): Promise<string | undefined>
}

const mostRedirects = 5
const usualPauseMs = 400
const silentMs = 60_000
const mostText = 4 * 1024 * 1024
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** Asks the outside world for files: politely, only over HTTPS, and never anything inside the house that no setting names. */
export function makeFetcher(parts: FetcherParts): Fetcher {
  const lastAsked = new Map<string, number>()

  async function pace(host: string, { pauseMs = 0, signal }: Omit<Wanted, 'maxBytes'>): Promise<void> {
    const pause = Math.max(parts.pauseMs ?? usualPauseMs, pauseMs)
    const wait = (lastAsked.get(host) ?? Number.NEGATIVE_INFINITY) + pause - performance.now()
    if (wait > 0) await sleep(wait, undefined, { signal })
    lastAsked.set(host, performance.now())
  }

  async function answerOf(address: string, wanted: Omit<Wanted, 'maxBytes'>): Promise<{ host: string; answer: IncomingMessage }> {
    let url = new URL(address)
    const own = url.host
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const { host } = url
      refuseInside(url, parts.named)
      await pace(host, wanted)
      const answer = await ask(url, host === own ? wanted : { ...wanted, headers: undefined }, parts)
      const to = redirects.has(answer.statusCode ?? 0) ? answer.headers.location : undefined
      if (to === undefined) return { host, answer }
      answer.destroy()
      if (!URL.canParse(to, url.href)) throw badAnswer(host, answer.statusCode ?? 0)
      url = new URL(to, url)
    }
    throw tooManyRedirects(new URL(address).host)
  }

  return {
    download: async (address, file, wanted) => {
      const { host, answer } = await answerOf(address, wanted)
      const settled = settledBy(answer, { host, now: parts.clock.now() })
      if (settled) return settled
      const { etag, 'last-modified': lastModified } = answer.headers
      const sha256 = await keep(answer, { host, file, ...wanted })
      return { kind: 'fetched', sha256, etag, lastModified }
    },
    text: async (address, wanted) => {
      const { host, answer } = await answerOf(address, wanted)
      const settled = settledBy(answer, { host, now: parts.clock.now() })
      if (settled) return undefined
      const pieces: Buffer[] = []
      await received(answer, { host, maxBytes: mostText }, (piece) => pieces.push(piece))
      return Buffer.concat(pieces).toString('utf8')
    },
  }
}

/** NOTE: a name is looked at when it is resolved for the connection. */
function refuseInside({ protocol, hostname, host, port }: URL, named: ReadonlySet<string>): void {
  if (named.has(hostWithPort({ protocol, hostname, port }))) return
  if (protocol !== 'https:') throw notHttps(host)
  const literal = hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) throw privateAddress(host)
}

/** As `named` holds it. */
export function hostWithPort({ protocol, hostname, port }: Pick<URL, 'protocol' | 'hostname' | 'port'>): string {
  return `${hostname}:${port || (protocol === 'http:' ? '80' : '443')}`
}

function ask(url: URL, wanted: Omit<Wanted, 'maxBytes'>, { named, proxy, lookup }: FetcherParts): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const agent = agentFor(url, proxy)
  const isNamed = named.has(hostWithPort(url))
  const request = (url.protocol === 'http:' ? plainRequest : safeRequest)(url, {
    ...(agent ? { agent } : {}),
    // Behind a proxy the names are resolved by the proxy, and the only address we connect to is its own.
    ...(agent || isNamed ? {} : { lookup: publicLookup(lookup) }),
    ...(wanted.signal ? { signal: wanted.signal } : {}),
    headers: {
      'user-agent': 'Mimamori',
      'accept-encoding': 'identity',
      ...wanted.headers,
      ...(wanted.etag !== undefined && { 'if-none-match': wanted.etag }),
      ...(wanted.lastModified !== undefined && { 'if-modified-since': wanted.lastModified }),
    },
  })
  request.setTimeout(silentMs, () => request.destroy(new Error('silent for too long')))
  request.on('response', resolve)
  request.on('error', (error) => reject(error instanceof PrivateAddress ? privateAddress(url.host) : unreachable(url.host, error)))
  request.end()
  return promise
}

/** Everything but a file that comes. */
function settledBy(answer: IncomingMessage, { host, now }: { host: string; now: Date }): Exclude<Answered, Fetched> | undefined {
  const { statusCode: status = 0, headers } = answer
  if (status === 200) return undefined
  answer.destroy()
  if (status === 304) return { kind: 'unchanged' }
  if (status === 404) return { kind: 'nothing-there' }
  if (status === 429 || status === 503) return { kind: 'later', notBefore: readRetryAfter(headers['retry-after'], now) }
  throw badAnswer(host, status)
}

async function keep(answer: IncomingMessage, given: { host: string; file: string; maxBytes: number }): Promise<string> {
  const hash = createHash('sha256')
  await received(answer, given, (piece) => hash.update(piece), given.file)
  return hash.digest('hex')
}

const megabyte = 1024 * 1024

async function received(
  answer: IncomingMessage,
  { host, maxBytes }: { host: string; maxBytes: number },
  each: (piece: Buffer) => unknown,
  file?: string,
): Promise<void> {
  let bytes = 0
  const looked = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      bytes += piece.length
      if (bytes > maxBytes) throw tooLarge(host, Math.round(maxBytes / megabyte))
      each(piece)
      if (file !== undefined) yield piece
    }
  }
  try {
    if (file === undefined) for await (const _ of looked(answer));
    else await pipeline(answer, looked, createWriteStream(file, { mode: 0o600 }))
  } catch (error) {
    throw error instanceof UserError ? error : cutOff(host, error)
  }
  const announced = answer.headers['content-length']
  if (!answer.complete || (announced !== undefined && Number(announced) !== bytes)) throw cutOff(host)
}
