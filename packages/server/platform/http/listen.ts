import { readFile } from 'node:fs/promises'
import { createServer as createHttpServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { UserError } from '../errors/user-error.ts'
import type { App } from './app.ts'

export interface ListenConfig {
  readonly host: string
  readonly port: number
  readonly publicUrl?: URL | undefined
  readonly isLoopback: boolean
  readonly tlsCert?: string | undefined
  readonly tlsKey?: string | undefined
  readonly trustedProxy?: readonly string[] | undefined
}

export interface Listening {
  readonly port: number
  /** What a person opens. */
  readonly url: string
  /** Answers what has begun, then closes; after ten seconds it closes in any case. */
  stop(): Promise<void>
}

const times = { headersTimeout: 15_000, requestTimeout: 300_000, keepAliveTimeout: 10_000, maxHeaderSize: 16_384 }

async function makeServer(app: App, config: ListenConfig): Promise<HttpServer> {
  const answer = getRequestListener((request, env) => app.fetch(request, env))
  const listener = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy())
  }
  if (config.tlsCert === undefined || config.tlsKey === undefined) return createHttpServer(times, listener)
  const [cert, key] = await Promise.all([readFile(config.tlsCert), readFile(config.tlsKey)])
  return createHttpsServer({ ...times, cert, key, minVersion: 'TLSv1.2' }, listener)
}

/** The configuration refuses it already; this holds for whoever calls past it. */
function refusePlainNetwork(config: ListenConfig): void {
  if (config.isLoopback || config.tlsCert !== undefined || config.trustedProxy !== undefined) return
  throw new UserError({
    code: 'http/network-without-tls',
    message: {
      ja: `暗号化(TLS)なしに、ほかの機械からも開ける番地(${config.host})では始めません。`,
      en: `Refusing to listen on ${config.host}, which other machines can reach, without TLS.`,
    },
    action: {
      ja: 'MIMAMORI_TLS_CERT と MIMAMORI_TLS_KEY、または MIMAMORI_TRUSTED_PROXY を指定してください。',
      en: 'Set MIMAMORI_TLS_CERT and MIMAMORI_TLS_KEY, or MIMAMORI_TRUSTED_PROXY.',
    },
  })
}

function cannotListen(config: ListenConfig, error: NodeJS.ErrnoException): Error {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return error
  const isTaken = error.code === 'EADDRINUSE'
  return new UserError(
    {
      code: isTaken ? 'http/port-taken' : 'http/port-not-allowed',
      message: {
        ja: isTaken
          ? `番号 ${config.port} は、ほかのプログラムが使っています。`
          : `番号 ${config.port} で待ち受けることが許されていません。`,
        en: isTaken ? `Port ${config.port} is in use by another program.` : `Listening on port ${config.port} is not allowed.`,
      },
      action: { ja: 'MIMAMORI_PORT に別の番号を指定してください。', en: 'Set MIMAMORI_PORT to another number.' },
    },
    { cause: error },
  )
}

function bind(server: HttpServer, config: ListenConfig): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(config, error)))
    server.listen(config.port, config.host, () => {
      const bound = server.address() as AddressInfo // a TCP server that listens has an address with a port
      resolve(bound.port)
    })
  })
}

function close(server: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    const last = setTimeout(() => server.closeAllConnections(), 10_000)
    // A browser keeps its connection open after the answer; without this the close would wait for it.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(last)
      clearInterval(idle)
      resolve()
    })
  })
}

export async function startListening(app: App, config: ListenConfig): Promise<Listening> {
  refusePlainNetwork(config)
  const server = await makeServer(app, config)
  const port = await bind(server, config)
  const scheme = config.tlsCert === undefined ? 'http' : 'https'
  const name = config.isLoopback ? 'localhost' : config.host
  return { port, url: config.publicUrl?.origin ?? `${scheme}://${name}:${port}`, stop: () => close(server) }
}
