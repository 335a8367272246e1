import { routes } from '@mimamori/contract'
import { type Change, entityId, type VendorRequest } from '@mimamori/domain'
import { closeCompiler } from '@mimamori/papers'
import { givenMailServer, givenServer } from '@mimamori/testing'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'

const smtp = await givenMailServer()
const server = await givenServer({ mail: { url: smtp.url, from: 'みまもり市立病院 <soumu@hospital.example>', runs: true } })
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
afterAll(closeCompiler)
beforeEach(() => smtp.answerWith(undefined))

const vendors = () => owner.ask(routes.vendors, { params })
const messages = async () => (await owner.ask(routes.mail, { params })).messages
const settled = (message: string) =>
  expect.poll(async () => (await messages()).find((one) => one.id === message)?.state, { timeout: 10_000, interval: 50 })

async function change(...changes: readonly { readonly change: Change; readonly expected?: number }[]) {
  return owner.call(routes.change, { params, body: { changes: changes as never } }) // the contract's schema reads the same changes
}

/** A sheet that is still open, its vendor reached at this address. */
async function openSheet(mail: string): Promise<string> {
  const view = await vendors()
  const line = view.sheets.find((one) => one.state === 'waiting' || one.state === 'not-sent')
  const vendor = view.vendors.find(({ record }) => record.id === line?.vendor)
  if (!line || !vendor) throw new Error('the example has vendors that have not answered')
  await change({ change: { kind: 'set', slice: 'vendors', id: vendor.record.id, fields: { mail } }, expected: vendor.version })
  return line.sheet
}

async function requestsOf(sheet: string): Promise<readonly VendorRequest[]> {
  return (await vendors()).sheets.find((line) => line.sheet === sheet)?.requests ?? []
}

const send = (sheet: string, kind: 'request' | 'chase-up' | 'notice' = 'chase-up') =>
  owner.call(routes.sendVendorMail, { params: { facility, sheet }, body: { kind } })

async function sent(sheet: string): Promise<string> {
  const answer = await send(sheet)
  if (answer.kind === 'error') throw new Error(answer.error.code)
  return answer.value.message
}

describe('a letter by mail', () => {
  test('leaves with its PDF and Excel under plain names, and becomes a step when the server has taken it', async () => {
    const sheet = await openSheet('madoguchi@vendor.example')
    const before = (await requestsOf(sheet)).length
    const message = await sent(sheet)
    await settled(message).toBe('sent')
    const mail = smtp.received.at(-1)
    expect(mail?.to).toEqual(['madoguchi@vendor.example'])
    expect(mail?.raw).toMatch(/filename=2026_[A-Za-z0-9._-]+_[2-9A-Z]{8}\.xlsx/)
    expect(mail?.raw).toMatch(/filename=2026_[A-Za-z0-9._-]+_[2-9A-Z]{8}\.pdf/)
    expect(mail?.raw).toContain(`Message-ID: <${message}@hospital.example>`)
    expect(mail?.raw).not.toMatch(/\.zip|\.xlsm|vbaProject|<script/i)
    const [logged] = (await owner.ask(routes.lastChanges, { params })).changes
    expect(logged).toMatchObject({ author: 'system', state: 'kept', kept: 'sent' })
    const undone = await owner.call(routes.undo, { params, body: { revision: logged?.revision ?? 0 } })
    expect(undone).toMatchObject({ error: { code: 'undo/sent' } })
    const after = await requestsOf(sheet)
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)).toMatchObject({ kind: 'chase-up', way: 'mail', on: '2026-11-20' })
  })

  test('that is refused for good is written down as sent and come back', async () => {
    const sheet = await openSheet('nobody@vendor.example')
    smtp.answerWith(550)
    await settled(await sent(sheet)).toBe('refused')
    expect(
      (await requestsOf(sheet))
        .slice(-2)
        .map((one) => one.kind)
        .toSorted(),
    ).toEqual(['came-back', 'chase-up'])
    const line = (await vendors()).sheets.find((one) => one.sheet === sheet)
    expect(line?.next?.ja).toContain('届かずに戻りました')
  })

  test('that cannot be taken now is tried again later, and can be taken out of the queue', async () => {
    const sheet = await openSheet('busy@vendor.example')
    smtp.answerWith(451)
    const message = await sent(sheet)
    await expect
      .poll(async () => (await messages()).find((one) => one.id === message)?.nextTryAt, { timeout: 10_000 })
      .toBe('2026-11-20T03:01:00.000Z')
    expect((await messages()).find((one) => one.id === message)).toMatchObject({ state: 'waiting', attempts: 1 })
    await owner.ask(routes.cancelMail, { params: { facility, message } })
    await settled(message).toBe('cancelled')
    const again = await owner.call(routes.retryMail, { params: { facility, message }, body: {} })
    expect(again).toMatchObject({ kind: 'error', error: { code: 'mail/no-such-message' } })
  })

  test('is not sent without an address, while it waits for approval, or when the answer is there', async () => {
    for (const bad of ['nobody', 'a@b.example, c@d.example', 'a@b.example\nBcc: c@d.example', '見本 <a@b.example>']) {
      const answer = await owner.call(routes.sendTestMail, { params, body: { to: bad } })
      expect(answer).toMatchObject({ kind: 'error', error: { code: 'mail/no-address' } })
    }
    const sheet = await openSheet('madoguchi@vendor.example')
    const approval = {
      id: entityId('ok:wait'),
      about: 'request',
      title: '依頼',
      sheets: [entityId(sheet)],
      draftedOn: '2026-11-20',
      state: 'waiting',
    }
    await change({ change: { kind: 'add', slice: 'approvals', record: approval } as never })
    expect(await send(sheet)).toMatchObject({ kind: 'error', error: { code: 'mail/awaiting-approval' } })
    const line = (await vendors()).sheets.find((one) => one.sheet === sheet)
    expect(line).toMatchObject({ asking: { state: 'awaiting-approval' } })
    const stored = (await vendors()).approvals.find(({ record }) => record.id === 'ok:wait')
    await change({
      change: { kind: 'set', slice: 'approvals', id: 'ok:wait', fields: { state: 'withdrawn' } },
      expected: stored?.version ?? 0,
    })
    const back = (await vendors()).sheets.find((one) => one.state === 'returned')
    expect(await send(back?.sheet ?? '')).toMatchObject({ kind: 'error', error: { code: 'mail/already-back' } })
  })
})

