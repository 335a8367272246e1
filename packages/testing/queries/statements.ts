import type { ThrowAwayDatabase } from '../database/index.ts'

type Pool = ThrowAwayDatabase['pool']

export interface Statements {
  /** The statements that were sent while this ran, in order; nothing else may use the pool meanwhile. */
  during(work: () => Promise<unknown>): Promise<readonly string[]>
}

/** Listens to every statement that goes through a pool. */
export function statementsOf(pool: Pool): Statements {
  const heard: string[] = []
  const listenedTo = new WeakSet<object>()
  pool.on('acquire', (client) => {
    if (listenedTo.has(client)) return
    listenedTo.add(client)
    const send = client.query.bind(client) as (...given: unknown[]) => unknown // the driver's overloads come to this
    const listening = (...given: unknown[]): unknown => {
      heard.push(textOf(given[0]))
      return send(...given)
    }
    client.query = listening as typeof client.query // it answers as the driver does
  })
  return {
    async during(work) {
      const from = heard.length
      await work()
      return heard.slice(from)
    },
  }
}

function textOf(asked: unknown): string {
  const text: unknown = typeof asked === 'object' && asked !== null ? Reflect.get(asked, 'text') : asked
  return typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : ''
}
