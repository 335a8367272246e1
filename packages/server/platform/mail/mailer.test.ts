import { givenMailServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'
import { isMailAddress, makeMailer, oneLine } from './mailer.ts'

const smtp = await givenMailServer()
const mailer = makeMailer({ url: smtp.url, from: 'みまもり市立病院 <soumu@hospital.example>' })
const letter = { to: 'madoguchi@vendor.example', subject: '依頼', text: 'お願いします', messageId: 'a1@hospital.example', attachments: [] }

/** Names of the headers of the last mail, as they came over the wire. */
function headers(): readonly string[] {
  const head = smtp.received.at(-1)?.raw.split('\r\n\r\n')[0] ?? ''
  return head.split('\r\n').flatMap((line) => (/^[\w-]+(?=:)/.exec(line) ?? []).slice(0, 1))
}

describe('what somebody typed never becomes a header', () => {
  const injected = [
    'x\r\nBcc: thief@elsewhere.example',
    'x\nBcc: thief@elsewhere.example',
    'x\rBcc: thief@elsewhere.example',
    'x\u2028Bcc: thief@elsewhere.example',
    'x\0\r\n\r\nbody',
  ]

  test.each(injected)('in the subject: %j', async (subject) => {
    expect(await mailer.send({ ...letter, subject })).toEqual({ kind: 'accepted' })
    expect(headers()).not.toContain('Bcc')
    expect(smtp.received.at(-1)?.to).toEqual(['madoguchi@vendor.example'])
    expect(oneLine(subject)).not.toMatch(/[\r\n\u2028]/)
  })

  test.each(injected)('in the address or the address for answers: %j', async (text) => {
    expect(await mailer.send({ ...letter, to: text })).toEqual({ kind: 'refused', says: 'not a mail address' })
    await mailer.send({ ...letter, replyTo: text })
    expect(headers()).not.toContain('Bcc')
    expect(headers()).not.toContain('Reply-To')
  })

  test.each([
    'a@b.example, c@d.example',
    '<a@b.example>',
    'a b@c.example',
    'a@b.example;c@d.example',
    '"a"@b.example',
    'a@',
    '@b',
    'ａ@b.example',
  ])('one plain address is taken and no list or name: %s', (text) => expect(isMailAddress(text)).toBe(false))
})

test('an attachment is bytes alone: no file and no address is read', async () => {
  const bytes = Buffer.from('{"path":"/etc/passwd"}')
  await mailer.send({ ...letter, attachments: [{ name: '2026_1310000001_ABCD2345.xlsx', mediaType: 'application/octet-stream', bytes }] })
  expect(smtp.received.at(-1)?.raw).toContain(bytes.toString('base64'))
})

test('a server that is away is tried again later', async () => {
  const away = makeMailer({ url: 'smtp://127.0.0.1:9', from: 'soumu@hospital.example' })
  expect(await away.send(letter)).toMatchObject({ kind: 'later' })
})

test('beyond this machine no letter goes without encryption', async () => {
  const outside = makeMailer({ url: smtp.url.replace('127.0.0.1', '0x7f.1'), from: 'soumu@hospital.example' })
  const before = smtp.received.length
  expect(await outside.send(letter)).toMatchObject({ kind: 'later', says: expect.any(String) })
  expect(smtp.received).toHaveLength(before)
})
