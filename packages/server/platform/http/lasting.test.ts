import { routes } from '@mimamori/contract'
import { expect, test } from 'vitest'
import { lasting, lastingBytes } from './lasting.ts'

test('an answer that lasts is put into JSON once for each route, any other is left to be made anew', () => {
  let made = 0
  const make = (value: object) => () => {
    made += 1
    return value
  }
  const reply = lasting({ findings: ['鍵の管理'] })
  const first = lastingBytes(routes.findings, reply, make(reply))
  expect(new TextDecoder().decode(first)).toBe('{"findings":["鍵の管理"]}')
  expect(lastingBytes(routes.findings, lasting(reply), make(reply))).toBe(first)
  expect(made).toBe(1)
  expect(new TextDecoder().decode(lastingBytes(routes.home, reply, make({ other: 1 })))).toBe('{"other":1}')
  expect(lastingBytes(routes.findings, { findings: [] }, make({}))).toBeUndefined()
  expect(lastingBytes(routes.findings, null, make({}))).toBeUndefined()
})
