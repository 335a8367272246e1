import { assert, property, string, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { looksLikeMail, readBounce } from './read.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

/** A report as mail servers send it, with what one of them does differently. */
function report(more: { readonly status?: string; readonly original?: string; readonly encoding?: string } = {}): string {
  const original = more.original ?? 'Message-ID:\n <a1@hospital.example>\nSubject: x'
  return [
    'Received: from mx (mx [192.0.2.1])',
    'Content-Type: multipart/report;',
    ' report-type="delivery-status"; boundary="=_b/1+"',
    '',
    'This is a MIME message.',
    '--=_b/1+',
    'Content-Type: text/plain',
    '',
    'Sorry.',
    '--=_b/1+',
    'Content-Type: message/delivery-status',
    ...(more.encoding ? [`Content-Transfer-Encoding: ${more.encoding}`] : []),
    '',
    more.status ??
      'Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; office@vendor.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such\n user',
    '--=_b/1+',
    'Content-Type: message/rfc822',
    '',
    `${original}\n\nSECRET WORDS OF THE MAIL`,
    '--=_b/1+--',
    '',
  ].join('\n')
}

test('a report names the mail, the recipient and why, with folded lines and either end of line', () => {
  for (const text of [report(), report().replaceAll('\n', '\r\n')])
    expect(readBounce(bytes(text))).toMatchObject({
      kind: 'bounce',
      messageId: 'a1@hospital.example',
      recipients: [{ address: 'office@vendor.example', status: '5.1.1', says: '550 no such user' }],
    })
})

test('what is kept as proof holds nothing of the mail itself and no markup', () => {
  const read = readBounce(bytes(report({ original: 'Message-ID: <script>@x' })))
  expect(read).toMatchObject({ kind: 'bounce' })
  expect(JSON.stringify(read)).not.toContain('SECRET')
  expect(read.kind === 'bounce' && read.proof).not.toMatch(/[<>]/)
})

test('a status that came encoded is read', () => {
  const status = Buffer.from('X: y\n\nFinal-Recipient: rfc822;a@b.example\nAction: failed\nStatus: 5.2.2\n').toString('base64')
  expect(readBounce(bytes(report({ status, encoding: 'base64' })))).toMatchObject({
    recipients: [{ address: 'a@b.example', status: '5.2.2' }],
  })
})

test('a mail that is late, or any other mail, is no bounce', () => {
  const delayed = 'X: y\n\nFinal-Recipient: rfc822; a@b.example\nAction: delayed\nStatus: 4.4.1'
  expect(readBounce(bytes(report({ status: delayed })))).toEqual({ kind: 'not-failed' })
  expect(readBounce(bytes('Subject: hello\n\nAction: failed'))).toEqual({ kind: 'other-mail' })
  expect(readBounce(bytes('no header at all'))).toEqual({ kind: 'not-a-mail' })
})

test('only a file that is called .eml and begins with headers is taken for a mail', () => {
  expect(looksLikeMail('back.eml', bytes(report()))).toBe(true)
  expect(looksLikeMail('back.csv', bytes(report()))).toBe(false)
  expect(looksLikeMail('back.eml', bytes('PK\u0003\u0004'))).toBe(false)
})

test('no bytes break it, and parts within parts end', () => {
  assert(
    property(uint8Array({ maxLength: 2000 }), (some) =>
      ['bounce', 'not-a-mail', 'other-mail', 'not-failed'].includes(readBounce(some).kind),
    ),
  )
  assert(property(string(), (some) => typeof readBounce(bytes(report({ status: some }))).kind === 'string'))
  const nested = 'Content-Type: multipart/report; boundary="b"\n\n--b\n'.repeat(2000)
  expect(['other-mail', 'not-failed']).toContain(readBounce(bytes(nested)).kind)
})
