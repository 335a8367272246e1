import { createTransport } from 'nodemailer'

export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface OutgoingMail {
  readonly to: string
  readonly replyTo?: string | undefined
  readonly subject: string
  readonly text: string
  readonly messageId: string
  readonly attachments: readonly Attachment[]
}

/** `refused`: for good, by the other side; `later`: trying again makes sense. `says` is what the other server said. */
export type Sent = { readonly kind: 'accepted' } | { readonly kind: 'refused' | 'later'; readonly says: string }

export interface Mailer {
  readonly from: string
  /** The part of the sender's address behind @, in which messages are numbered. */
  readonly domain: string
  send(mail: OutgoingMail): Promise<Sent>
}

const timeoutMs = 20_000
const saysAtMost = 500

/**
 * Hands mail to the server of `url`. Beyond this machine nothing goes without encryption. Bytes come as they are: the library
 * is kept from reading files and addresses that a text could name.
 */
export function makeMailer(given: { readonly url: string; readonly from: string }): Mailer {
  const { hostname, protocol } = new URL(given.url)
  const isHere = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
  const transport = createTransport({
    url: given.url,
    requireTLS: protocol === 'smtp:' && !isHere,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = (/@([^\s<>@]+?)>?$/.exec(given.from)?.[1] ?? 'localhost').toLowerCase()
  return {
    from: given.from,
    domain,
    send: async (mail) => {
      if (!isMailAddress(mail.to)) return { kind: 'refused', says: 'not a mail address' }
      try {
        await transport.sendMail({
          from: given.from,
          to: { name: '', address: mail.to },
          ...(mail.replyTo !== undefined && isMailAddress(mail.replyTo) && { replyTo: { name: '', address: mail.replyTo } }),
          subject: oneLine(mail.subject),
          text: mail.text,
          messageId: `<${mail.messageId}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
          attachments: mail.attachments.map(({ name, mediaType, bytes }) => ({
            filename: name,
            contentType: mediaType,
            content: Buffer.from(bytes),
          })),
        })
        return { kind: 'accepted' }
      } catch (error) {
        return { kind: isRefusal(error) ? 'refused' : 'later', says: saidBy(error) }
      }
    },
  }
}

/** One plain address: no name, list, comment, space or control character that could become a header. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text)
}

/** A subject is one line, whatever was typed. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

/** 5xx about the recipient or the letter. What fails before that is a matter of settings, and the letter may go later. */
function isRefusal(error: unknown): boolean {
  const code = fieldOf(error, 'responseCode')
  return typeof code === 'number' && code >= 500 && ['RCPT TO', 'DATA'].includes(String(fieldOf(error, 'command')))
}

/** NOTE: never the library's own message of a failed sign-in, which may repeat the user name. */
function saidBy(error: unknown): string {
  if (fieldOf(error, 'code') === 'EAUTH') return 'the mail server refused the user name or password'
  const said = fieldOf(error, 'response') ?? fieldOf(error, 'message')
  return oneLine(typeof said === 'string' ? said : 'no answer').slice(0, saysAtMost)
}

function fieldOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
}
