import { routes } from '@mimamori/contract'
import { addDays } from '@mimamori/domain'
import { closeCompiler } from '@mimamori/papers'
import { dayAheadOfQueue, givenMailServer, givenServer, morningOf, noonOf } from '@mimamori/testing'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'

const smtp = await givenMailServer()
const today = dayAheadOfQueue()
const server = await givenServer({
  at: noonOf(today),
  mail: { url: smtp.url, from: 'みまもり市立病院 <soumu@hospital.example>', runs: true },
})
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
const address = 'madoguchi@vendor.example'
afterAll(closeCompiler)
beforeEach(() => smtp.answerWith(undefined))

const vendors = () => owner.ask(routes.vendors, { params })
const messages = async () => (await owner.ask(routes.mail, { params })).messages
const stateOf = async (id: string) => (await messages()).find((one) => one.id === id)?.state

/** The sheets that are open; their vendors are reached at one address and want one mail a day. */
async function openSheets(): Promise<readonly string[]> {
  const view = await vendors()
  const open = view.sheets.filter((line) => line.state === 'waiting')
  const ofThem = view.vendors.filter(({ record }) => open.some(({ vendor }) => vendor === record.id))
  const set = ofThem.map(({ record, version }) => ({
    change: { kind: 'set' as const, slice: 'vendors' as const, id: record.id, fields: { mail: address, mailTogether: 'yes' as const } },
    expected: version,
  }))
  await owner.ask(routes.change, { params, body: { changes: set } })
  return open.map(({ sheet }) => sheet)
}

/** Each a minute after the one before: letters of one mail stand in it in the order in which they were made. */
async function sent(sheet: string, kind: 'chase-up' | 'second-contact' = 'chase-up'): Promise<string> {
  server.clock.moveMinutes(1)
  return (await owner.ask(routes.sendVendorMail, { params: { facility, sheet }, body: { kind } })).message
}

/** The queue as it is in the morning. */
async function morningCame(message: string): Promise<void> {
  const payload = JSON.stringify({ organisation: owner.who?.organisation, person: null, input: { message } })
  await server.database.admin.query(`select graphile_worker.add_job('mail-send', $1::json)`, [payload])
}

const stepsByMail = async (sheet: string) =>
  (await vendors()).sheets
    .find((line) => line.sheet === sheet)
    ?.requests.filter(({ way }) => way === 'mail')
    .map(({ kind }) => kind) ?? []

describe('to whoever wants one mail a day', () => {
  test('letters wait until the morning, leave as one mail with all that is attached, and each becomes its step', async () => {
    const [sheet = ''] = await openSheets()
    const first = await sent(sheet)
    server.clock.moveMinutes(1)
    const ids = [first, await sent(sheet, 'second-contact')]
    const waiting = (await messages()).filter(({ id }) => ids.includes(id))
    expect(waiting.map(({ state, nextTryAt }) => [state, nextTryAt])).toEqual([
      ['waiting', morningOf(addDays(today, 1))],
      ['waiting', morningOf(addDays(today, 1))],
    ])
    expect(smtp.received).toEqual([])
    const jobs = await server.database.admin.query(`select from graphile_worker.jobs where task_identifier = 'mail-send'`)
    expect(jobs.rowCount).toBe(1)
    await morningCame(ids[1] ?? '')
    for (const id of ids) await expect.poll(() => stateOf(id), { timeout: 10_000, interval: 50 }).toBe('sent')
    expect(smtp.received.map(({ to }) => to)).toEqual([[address]])
    expect(smtp.received[0]?.raw.match(/filename=2026_[^;\s]+\.xlsx/g)).toHaveLength(2)
    expect(smtp.received[0]?.raw).toContain(`Message-ID: <${ids[0]}@hospital.example>`)
    expect((await stepsByMail(sheet)).toSorted()).toEqual(['chase-up', 'second-contact'])
    await morningCame(ids[0] ?? '')
    const left = async () =>
      (await server.database.admin.query(`select from graphile_worker.jobs where task_identifier = 'mail-send' and run_at <= now()`))
        .rowCount
    await expect.poll(left, { timeout: 10_000, interval: 50 }).toBe(0)
    expect(smtp.received).toHaveLength(1)
  })

  test('a mail that came back is one of all the letters in it', async () => {
    const [sheet = ''] = await openSheets()
    smtp.answerWith(550)
    const ids = [await sent(sheet), await sent(sheet)]
    await morningCame(ids[0] ?? '')
    for (const id of ids) await expect.poll(() => stateOf(id), { timeout: 10_000, interval: 50 }).toBe('refused')
    expect((await stepsByMail(sheet)).filter((kind) => kind === 'came-back')).toHaveLength(2)
  })

  test('while the mail server is away all of them wait, and one that was taken out stays out', async () => {
    const [sheet = ''] = await openSheets()
    smtp.answerWith(451)
    const [first, second] = [await sent(sheet), await sent(sheet)]
    await morningCame(first)
    const attempts = async () => (await messages()).filter(({ id }) => [first, second].includes(id)).map((one) => one.attempts)
    await expect.poll(attempts, { timeout: 10_000, interval: 50 }).toEqual([1, 1])
    await owner.ask(routes.cancelMail, { params: { facility, message: first } })
    smtp.answerWith(undefined)
    await morningCame(first)
    await expect.poll(() => stateOf(second), { timeout: 10_000, interval: 50 }).toBe('sent')
    expect(await stateOf(first)).toBe('cancelled')
  })

  test('a letter whose answer came before the morning does not leave', async () => {
    const [sheet = ''] = await openSheets()
    const before = smtp.received.length
    const message = await sent(sheet)
    const line = (await vendors()).sheets.find((one) => one.sheet === sheet)
    const change = { kind: 'set' as const, slice: 'sheets' as const, id: sheet as never, fields: { returnedOn: today } } // as the contract reads it
    await owner.ask(routes.change, { params, body: { changes: [{ change, expected: line?.version ?? 0 }] } })
    await morningCame(message)
    await expect.poll(() => stateOf(message), { timeout: 10_000, interval: 50 }).toBe('cancelled')
    expect(smtp.received).toHaveLength(before)
  })
})
