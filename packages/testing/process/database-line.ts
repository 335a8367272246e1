import { createConnection, createServer, type Socket } from 'node:net'
import type { DirectConnection } from '@mimamori/server'
import { freePort } from './free-port.ts'

/** A line to a database that can be cut and mended, as when a server restarts or a cable is pulled. */
export interface DatabaseLine {
  /** The way over the line, for the role of the connection given. */
  readonly connection: DirectConnection
  cut(): void
  mend(): void
  stop(): Promise<void>
}

function pathOf({ host, port }: DirectConnection): { path: string } | { host: string; port: number } {
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port }
}

export async function lineTo(connection: DirectConnection): Promise<DatabaseLine> {
  const open = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = createConnection(pathOf(connection))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => undefined)
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const breakAll = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    connection: { ...connection, host: '127.0.0.1', port },
    cut() {
      isCut = true
      breakAll()
    },
    mend() {
      isCut = false
    },
    async stop() {
      breakAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
