import { routes } from '@mimamori/contract'
import { givenServer } from '@mimamori/testing'
import { expect, test } from 'vitest'

const server = await givenServer()
const { facility } = await server.owner.ask(routes.loadExample, { params: { example: 'clinic-1vendor' }, body: {} })
const params = { facility }
const tabs = 20

test('twenty tabs of one person on one field: one is kept, nineteen are shown what stands there, and all can go on', async () => {
  const person = await server.person({ role: 'editor' })
  const { items } = await person.ask(routes.checklist, { params })
  const answer = items[0]?.answers[0]
  const write = (tab: number, expected: number) => {
    const change = { kind: 'set', slice: 'answers', id: answer?.record.id ?? '', fields: { note: `画面${tab}` } } as const
    return person.ask(routes.change, { params, body: { changes: [{ change, expected }] } })
  }
  const results = await Promise.all(Array.from({ length: tabs }, (_, tab) => write(tab, answer?.version ?? 0)))
  const kept = results.flatMap((result, tab) => (result.conflicts.length === 0 ? [`画面${tab}`] : []))
  expect(kept).toHaveLength(1)
  const conflicts = results.flatMap((result) => result.conflicts)
  expect(conflicts).toHaveLength(tabs - 1)
  for (const { theirs } of conflicts) expect(theirs).toMatchObject({ note: kept[0] })
  const again = await write(99, conflicts[0]?.version ?? 0)
  expect(again.conflicts).toEqual([])
})

test('signing out in one tab closes all of them, and what was kept stays', async () => {
  const person = await server.person({ role: 'editor' })
  const read = () => Promise.all(Array.from({ length: tabs }, () => person.status(routes.home, { params })))
  expect(new Set(await read())).toEqual(new Set([200]))
  await person.ask(routes.signOut, { body: {} })
  expect(new Set(await read())).toEqual(new Set([401]))
  const { items } = await server.owner.ask(routes.checklist, { params })
  expect(items[0]?.answers[0]?.record.note).toBe('画面99')
})
