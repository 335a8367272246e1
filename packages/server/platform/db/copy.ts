import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import type pg from 'pg'

/** As much of the driver's connection as COPY needs; its published types leave the copy messages out. */
interface CopyConnection {
  readonly stream: Duplex
  query(text: string): void
  sendCopyFromChunk(chunk: Uint8Array): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}

interface Settled {
  resolve(rows: number): void
  reject(error: unknown): void
}

/** The tag of a finished COPY, such as `COPY 12`. */
function rowsOf(message: { text?: string }): number {
  return Number(/\d+$/.exec(message.text ?? '')?.[0] ?? 0)
}

/** Rows that wait to be written before the connection is told to hold. */
const waitingBytes = 1024 * 1024
const pieceBytes = 64 * 1024

class CopyOut {
  private readonly text: string
  private waiting: Buffer[] = []
  private size = 0
  private connection: CopyConnection | undefined
  private wake: () => void = () => undefined
  private isDone = false
  private isLeft = false
  private error: Error | undefined

  constructor(text: string) {
    this.text = text
  }

  submit(connection: CopyConnection): void {
    this.connection = connection
    connection.query(this.text)
  }

  /** NOTE: the driver reads the next message into the same memory, so the bytes are copied. */
  handleCopyData({ chunk }: { chunk: Uint8Array }): void {
    if (this.isLeft) return
    this.waiting.push(Buffer.from(chunk))
    this.size += chunk.length
    if (this.size > waitingBytes) this.connection?.stream.pause()
    if (this.size >= pieceBytes) this.wake()
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.isDone = true
    this.wake()
  }

  handleError(error: Error): void {
    this.error = error
    this.isDone = true
    this.wake()
  }

  async *pieces(): AsyncGenerator<Buffer> {
    try {
      for (;;) {
        if (!this.isDone && this.size < pieceBytes) await new Promise<void>((resolve) => this.wait(resolve))
        if (this.error !== undefined) throw this.error
        const piece = this.take()
        if (piece.length > 0) yield piece
        else if (this.isDone) return
      }
    } finally {
      this.isLeft = true
      this.take()
    }
  }

  private take(): Buffer {
    const piece = Buffer.concat(this.waiting)
    this.waiting = []
    this.size = 0
    this.connection?.stream.resume()
    return piece
  }

  private wait(resolve: () => void): void {
    this.wake = resolve
  }
}

/** Runs `copy … to stdout` and yields its text as it comes; memory stays bounded however long the table is. */
export async function* copyOut(client: pg.ClientBase, statement: string): AsyncGenerator<Buffer> {
  const copy = new CopyOut(statement)
  client.query(copy as unknown as pg.Submittable) // the driver calls the handlers above, which its types do not name
  yield* copy.pieces()
}

class CopyIn {
  private readonly text: string
  private readonly source: AsyncIterable<Uint8Array>
  private readonly settled: Settled
  private readonly stopped = new AbortController()
  private rows = 0
  private failure: unknown

  constructor(given: { text: string; source: AsyncIterable<Uint8Array> }, settled: Settled) {
    this.text = given.text
    this.source = given.source
    this.settled = settled
  }

  submit(connection: CopyConnection): void {
    connection.query(this.text)
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.send(connection).catch((error: unknown) => {
      this.failure = error
      if (!this.stopped.signal.aborted) connection.sendCopyFail('the source ended early')
    })
  }

  handleCommandComplete(message: { text?: string }): void {
    this.rows = rowsOf(message)
  }

  handleReadyForQuery(): void {
    this.settled.resolve(this.rows)
  }

  /** What broke the source is what went wrong; the database only tells that it was left alone. */
  handleError(error: unknown): void {
    this.stopped.abort()
    this.settled.reject(this.failure ?? error)
  }

  private async send(connection: CopyConnection): Promise<void> {
    const { signal } = this.stopped
    for await (const chunk of this.source) {
      if (signal.aborted) return
      connection.sendCopyFromChunk(chunk)
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain', { signal })
    }
    connection.endCopyFrom()
  }
}

/** Runs `copy … from stdin` on what the source yields, and answers the number of rows. */
export function copyIn(client: pg.ClientBase, statement: string, source: AsyncIterable<Uint8Array>): Promise<number> {
  return new Promise((resolve, reject) => {
    const copy = new CopyIn({ text: statement, source }, { resolve, reject })
    client.query(copy as unknown as pg.Submittable) // as above
  })
}
