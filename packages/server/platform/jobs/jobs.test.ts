import { Writable } from 'node:stream'
import { addOrganisation, throwAwayDatabase } from '@mimamori/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Scope, withoutScope, withScope } from '../db/scope.ts'
import { makeLog } from '../log/log.ts'
import { defineJob, enqueueJob, type RunningJobs, startJobs } from './index.ts'

const database = await throwAwayDatabase()
const { pool, admin } = database
const ours = await addOrganisation(database)
const theirs = await addOrganisation(database)

let logged = ''
const destination = new Writable({
  write(chunk, _encoding, done) {
    logged += String(chunk)
    done()
  },
})
const seen: { scope: Scope; n: number; organisations: number }[] = []
const count = defineJob({
  task: 'count',
  input: z.object({ n: z.number() }),
  async run({ input, scope, inScope }) {
    const { rows } = await inScope((client) => client.query('select count(*) as n from organisation'))
    seen.push({ scope, n: input.n, organisations: rows[0].n })
  },
})
const fail = defineJob({
  task: 'fail',
  input: z.object({}),
  run: ({ inScope }) => inScope((client) => client.query(`select '患者 山田'::date`)).then(() => undefined),
})

let running: RunningJobs | undefined
beforeAll(async () => {
  running = await startJobs({ connection: database.address.jobs, pool, jobs: [count, fail], log: makeLog({ level: 'debug', destination }) })
})
afterAll(() => running?.stop())

const enqueue = (scope: Scope, n: number, key?: string) =>
  withScope(pool, scope, (client) => enqueueJob(client, { task: 'count', input: { n }, key }))
const until = (isDone: () => boolean) => expect.poll(isDone, { timeout: 5_000, interval: 20 }).toBe(true)

describe('a job', () => {
  test('runs in the scope of the organisation that asked for it', async () => {
    await enqueue(ours, 1)
    await enqueue(theirs, 2)
    await until(() => seen.length === 2)
    const byNumber = [...seen].sort((a, b) => a.n - b.n)
    expect(byNumber.map(({ scope, organisations }) => [scope, organisations])).toEqual([
      [ours, 1],
      [theirs, 1],
    ])
  })

  test('whose change was undone does not run', async () => {
    const undone = withScope(pool, ours, async (client) => {
      await enqueueJob(client, { task: 'count', input: { n: 99 } })
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    await enqueue(ours, 3)
    await until(() => seen.some(({ n }) => n === 3))
    expect(seen.some(({ n }) => n === 99)).toBe(false)
  })

  test('that fails is logged without the values, and tried again later', async () => {
    await withScope(pool, ours, (client) => enqueueJob(client, { task: 'fail', input: {} }))
    await until(() => logged.includes('job failed'))
    expect(logged).not.toContain('山田')
    const stored = async () =>
      (await admin.query(`select last_error, attempts from graphile_worker.jobs where task_identifier = 'fail'`)).rows[0]
    await expect.poll(stored, { timeout: 5_000 }).toMatchObject({ last_error: expect.stringContaining('see the log'), attempts: 1 })
  })
})

describe('the queue', () => {
  test('takes no job without an organisation', async () => {
    const asked = withoutScope(pool, (client) => enqueueJob(client, { task: 'count', input: { n: 5 } }))
    await expect(asked).rejects.toThrow(/needs an organisation/)
  })

  test('cannot be read or filled past its function', async () => {
    await expect(pool.query('select * from graphile_worker.jobs')).rejects.toThrow(/permission denied/)
    await expect(pool.query(`select graphile_worker.add_job('count')`)).rejects.toThrow(/permission denied/)
  })

  test('keeps the keys of organisations apart', async () => {
    const later = new Date(Date.now() + 3_600_000)
    const ask = (scope: Scope) =>
      withScope(pool, scope, (client) => enqueueJob(client, { task: 'count', input: { n: 6 }, key: 'same', startAt: later }))
    await ask(ours)
    await ask(ours)
    await ask(theirs)
    const { rows } = await admin.query(`select count(*) as n from graphile_worker.jobs where key like '%/same'`)
    expect(rows[0].n).toBe(2)
  })

  test('survives the loss of its connections', async () => {
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'mimamori_jobs' and datname = current_database()`,
    )
    await enqueue(ours, 7)
    await until(() => seen.some(({ n }) => n === 7))
  })
})
