import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  /** The letter as it came over the wire. */
  readonly raw: string
}

/** A real SMTP server on the loopback. */
export interface MailService {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  /** From now on every recipient is answered with this code; undefined takes mail again. */
  answerWith(code: number | undefined): void
  stop(): Promise<void>
}

class Refusal extends Error {
  readonly responseCode: number

  constructor(code: number) {
    super(code >= 500 ? 'no such user here' : 'try again later')
    this.responseCode = code
  }
}

export async function startMailService(): Promise<MailService> {
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
  const { port } = server.server.address() as AddressInfo // a TCP server that listens has one
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answerWith: (code) => {
      refusing = code
    },
    stop: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

/** The text of a letter, whichever way its body was encoded for the wire. */
export function textOf({ raw }: ReceivedMail): string {
  const at = raw.indexOf('\r\n\r\n')
  const [head, body] = [raw.slice(0, at), raw.slice(at + 4)]
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body
  const bytes = body.replaceAll('=\r\n', '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
