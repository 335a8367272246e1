import { routes } from '@mimamori/contract'
import { devicesOf, givenServer, nmapScan, type SeenHost } from '@mimamori/testing'
import { expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { hospital, takeIn } = devicesOf(owner)

test('what was read on one day is compared with what was read on the day before, whatever the days that the files tell', async () => {
  server.clock.set('2026-11-18T03:00:00Z')
  const params = await hospital()
  const office: SeenHost = ['192.168.1.11', 'a4:bb:6d:10:00:01', 'jimu-01']
  const ward: SeenHost = ['192.168.2.11', 'a4:bb:6d:10:00:02', 'byoto-01']
  await takeIn(params, '事務.xml', nmapScan('2026-11-01', [office]))
  await takeIn(params, '病棟.xml', nmapScan('2026-11-02', [ward]))
  server.clock.set('2026-11-20T03:00:00Z')
  await takeIn(params, '事務2.xml', nmapScan('2026-11-15', [office]))
  await takeIn(params, '病棟2.xml', nmapScan('2026-11-16', [ward, ['192.168.2.12', 'a4:bb:6d:10:00:03', 'byoto-02']]))
  const drift = await owner.ask(routes.assetDrift, { params })
  expect(drift.before).toEqual({ from: '2026-11-01', to: '2026-11-02' })
  expect(drift.after).toEqual({ from: '2026-11-15', to: '2026-11-16' })
  expect(drift.added.map((line) => line.name)).toEqual(['byoto-02'])
  expect(drift.gone).toEqual([])
})

test('two parts of one round are not held against each other; of two rounds read on one day each file is held against the one of its name', async () => {
  server.clock.set('2026-11-20T03:00:00Z')
  const params = await hospital()
  const office: SeenHost = ['192.168.1.11', 'a4:bb:6d:10:00:11', 'jimu-11']
  const ward: SeenHost = ['192.168.2.11', 'a4:bb:6d:10:00:12', 'byoto-11']
  await takeIn(params, '事務.xml', nmapScan('2026-10-15', [office]))
  await takeIn(params, '病棟.xml', nmapScan('2026-10-20', [ward]))
  const one = await owner.ask(routes.assetDrift, { params })
  expect([one.before, one.added]).toEqual([undefined, []])
  await takeIn(params, '病棟.xml', nmapScan('2026-11-16', [ward, ['192.168.2.12', 'a4:bb:6d:10:00:13', 'byoto-12']]))
  const two = await owner.ask(routes.assetDrift, { params })
  expect([two.before, two.after]).toEqual([
    { from: '2026-10-20', to: '2026-10-20' },
    { from: '2026-11-16', to: '2026-11-16' },
  ])
  expect(two.added.map((line) => line.name)).toEqual(['byoto-12'])
})
