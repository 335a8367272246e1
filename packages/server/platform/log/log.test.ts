import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { makeLog } from './log.ts'

const secret = 'hunter2-hunter2'
const token = 'A'.repeat(43)

function collect(write: (log: ReturnType<typeof makeLog>) => void): string {
  let text = ''
  const destination = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  write(makeLog({ level: 'debug', destination }))
  return text
}

test.each([
  ['at the top', { password: secret }],
  ['one level down', { request: { cookie: secret } }],
  ['two levels down', { a: { headers: { authorization: secret } } }],
  ['three levels down', { a: { b: { c: { token: secret } } } }],
  ['under a name with a dash', { headers: { 'set-cookie': secret } }],
])('a secret %s is removed from the log', (_where, value) => {
  const text = collect((log) => log.info(value, 'event'))
  expect(text).toContain('[removed]')
  expect(text).not.toContain(secret)
})

test('an error loses passwords in addresses and tokens, in its cause too', () => {
  const cause = new Error(`connect postgresql://app:${secret}@db/mimamori failed`)
  const text = collect((log) => log.error({ err: new Error(`link ${token} is used`, { cause }) }, 'failed'))
  expect(text).not.toContain(secret)
  expect(text).not.toContain(token)
  expect(text).toContain('postgresql://app:[removed]@db/mimamori')
})

test('what PostgreSQL says of a refused value stays out, its place is kept', () => {
  const error = Object.assign(new Error(`invalid input syntax for type date: "患者 山田太郎"`), {
    code: '22007',
    severity: 'ERROR',
    table: 'record',
    detail: '山田太郎',
  })
  const text = collect((log) => log.error({ err: error }, 'failed'))
  expect(text).not.toContain('山田')
  expect(text).toContain('PostgreSQL error 22007')
  expect(text).toContain('"table":"record"')
})

test('a line is one JSON object with level, time and message', () => {
  const line: unknown = JSON.parse(collect((log) => log.warn({ count: 3 }, 'event')))
  expect(line).toMatchObject({ level: 'warn', count: 3, msg: 'event', at: expect.stringMatching(/Z$/) })
})
