import { type Part, parameter, readHeaders, readMail, typeOf } from './mime.ts'

/** A report that a mail of ours did not arrive (RFC 3464). */
export interface Bounce {
  readonly kind: 'bounce'
  /** Message-ID of the mail that came back, without its angle brackets. */
  readonly messageId?: string
  readonly recipients: readonly BouncedRecipient[]
  /** The report as plain text, without the words of the mail itself: what is kept as proof. */
  readonly proof: string
}

export interface BouncedRecipient {
  readonly address: string
  /** 5.1.1; the first digit tells whether trying again makes sense. */
  readonly status?: string
  readonly says?: string
}

export type ReadBounce =
  | Bounce
  | { readonly kind: 'not-a-mail' }
  /** A mail, but no report of delivery. */
  | { readonly kind: 'other-mail' }
  /** A report that a mail is late or arrived. */
  | { readonly kind: 'not-failed' }

const largest = 10 * 1024 * 1024
const lineAtMost = 300

/** True for bytes that begin as a mail does; what is in it is another question. */
export function looksLikeMail(name: string, bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return /\.eml$/i.test(name) && /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+/.test(head)
}

export function readBounce(bytes: Uint8Array): ReadBounce {
  if (bytes.length > largest) return { kind: 'not-a-mail' }
  const mail = readMail(Buffer.from(bytes).toString('latin1'))
  if (mail.headers.size === 0) return { kind: 'not-a-mail' }
  const all = flat(mail)
  const status = all.find((part) => typeOf(part) === 'message/delivery-status')
  const isReport = parameter(mail.headers.get('content-type') ?? '', 'report-type')?.toLowerCase() === 'delivery-status'
  if (!status || !(isReport || typeOf(mail) === 'multipart/report')) return { kind: 'other-mail' }
  const blocks = status.body.split(/\n\s*\n/).map((block) => readHeaders(block.trim()))
  const recipients = blocks.filter((block) => block.get('action')?.toLowerCase() === 'failed').map(recipientOf)
  if (recipients.length === 0) return { kind: 'not-failed' }
  const messageId = originalId(all)
  return { kind: 'bounce', recipients, proof: proofOf(mail, status, messageId), ...(messageId !== undefined && { messageId }) }
}

function flat(part: Part): readonly Part[] {
  return [part, ...part.parts.flatMap(flat)]
}

function recipientOf(block: ReadonlyMap<string, string>): BouncedRecipient {
  const address = afterType(block.get('final-recipient') ?? block.get('original-recipient') ?? '')
  const status = block.get('status')
  const says = afterType(block.get('diagnostic-code') ?? '')
  return { address: address.slice(0, lineAtMost), ...(status && { status }), ...(says !== '' && { says: says.slice(0, lineAtMost) }) }
}

/** rfc822; office@vendor.example. */
function afterType(value: string): string {
  return value.replace(/^[\w-]+\s*;\s*/, '').trim()
}

/** Of the mail that came back whole or with its headers alone; never of the report itself. */
function originalId(all: readonly Part[]): string | undefined {
  const original = all.find((part) => ['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers'].includes(typeOf(part)))
  const id = original && readHeaders(original.body.replace(/\r\n?/g, '\n').split('\n\n')[0] ?? '').get('message-id')
  return id?.replace(/^<|>$/g, '')
}

function proofOf(mail: Part, status: Part, messageId: string | undefined): string {
  const plain = (text: string) =>
    text
      .replace(/[^\x20-\x7e\n]/g, '?')
      .replace(/</g, '(')
      .replace(/>/g, ')')
  const date = mail.headers.get('date') ?? ''
  return plain(`Date: ${date}\nMessage-ID of the mail: ${messageId ?? ''}\n\n${status.body.trim()}\n`).slice(0, 20_000)
}
