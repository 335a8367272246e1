import { routes } from '@mimamori/contract'
import { addDays } from '@mimamori/domain'
import { dayAheadOfQueue, givenMailServer, givenServer, noonOf } from '@mimamori/testing'
import { beforeAll, describe, expect, test } from 'vitest'

const smtp = await givenMailServer()
const today = dayAheadOfQueue()
const server = await givenServer({
  at: noonOf(today),
  mail: { url: smtp.url, from: 'みまもり市立病院 <soumu@hospital.example>', runs: true },
})
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
const response = 'resp:silent'
const vendor = 'v:rei-gazo'
const day = 24 * 60

const added = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } as never }) // records without branded ids
const view = () => owner.ask(routes.vulnerabilityResponse, { params: { ...params, response } })
const remind = () => owner.call(routes.sendReminder, { params: { ...params, response }, body: {} })
const mailOf = async (kind: string) => (await owner.ask(routes.mail, { params })).messages.filter((one) => one.kind === kind)
const sent = (kind: string, count: number) =>
  expect
    .poll(async () => (await mailOf(kind)).map(({ state }) => state), { timeout: 10_000, interval: 50 })
    .toEqual(Array.from({ length: count }, () => 'sent'))

async function setMail(slice: 'vendors' | 'people', id: string, mail: string): Promise<void> {
  const list =
    slice === 'vendors' ? (await owner.ask(routes.vendors, { params })).vendors : (await owner.ask(routes.facts, { params })).people
  const expected = list.find(({ record }) => record.id === id)?.version ?? 0
  const change = { kind: 'set', slice, id, fields: { mail } } as never // an id without its brand
  await owner.ask(routes.change, { params, body: { changes: [{ change, expected }] } })
}

/** The queue as it is when the day has come: its own clock is that of the database. */
async function dayHasCome(): Promise<void> {
  const payload = JSON.stringify({ organisation: owner.who?.organisation, person: null, input: { facility } })
  await server.database.admin.query(`select graphile_worker.add_job('acceptance-nudge', $1::json)`, [payload])
}

beforeAll(async () => {
  const record = { id: response, title: '読影VPN装置の更新', assets: ['d:gate-reading'], vendor, openedOn: today, fixedVersion: '7.2.7' }
  await owner.ask(routes.change, { params, body: { changes: [added('responses', record)] } })
})

describe('a vendor that was told and stays silent', () => {
  test('is not reminded of what nobody has told it, nor without an address', async () => {
    expect(await remind()).toMatchObject({ kind: 'error', error: { code: 'mail/nothing-to-remind' } })
    await owner.ask(routes.stepResponse, { params: { ...params, response }, body: { seen: 0, kind: 'told', way: 'phone' } })
    expect(await view()).toMatchObject({ asking: { state: 'waiting', why: 'silent', step: 'remind', asked: 1, mayMail: false } })
    expect(await remind()).toMatchObject({ kind: 'error', error: { code: 'mail/no-address' } })
  })

  test('stands on the page of the day, and its next step comes first once the day has come', async () => {
    const waiting = async () => (await owner.ask(routes.home, { params })).waiting.find((line) => line.response === response)
    expect(await waiting()).toMatchObject({ vendor, days: 0, what: { ja: '知らせた更新:読影VPN装置の更新' } })
    expect((await waiting())?.due).toBeUndefined()
    server.clock.moveMinutes(15 * day)
    expect(await waiting()).toMatchObject({ days: 15, due: true })
    const { findings } = await owner.ask(routes.findings, { params, query: { state: 'open' } })
    expect(findings.filter(({ id }) => id.startsWith('vulnerabilities/tell-again|'))).toMatchObject([{ severity: 'medium' }])
    const { responses } = await owner.ask(routes.vulnerabilities, { params })
    expect(responses).toMatchObject([{ response, askAgain: true }])
  })

  test('is told of to the facility by mail, once, without a word of what it is', async () => {
    const { people } = await owner.ask(routes.facts, { params })
    const contact = people.find(({ record }) => record.roles?.includes('contact')) ?? people[0]
    await setMail('people', contact?.record.id ?? '', 'soumu@hospital.example')
    await dayHasCome()
    await sent('responses-due', 1)
    await dayHasCome()
    await expect
      .poll(
        async () =>
          (
            await server.database.admin.query(
              `select from graphile_worker.jobs where task_identifier = 'acceptance-nudge' and run_at <= now()`,
            )
          ).rowCount,
        { timeout: 10_000, interval: 50 },
      )
      .toBe(0)
    expect(await mailOf('responses-due')).toHaveLength(1)
    const text = smtp.received.map(({ raw }) => raw).join()
    for (const hidden of ['読影VPN装置', 'FortiGate', '例画像']) expect(text).not.toContain(hidden)
  })

  test('is reminded by mail, which is a step once it has left, and names neither device nor version', async () => {
    await setMail('vendors', vendor, 'madoguchi@vendor.example')
    expect((await view()).asking).toMatchObject({ state: 'due', step: 'remind', mayMail: true })
    expect((await remind()).kind).toBe('ok')
    await sent('response-reminder', 1)
    expect(smtp.received.at(-1)?.to).toEqual(['madoguchi@vendor.example'])
    expect(smtp.received.at(-1)?.raw).not.toContain('7.2.')
    expect(await view()).toMatchObject({
      steps: [
        { kind: 'told', way: 'phone' },
        { kind: 'told', way: 'mail' },
      ],
    })
    expect((await view()).asking).toMatchObject({ state: 'waiting', step: 'phone', asked: 2 })
  })

  test('is not reminded by a mail that is refused', async () => {
    smtp.answerWith(550)
    expect((await remind()).kind).toBe('ok')
    await expect
      .poll(async () => (await mailOf('response-reminder')).map(({ state }) => state), { timeout: 10_000, interval: 50 })
      .toContain('refused')
    smtp.answerWith(undefined)
    expect((await view()).steps).toHaveLength(2)
  })

  test('ends its reminders by a day for the work, and begins them again when that day has passed', async () => {
    const on = addDays(today, 20)
    await owner.ask(routes.stepResponse, { params: { ...params, response }, body: { seen: 2, kind: 'planned', plannedOn: on } })
    expect((await view()).asking).toMatchObject({ state: 'waiting', why: 'visit-passed' })
    expect((await owner.ask(routes.home, { params })).waiting.some((line) => line.response === response)).toBe(false)
    expect(await remind()).toMatchObject({ kind: 'error', error: { code: 'mail/nothing-to-remind' } })
    server.clock.moveMinutes(25 * day)
    expect((await view()).asking).toMatchObject({ state: 'due', why: 'visit-passed', step: 'remind' })
    expect((await owner.ask(routes.home, { params })).waiting.find((line) => line.response === response)).toMatchObject({ due: true })
  })
})