test('a test mail arrives', async () => {
  const { message } = await owner.ask(routes.sendTestMail, { params, body: { to: 'soumu@hospital.example' } })
  await settled(message).toBe('sent')
  expect(smtp.received.at(-1)?.raw).toContain('Auto-Submitted: auto-generated')
})

describe('a report that a mail did not arrive', () => {
  const report = (messageId: string) =>
    [
      'From: MAILER-DAEMON@mx.vendor.example',
      'Date: Fri, 20 Nov 2026 12:00:00 +0900',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/html',
      '',
      '<html><body><script>alert(1)</script></body></html>',
      '--b1',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.vendor.example',
      '',
      'Final-Recipient: rfc822; madoguchi@vendor.example',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 user unknown',
      '',
      '--b1',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${messageId}>`,
      'Subject: test',
      '',
      '--b1--',
      '',
    ].join('\r\n')
  const read = (text: string) => owner.upload(routes.preview, { params, query: { as: 'auto' } }, { name: '戻り.eml', bytes: text })

  test('leads to the mail by its number, and is registered once as come back', async () => {
    const sheet = await openSheet('madoguchi@vendor.example')
    const message = await sent(sheet)
    await settled(message).toBe('sent')
    const preview = await read(report(`${message}@hospital.example`))
    if (preview.kind === 'error') throw new Error(preview.error.code)
    expect(preview.value.files[0]).toMatchObject({ kind: 'bounce', says: { ja: expect.stringContaining('5.1.1') } })
    await owner.ask(routes.applyImport, { params: { facility, draft: preview.value.id }, body: {} })
    expect((await requestsOf(sheet)).find((one) => one.id === `rq:mail-${message}.back`)).toMatchObject({ kind: 'came-back', way: 'mail' })
    await settled(message).toBe('came-back')
    const again = await read(report(`${message}@hospital.example`))
    expect(again).toMatchObject({ kind: 'ok', value: { files: [{ changes: [] }] } })
  })

  test.each([
    ['import/unknown-mail', report('stranger@elsewhere.example')],
    ['import/other-mail', 'From: a@b.example\r\nSubject: hello\r\n\r\nhello'],
    ['import/not-failed', report('x@hospital.example').replace('Action: failed', 'Action: delayed')],
  ])('%s', async (code, text) => {
    expect(await read(text)).toMatchObject({ kind: 'error', error: { code } })
  })

  test('what is no mail at all is said to be none', async () => {
    const answer = await owner.upload(routes.preview, { params, query: { as: 'bounce' } }, { name: 'a.eml', bytes: '\0\0' })
    expect(answer).toMatchObject({ kind: 'error', error: { code: 'import/not-a-mail' } })
  })
})

test('nothing of another organisation’s mail is read or sent', async () => {
  const stranger = await server.stranger()
  const theirs = await stranger.ask(routes.createFacility, { body: { name: 'よその病院' } })
  expect((await stranger.ask(routes.mail, { params: { facility: theirs.facility } })).messages).toEqual([])
  const ours = (await messages())[0]?.id ?? ''
  expect(await stranger.status(routes.cancelMail, { params: { facility: theirs.facility, message: ours } })).toBe(404)
  expect(await stranger.status(routes.mail, { params })).toBe(404)
})

test('without a mail server everything but mail works, and mail says how to set it up', async () => {
  const bare = await givenServer()
  const here = await bare.owner.ask(routes.createFacility, { body: { name: 'みまもり診療所' } })
  expect(await bare.owner.ask(routes.mail, { params: { facility: here.facility } })).toEqual({ isSetUp: false, messages: [] })
  const answer = await bare.owner.call(routes.sendTestMail, { params: { facility: here.facility }, body: { to: 'a@b.example' } })
  expect(answer).toMatchObject({ kind: 'error', error: { code: 'mail/not-set-up' } })
})
