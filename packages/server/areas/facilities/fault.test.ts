import { loadCatalogue } from '@mimamori/catalog'
import { routes } from '@mimamori/contract'
import type { RuleEntry } from '@mimamori/domain'
import { givenServer } from '@mimamori/testing'
import { expect, test } from 'vitest'

/** A catalogue on which tracking findings breaks, as no analysis can catch. */
const catalogue = loadCatalogue()
const [id, entry] = [...catalogue.rules][0] ?? ['', undefined]
const broken = {
  ...catalogue,
  version: 'broken',
  rules: new Map(catalogue.rules).set(id, { ...entry, replaces: 7 } as unknown as RuleEntry),
}
const server = await givenServer({ catalogue: broken })
const { owner } = server

test('a fault in a check shows no page, but loses nothing of what is entered', async () => {
  const { facility } = await owner.ask(routes.createFacility, { body: { name: 'みまもり診療所' } })
  const change = { kind: 'add', slice: 'people', record: { id: 'p:1' as never, name: '見本 花子' } } as const
  const changed = await owner.ask(routes.change, { params: { facility }, body: { changes: [{ change }] } })
  expect(changed.versions).toMatchObject([{ slice: 'people', id: 'p:1' }])
  const { rows } = await server.database.admin.query(
    `select body->>'name' as name from record where facility_id = $1 and slice = 'people'`,
    [facility],
  )
  expect(rows).toEqual([{ name: '見本 花子' }])
  expect(await owner.status(routes.home, { params: { facility } })).toBe(500)
})
