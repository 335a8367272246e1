import { routes } from '@mimamori/contract'
import { addDays } from '@mimamori/domain'
import { dayAheadOfQueue, givenMailServer, givenServer, morningOf, noonOf } from '@mimamori/testing'
import { expect, test } from 'vitest'

const smtp = await givenMailServer()
const today = dayAheadOfQueue()
const server = await givenServer({
  at: noonOf(today),
  mail: { url: smtp.url, from: 'みまもり市立病院 <soumu@hospital.example>', runs: true },
})
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
const day = 24 * 60

/** The queue as it is when the day has come: its own clock is that of the database. */
async function dayHasCome(): Promise<void> {
  const payload = JSON.stringify({ organisation: owner.who?.organisation, person: null, input: { facility } })
  await server.database.admin.query(`select graphile_worker.add_job('acceptance-nudge', $1::json)`, [payload])
}

const planned = async () =>
  (
    await server.database.admin.query(
      `select run_at as at from graphile_worker.jobs where task_identifier = 'acceptance-nudge' and run_at > $1`,
      [today],
    )
  ).rows

const reminders = async () => (await owner.ask(routes.mail, { params })).messages.filter((one) => one.kind === 'acceptance-ending')

test('before acceptances end the one who decided is told by mail, once for each day, without a word of what they are', async () => {
  const { people } = await owner.ask(routes.facts, { params })
  const decider = people.find(({ record }) => record.name === '見本 花子')
  const change = {
    kind: 'set' as const,
    slice: 'people' as const,
    id: decider?.record.id ?? '',
    fields: { mail: 'hanako@hospital.example' },
  }
  await owner.ask(routes.change, { params, body: { changes: [{ change, expected: decider?.version ?? 0 }] } })
  const { findings } = await owner.ask(routes.findings, { params, query: { state: 'open' } })
  const [first, second] = findings
  for (const finding of [first, second])
    await owner.ask(routes.acceptFinding, {
      params,
      body: { id: finding?.id ?? '', until: addDays(today, 72), why: '更新の予定があるため', seen: null },
    })
  expect((await planned()).map((job) => new Date(job.at).toISOString())).toEqual([morningOf(addDays(today, 42))])
  server.clock.moveMinutes(42 * day)
  await dayHasCome()
  await expect.poll(async () => (await reminders()).map((one) => one.state), { timeout: 10_000, interval: 50 }).toEqual(['sent'])
  expect(smtp.received).toHaveLength(1)
  expect(smtp.received[0]?.to).toEqual(['hanako@hospital.example'])
  const [mail] = await reminders()
  expect(mail?.subject).toContain('見直しの日')
  const { rows } = await server.database.admin.query(`select body from mail_message where kind = 'acceptance-ending'`)
  expect(rows[0]?.body).toContain('2件')
  expect(rows[0]?.body).not.toContain(first?.title.ja)
  await dayHasCome()
  server.clock.moveMinutes(day)
  await dayHasCome()
  const waiting = async () =>
    (await server.database.admin.query(`select from graphile_worker.jobs where task_identifier = 'acceptance-nudge' and run_at <= now()`))
      .rowCount
  await expect.poll(waiting, { timeout: 10_000, interval: 50 }).toBe(0)
  expect(await reminders()).toHaveLength(1)
  expect(smtp.received).toHaveLength(1)
})

test('where the clock of this machine is years behind that of the database, the reminder is looked at now and then, not without end', async () => {
  server.clock.set('2020-01-10T03:00:00Z')
  const behind = { facility: (await owner.ask(routes.createFacility, { body: { name: 'みまもり診療所' } })).facility }
  const [finding] = (await owner.ask(routes.findings, { params: behind, query: { state: 'open' } })).findings
  await owner.ask(routes.acceptFinding, {
    params: behind,
    body: { id: finding?.id ?? '', until: '2020-03-31', why: '更新の予定があるため', seen: null },
  })
  const next = async () =>
    (
      await server.database.admin.query(
        `select run_at > now() + interval '50 minutes' as rests from graphile_worker.jobs
          where task_identifier = 'acceptance-nudge' and key like $1`,
        [`%/${behind.facility}`],
      )
    ).rows
  await expect.poll(next, { timeout: 10_000, interval: 50 }).toEqual([{ rests: true }])
})

test('a reminder about a facility that is gone is nothing to do', async () => {
  const payload = JSON.stringify({ organisation: owner.who?.organisation, person: null, input: { facility: 'fac:none' } })
  await server.database.admin.query(`select graphile_worker.add_job('acceptance-nudge', $1::json)`, [payload])
  const failed = async () =>
    (await server.database.admin.query(`select from graphile_worker.jobs where task_identifier = 'acceptance-nudge' and attempts > 0`))
      .rowCount
  const left = async () =>
    (await server.database.admin.query(`select from graphile_worker.jobs where task_identifier = 'acceptance-nudge' and run_at <= now()`))
      .rowCount
  await expect.poll(left, { timeout: 10_000, interval: 50 }).toBe(0)
  expect(await failed()).toBe(0)
})
