import { routes } from '@mimamori/contract'
import { openFeeds } from '@mimamori/formats'
import { givenServer } from '@mimamori/testing'
import { expect, test } from 'vitest'
import { takeInFeeds } from './index.ts'

const server = await givenServer()
const { owner } = server
const parts = { pool: server.database.pool, clock: { now: () => new Date('2026-11-20T00:00:00Z') }, products: [] }
const entry = { cveID: 'CVE-2099-0001', dateAdded: '2026-02-01', knownRansomwareCampaignUse: 'Unknown' }
const kev = JSON.stringify({ catalogVersion: '1', dateReleased: '2026-11-19', count: 1, vulnerabilities: [entry] })
const take = (content: string) => takeInFeeds(parts, openFeeds({ name: 'kev.json', bytes: Buffer.from(content) }))

test('everybody of a facility sees of every feed how much is kept, of which day, and what went wrong', async () => {
  const { feeds: before } = await owner.ask(routes.feeds, {})
  expect(before.map(({ records, isFetched }) => [records, isFetched])).toEqual(Array.from({ length: 8 }, () => [0, false]))
  await take(kev)
  await take(kev.slice(0, -10))
  const { feeds } = await owner.ask(routes.feeds, {})
  expect(feeds.find(({ feed }) => feed === 'kev')).toEqual({
    feed: 'kev',
    isFetched: false,
    records: 1,
    unread: 0,
    asOf: '2026-11-19',
    takenAt: '2026-11-20T00:00:00.000Z',
    problem: expect.objectContaining({ code: 'feed/truncated', file: 'kev.json' }),
    problemAt: '2026-11-20T00:00:00.000Z',
  })
})
