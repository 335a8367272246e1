import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { freePort } from './free-port.ts'

/** One address in front of several servers, as a balancer does it: only those that say they are ready get requests. */
export interface Balancer {
  readonly url: string
  /** Ports of the servers behind it. */
  readonly ports: Set<number>
  stop(): Promise<void>
}

/** Undefined where no answer came in time: a slow server keeps the state that it had. */
async function isReady(port: number): Promise<boolean | undefined> {
  return fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(500) }).then(
    (answer) => answer.ok,
    (error: unknown) => (error instanceof DOMException ? undefined : false),
  )
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const { method, url, headers } = incoming
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()))
  incoming.pipe(onward)
}

export async function startBalancer(): Promise<Balancer> {
  const ports = new Set<number>()
  let ready: readonly number[] = []
  let turn = 0
  const look = async () => {
    const asked = await Promise.all([...ports].map(async (port) => (((await isReady(port)) ?? ready.includes(port)) ? [port] : [])))
    ready = asked.flat()
  }
  const timer = setInterval(() => void look(), 40)
  const server = createServer((incoming, outgoing) => {
    turn += 1
    const port = ready[turn % Math.max(1, ready.length)]
    if (port === undefined) outgoing.writeHead(503).end()
    else forward(incoming, outgoing, port)
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}`,
    ports,
    async stop() {
      clearInterval(timer)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
