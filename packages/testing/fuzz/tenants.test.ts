import { expect, test } from 'vitest'
import { type Acting, type GivenServer, givenServer } from '../server/index.ts'
import { fuzzTenants } from './index.ts'

/** `npm run bench -- fuzz` asks for many; here as many as a change has time for. */
const requests = Number(process.env['MIMAMORI_FUZZ_REQUESTS'] ?? 600)
const seed = Number(process.env['MIMAMORI_FUZZ_SEED'] ?? 1)
const hour = 60 * 60_000
const mail = { url: 'smtp://127.0.0.1:1', from: 'mimamori@hospital.example' }
const [server, planted] = [await givenServer({ mail }), await givenServer({ mail })]

test('no organisation reads or changes what another has not opened to it, whatever ids it names', { timeout: hour }, async () => {
  const { statuses, neverOpen, readWithRight, ...done } = await fuzzTenants(server, { seed, requests })
  const told = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`)
  const counts = `${done.leaks.length} leaks, ${done.faults.length} faults, ${done.touched.length} rows of others touched`
  console.log(`fuzz, seed ${seed}: ${done.requests} requests (${told.join(', ')}), ${readWithRight} words of others read with right`)
  console.log(`  ${counts}; routes that let nobody in: ${neverOpen.join(', ')}`)
  expect(done).toEqual({ requests, leaks: [], faults: [], touched: [] })
  expect(readWithRight).toBeGreaterThan(0)
})

/** A server that hands out the answer before the last one: what one organisation asked for comes to the next. */
function mixedUp(real: GivenServer): GivenServer {
  let last: Response | undefined
  const mixed = (acting: Acting): Acting => ({
    ...acting,
    raw: async (route, input, file) => {
      const given = last
      last = await acting.raw(route, input, file)
      return (given ?? last).clone()
    },
  })
  return {
    ...real,
    person: async (given) => mixed(await real.person(given)),
    stranger: async (given) => mixed(await real.stranger(given)),
  }
}

test('answers that come to somebody else, and a row that anybody changes, would be found', { timeout: hour }, async () => {
  const { admin } = planted.database
  await admin.query(`create function planted() returns trigger language plpgsql security definer set search_path = public as $$
    begin update standard_answers set version = version + 1; return new; end $$`)
  await admin.query('create trigger planted after insert on change_log for each row execute function planted()')
  const { leaks, touched } = await fuzzTenants(mixedUp(planted), { seed: 1, requests: 600 })
  expect(leaks.length).toBeGreaterThan(0)
  expect(touched.some((one) => one.startsWith('standard_answers'))).toBe(true)
})
