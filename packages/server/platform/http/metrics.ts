import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface HttpMetrics {
  observe(request: { method: string; route: string; status: number; milliseconds: number }): void
}

export interface MetricsServer {
  readonly port: number
  stop(): Promise<void>
}

/** How full the pool of connections is. */
export interface PoolCounts {
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
}

export interface Metrics extends HttpMetrics {
  listen(port: number): Promise<MetricsServer>
}

function poolGauge(registry: Registry, pool: PoolCounts): void {
  new Gauge({
    name: 'mimamori_database_connections',
    help: 'Connections of the pool by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'total' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}

function listenOn(server: Server, port: number): Promise<MetricsServer> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // Loopback whatever the configuration: metrics tell more than outsiders should know.
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address() as AddressInfo // a TCP server that listens has an address with a port
      resolve({ port: bound.port, stop: () => new Promise((done) => server.close(() => done())) })
    })
  })
}

async function answer(registry: Registry, response: ServerResponse): Promise<void> {
  try {
    const text = await registry.metrics()
    response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text)
  } catch {
    response.writeHead(500).end()
  }
}

/** Off unless asked for; figures alone, no ids of people, organisations or records. */
export function makeMetrics(pool: PoolCounts): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  poolGauge(registry, pool)
  const seconds = new Histogram({
    name: 'mimamori_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const server = createServer((request, response) => {
    const isOurs = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')
    if (isOurs && request.method === 'GET' && request.url === '/metrics') void answer(registry, response)
    else response.writeHead(404).end()
  })
  return {
    observe: ({ method, route, status, milliseconds }) => seconds.observe({ method, route, status: String(status) }, milliseconds / 1_000),
    listen: (port) => listenOn(server, port),
  }
}
