import { routes } from '@mimamori/contract'
import { givenServer } from '@mimamori/testing'
import { expect, test } from 'vitest'
import { withScope } from '../../../platform/index.ts'
import { listBehind } from './store.ts'

const server = await givenServer({ matches: true })
const { owner } = server
const { facility } = await owner.ask(routes.createFacility, { body: { name: 'みまもり市立病院' } })
const params = { facility }

const record = JSON.stringify({
  dataType: 'CVE_RECORD',
  dataVersion: '5.1',
  cveMetadata: { cveId: 'CVE-2099-1002', state: 'PUBLISHED', dateUpdated: '2026-11-01T00:00:00Z' },
  containers: {
    cna: {
      title: 'A weakness of a test',
      affected: [
        {
          vendor: 'Fortinet',
          product: 'FortiOS',
          defaultStatus: 'unaffected',
          versions: [{ version: '7.2.0', lessThan: '7.2.5', status: 'affected', versionType: 'semver' }],
        },
      ],
    },
  },
})

const firewall = { name: '出入口', kind: 'firewall', maker: 'Fortinet', model: 'FortiGate-40F', firmware: '7.2.4' }

async function registered(id: string, some: object = {}): Promise<void> {
  const change = { kind: 'add', slice: 'assets', record: { id, ...firewall, ...some } } as never // a record without branded ids
  await owner.ask(routes.change, { params, body: { changes: [{ change }] } })
}

async function found(): Promise<number> {
  const { visits, others, open } = await owner.ask(routes.vulnerabilities, { params })
  return [...visits.flatMap(({ rows }) => rows), ...others, ...open].length
}

const asInstallation = { organisation: '00000000-0000-0000-0000-000000000000' }
const behind = (organisation: string) => withScope(server.database.pool, { organisation }, (client) => listBehind({ organisation }, client))

test('a facility is held against the feeds after its register has changed, without anybody asking', async () => {
  await server.takeIn('cve.json', record)
  await registered('d:one')
  await expect.poll(found, { timeout: 20_000, interval: 200 }).toBe(1)
})

test('the installation alone learns which facilities a reading of the feeds has not reached', async () => {
  await server.match(facility)
  expect(await behind(asInstallation.organisation)).toEqual([])
  await server.takeIn('cve.json', record.replace('7.2.5', '7.2.6').replace('2026-11-01T', '2026-11-02T'))
  expect(await behind(asInstallation.organisation)).toEqual([{ organisation: owner.who?.organisation, facility }])
  expect(await behind(owner.who?.organisation ?? '')).toEqual([])
  await server.match(facility)
  expect(await behind(asInstallation.organisation)).toEqual([])
})

test('attacks that are said to begin on a day to come put nothing off', async () => {
  const entry = { cveID: 'CVE-2099-1002', dateAdded: '2099-01-01', knownRansomwareCampaignUse: 'Known' }
  await server.takeIn('kev.json', JSON.stringify({ dateReleased: '2026-11-01', count: 1, vulnerabilities: [entry] }))
  await server.match(facility)
  const { visits, others } = await owner.ask(routes.vulnerabilities, { params })
  const [row] = [...visits.flatMap(({ rows }) => rows), ...others]
  expect(row).toMatchObject({ knownExploited: true, dueOn: '2026-11-23' })
})

test('work that is due again although it was said to be done is late after its day', async () => {
  const add = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } as never }) // records without branded ids
  const response = { id: 'resp:1', title: '更新', product: 'fortinet:fortios', name: 'FortiGate-40F', assets: ['d:one'] }
  const done = { id: 'resp:1.0001', response: 'resp:1', side: 'facility', kind: 'done', on: '2026-11-12' }
  const changes = [
    add('responses', { ...response, vendor: 'none', openedOn: '2026-11-10', dueOn: '2026-11-15' }),
    add('responseSteps', done),
  ]
  await owner.ask(routes.change, { params, body: { changes } })
  const { responses } = await owner.ask(routes.vulnerabilities, { params })
  expect(responses).toMatchObject([{ response: 'resp:1', state: 'done', isLate: true }])
})
