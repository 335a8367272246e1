import type { FactsView } from '@mimamori/contract'
import { expect, test } from 'vitest'
import { contactsOf } from './contacts.ts'

test('the numbers under 「異常に気づいた」 stand in the order of calling, without private ones and without those who left', () => {
  const list = (records: object[]) => records.map((record) => ({ version: 1, record }))
  const facts = {
    people: list([
      { id: 'p:1', name: '後の人', extension: '200', callOrder: 2 },
      { id: 'p:2', name: '先の人', post: '主任', extension: '123', privatePhone: '090-0000-0000', callOrder: 1 },
      { id: 'p:3', name: '去った人', extension: '9', until: '2026-03-31' },
      { id: 'p:4', name: '番号のない人', privatePhone: '090-0000-0001' },
    ]),
    vendors: list([{ id: 'v:1', name: '例システム', phone: '00-0000-0001' }]),
    contacts: list([{ id: 'c:1', kind: 'police', name: '警察', phone: '110' }]),
  } as unknown as FactsView // only the lists that the chart is made of
  const lines = contactsOf(facts)
  expect(lines.map(({ name }) => name)).toEqual(['先の人', '後の人', '例システム', '警察'])
  expect(JSON.stringify(lines)).not.toContain('090')
})
