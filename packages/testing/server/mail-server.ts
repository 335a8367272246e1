import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  /** The letter as it came over the wire. */
  readonly raw: string
}

/** A real SMTP server on the loopback; a test file asks for it once, at its top level. */
export interface GivenMailServer {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  /** From now on every recipient is answered with this code; undefined takes mail again. */
  answerWith(code: number | undefined): void
}

class Refusal extends Error {
  readonly responseCode: number

  constructor(code: number) {
    super(code >= 500 ? 'no such user here' : 'try again later')
    this.responseCode = code
  }
}

export async function givenMailServer(): Promise<GivenMailServer> {
  const received: ReceivedMail[] = []
  let refusing: number | undefined
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refusing === undefined ? null : new Refusal(refusing)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom === false ? '' : mailFrom.address
        received.push({ from, to: rcptTo.map((one) => one.address), raw: Buffer.concat(chunks).toString('utf8') })
        done()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterAll(() => new Promise<void>((closed) => server.close(() => closed())))
  const { port } = server.server.address() as AddressInfo // a TCP server that listens has one
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answerWith: (code) => {
      refusing = code
    },
  }
}
